/**
 * Work that outlives the request that asked for it, by the phases of the Universal Worker Service pattern (UWS 1.1).
 *
 * <p>What a job does is a {@link org.heralddata.jobs.JobKind}; that it is kept, queued, run once, taken over, limited, aborted
 * and swept away is the same for all. Sees query and store.
 */
@NullMarked
package org.heralddata.jobs;

import org.jspecify.annotations.NullMarked;
