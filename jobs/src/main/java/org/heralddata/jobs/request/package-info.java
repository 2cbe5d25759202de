/**
 * Data requests: what a user orders from the data shop. A {@link org.heralddata.jobs.request.DataRequest} as it was sent is
 * frozen to a {@link org.heralddata.jobs.request.FrozenRequest}, whose identifier says for ever which rows are meant; as a job
 * it becomes a package ({@code pack}).
 */
@NullMarked
package org.heralddata.jobs.request;

import org.jspecify.annotations.NullMarked;
