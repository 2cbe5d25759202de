package org.heralddata.query;

import org.jspecify.annotations.Nullable;

/**
 * One axis of a histogram.
 *
 * @param column a numeric, boolean or timestamp column; of a list column all elements are counted
 * @param bins   1 to 10 000; to 1 000 on an axis of a 2-D histogram
 * @param min    lower edge, in the column's unit (timestamps: nanoseconds since 1970); null for the least value in the
 *               release, of {@link Scale#LOG} the least power of ten above 0 that makes sense
 * @param max    upper edge; null for the greatest value in the release
 */
public record HistogramSpec(
        String column,
        int bins,
        @Nullable Double min,
        @Nullable Double max,
        Scale scale) {

    /** Equal bins over all values. */
    public static HistogramSpec of(String column, int bins) {
        return new HistogramSpec(column, bins, null, null, Scale.LINEAR);
    }

    /** How bins divide the axis. */
    public enum Scale {
        /** Equal differences. */
        LINEAR,
        /** Equal ratios; needs {@code min > 0}. */
        LOG
    }
}
