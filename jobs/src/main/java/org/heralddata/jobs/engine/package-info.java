/**
 * Jobs in PostgreSQL: a row a job, claimed by {@code SKIP LOCKED}, held by a lease, fenced by the attempt.
 *
 * <p>Within a process changes are signalled; what other processes do is seen at the next tick.
 */
@NullMarked
package org.heralddata.jobs.engine;

import org.jspecify.annotations.NullMarked;
