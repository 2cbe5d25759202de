package org.heralddata.store.write;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file that was written.
 *
 * @param sha256     64 hexadecimal digits, lower case
 * @param statistics of each leaf, by its dotted path: {@code e}, {@code adc.element}
 */
public record WrittenFile(Path path, long rows, long bytes, String sha256, Map<String, LeafStatistics> statistics) {

    public WrittenFile {
        statistics = Map.copyOf(statistics);
    }

    /**
     * What DuckDB says of a leaf.
     *
     * @param bytes  in the file, compressed
     * @param values with nulls
     * @param nans   null if it cannot hold any
     * @param min    as DuckDB prints it, NaN left out; null if not known
     */
    public record LeafStatistics(
            long bytes,
            long values,
            long nulls,
            @Nullable Long nans,
            @Nullable String min,
            @Nullable String max) {}
}
