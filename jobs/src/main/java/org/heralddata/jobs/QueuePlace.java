package org.heralddata.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a queued job stands.
 *
 * @param ahead   jobs that would be begun before it if none came any more
 * @param start   when it will be begun, about; null if nobody works on jobs
 * @param workers jobs that run at a time in all processes
 */
public record QueuePlace(int ahead, @Nullable Instant start, int workers) {}
