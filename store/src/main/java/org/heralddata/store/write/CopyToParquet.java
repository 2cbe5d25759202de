package org.heralddata.store.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.duckdb.DuckDBConnection;
import org.heralddata.store.write.StoredField.Kind;
import org.heralddata.store.write.WrittenFile.LeafStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Copies ranges of a table of DuckDB, in order, to Parquet files with Iceberg's field ids. Zstandard and the encodings of
 * Parquet's data page version 2, which save a seventh.
 *
 * <p>A file a {@code COPY}: with {@code FILE_SIZE_BYTES} DuckDB deals row groups out to files in no certain order.
 *
 * @param relation   the table
 * @param fieldIds   by dotted path: {@code e}, {@code adc.element}
 * @param sortColumn null if rows stay as they came
 */
record CopyToParquet(
        DuckDBConnection connection,
        String relation,
        List<StoredField> fields,
        Map<String, Integer> fieldIds,
        @Nullable String sortColumn) {
    /** Enough rows to find cuts within a percent of where they should be. */
    private static final int SAMPLE = 100_000;

    /** Conditions that part the rows into so many ranges of the sort key, about, in order; rows without a key go last. */
    List<String> ranges(long rows, int files) throws SQLException {
        List<String> cuts = files == 1 ? List.of() : cuts(rows, files);
        String key = sortColumn == null ? "rowid" : Sql.quote(sortColumn);
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
            String low = i == 0 ? "true" : key + " >= " + cuts.get(i - 1);
            String high = i == cuts.size() ? "true" : key + " < " + cuts.get(i);
            boolean last = i == cuts.size() && i > 0;
            ranges.add(last ? low + " OR " + key + " IS NULL" : low + " AND " + high);
        }
        return ranges;
    }

    private List<String> cuts(long rows, int files) throws SQLException {
        if (sortColumn == null) {
            return LongStream.range(1, files)
                    .mapToObj(i -> Long.toString(Math.multiplyExact(rows / files, i)))
                    .toList();
        }
        String quantiles = LongStream.range(1, files)
                .mapToObj(i -> Double.toString((double) i / files))
                .collect(Collectors.joining(", ", "[", "]"));
        String query = """
                SELECT DISTINCT unnest(quantile_disc(%s, %s)) AS cut
                FROM (FROM %s USING SAMPLE reservoir(%d ROWS) REPEATABLE (1)) ORDER BY cut
                """.formatted(Sql.quote(sortColumn), quantiles, Sql.quote(relation), SAMPLE);
        String type = sortKind().duckdb();
        List<String> cuts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                String cut = result.getString(1);
                if (cut != null) {
                    cuts.add(type + " " + Sql.literal(cut));
                }
            }
        }
        return cuts;
    }

    /** Writes the rows of a range; null if there are none. */
    @Nullable
    WrittenFile write(String range, Path file) throws SQLException, IOException {
        String select = "SELECT * FROM %s WHERE %s%s".formatted(Sql.quote(relation), range, order());
        String copy =
                "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, RETURN_STATS, FIELD_IDS %s)"
                        .formatted(select, Sql.literal(file.toString()), fieldIdsSql());
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(copy)) {
            result.next();
            long rows = result.getLong("count");
            if (rows == 0) {
                Files.delete(file);
                return null;
            }
            return new WrittenFile(
                    file, rows, result.getLong("file_size_bytes"), Sha256.of(file), statistics((Map<?, ?>)
                            result.getObject("column_statistics")));
        }
    }

    private Kind sortKind() {
        return fields.stream()
                .filter(f -> f.name().equals(sortColumn))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column to sort by: " + sortColumn))
                .kind();
    }

    private String order() {
        if (sortColumn == null) {
            return "";
        }
        String key = " ORDER BY " + Sql.quote(sortColumn) + " NULLS LAST";
        return sortKind() == Kind.TIMESTAMP ? key + ", " + Sql.quote(sortColumn + "_ns") : key;
    }

    private String fieldIdsSql() {
        return fields.stream()
                .map(f -> Sql.quote(f.name()) + ": " + fieldId(f.name(), f.levels()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String fieldId(String path, int levels) {
        return levels == 0
                ? Integer.toString(id(path))
                : "{__duckdb_field_id: %d, element: %s}".formatted(id(path), fieldId(path + ".element", levels - 1));
    }

    private int id(String path) {
        Integer id = fieldIds.get(path);
        if (id == null) {
            throw new IllegalArgumentException("no field id for " + path);
        }
        return id;
    }

    private static Map<String, LeafStatistics> statistics(Map<?, ?> byLeaf) {
        Map<String, LeafStatistics> statistics = new HashMap<>();
        byLeaf.forEach((leaf, values) -> statistics.put(
                leaf.toString().replace("\".\"", ".").replace("\"", ""), leafStatistics((Map<?, ?>) values)));
        return statistics;
    }

    private static LeafStatistics leafStatistics(Map<?, ?> of) {
        return new LeafStatistics(
                number(of, "column_size_bytes"),
                number(of, "num_values"),
                number(of, "null_count"),
                of.containsKey("nan_count") ? Long.valueOf(number(of, "nan_count")) : null,
                exact(of, "min"),
                exact(of, "max"));
    }

    private static long number(Map<?, ?> of, String name) {
        Object value = of.get(name);
        return value == null ? 0 : Long.parseLong(value.toString());
    }

    private static @Nullable String exact(Map<?, ?> of, String name) {
        Object value = "true".equals(of.get(name + "_is_exact")) ? of.get(name) : null;
        return value == null ? null : value.toString();
    }
}
