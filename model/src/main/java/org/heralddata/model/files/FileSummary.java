package org.heralddata.model.files;

import org.jspecify.annotations.Nullable;

/**
 * What some files come to.
 *
 * @param files   how many
 * @param bytes   of all
 * @param rows    of those that tell
 * @param present how many are present, broken, vanished
 * @param timed   how many tell which time they cover
 * @param span    from the first start to the last stop; null if none tells
 */
public record FileSummary(
        long files,
        long bytes,
        long rows,
        long present,
        long broken,
        long vanished,
        long timed,
        @Nullable TimeSpan span) {}
