package org.heralddata.store.write;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.heralddata.store.write.WrittenFile.LeafStatistics;
import org.jspecify.annotations.Nullable;

/** Writes ranges of a DuckDB table to Parquet files with Iceberg field ids. */
final class CopyToParquet {
    /** Some 200 to 400 MB for the twenty or thirty columns of an event table. */
    private static final long ROWS_PER_FILE = 5_000_000;

    private final DuckDBConnection connection;
    private final String relation;
    private final List<StoredField> fields;
    private final Map<String, Integer> fieldIds;
    private final @Nullable String sortColumn;

    CopyToParquet(
            DuckDBConnection connection,
            String relation,
            List<StoredField> fields,
            Map<String, Integer> fieldIds,
            @Nullable String sortColumn) {
        this.connection = connection;
        this.relation = relation;
        this.fields = fields;
        this.fieldIds = fieldIds;
        this.sortColumn = sortColumn;
    }

    /** Conditions that part the rows into files of disjoint sort keys, in order; rows without a key go last. */
    List<String> ranges(long rows) throws SQLException {
        long files = Math.ceilDiv(rows, ROWS_PER_FILE);
        if (files == 1) {
            return List.of("true");
        }
        String key = sortColumn == null ? "rowid" : Sql.quote(sortColumn);
        String literal = sortColumn == null ? "%s" : "%s::" + kind(sortColumn).duckdb();
        List<String> cuts = cuts(key, files).stream().map(literal::formatted).toList();
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
            String low = i == 0 ? "true" : key + " >= " + cuts.get(i - 1);
            ranges.add(i < cuts.size() ? low + " AND " + key + " < " + cuts.get(i) : low + " OR " + key + " IS NULL");
        }
        return ranges;
    }

    private List<String> cuts(String key, long files) throws SQLException {
        String quantiles = java.util.stream.LongStream.range(1, files)
                .mapToObj(i -> Double.toString((double) i / files))
                .collect(Collectors.joining(", ", "[", "]"));
        String sampled =
                "SELECT DISTINCT unnest(quantile_disc(%s, %s)) AS cut FROM %s USING SAMPLE 1%% (system) ORDER BY cut"
                        .formatted(key, quantiles, Sql.quote(relation));
        List<String> cuts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sampled)) {
            while (result.next()) {
                String cut = result.getString(1);
                if (cut != null) {
                    cuts.add(
                            sortColumn != null && kind(sortColumn) == StoredField.Kind.TIMESTAMP
                                    ? Sql.literal(cut)
                                    : cut);
                }
            }
        }
        return cuts;
    }

    private StoredField.Kind kind(String column) {
        return fields.stream()
                .filter(f -> f.name().equals(column))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    WrittenFile write(String range, Path file) throws SQLException, IOException {
        String select = "SELECT * FROM %s WHERE %s%s".formatted(Sql.quote(relation), range, order());
        String copy =
                "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, RETURN_STATS, FIELD_IDS %s)"
                        .formatted(select, Sql.literal(file.toString()), fieldIdsSql());
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(copy)) {
            result.next();
            Map<String, LeafStatistics> statistics = statistics((Map<?, ?>) result.getObject("column_statistics"));
            return new WrittenFile(
                    file, result.getLong("count"), result.getLong("file_size_bytes"), Sha256.of(file), statistics);
        }
    }

    private String order() {
        if (sortColumn == null) {
            return "";
        }
        boolean time = kind(sortColumn) == StoredField.Kind.TIMESTAMP;
        return " ORDER BY " + Sql.quote(sortColumn) + " NULLS LAST"
                + (time ? ", " + Sql.quote(sortColumn + "_ns") : "");
    }

    private String fieldIdsSql() {
        return fields.stream()
                .map(f -> f.list()
                        ? "%s: {__duckdb_field_id: %d, element: %d}"
                                .formatted(Sql.quote(f.name()), id(f.name()), id(f.name() + ".element"))
                        : "%s: %d".formatted(Sql.quote(f.name()), id(f.name())))
                .collect(Collectors.joining(", ", "{", "}"));
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
        byLeaf.forEach((leaf, values) -> {
            Map<?, ?> of = (Map<?, ?>) values;
            statistics.put(
                    leaf.toString().replace("\".\"", ".").replace("\"", ""),
                    new LeafStatistics(
                            number(of, "column_size_bytes", 0),
                            number(of, "num_values", 0),
                            number(of, "null_count", 0),
                            of.containsKey("nan_count") ? Long.valueOf(number(of, "nan_count", 0)) : null,
                            exact(of, "min"),
                            exact(of, "max")));
        });
        return statistics;
    }

    private static long number(Map<?, ?> of, String name, long missing) {
        Object value = of.get(name);
        return value == null ? missing : Long.parseLong(value.toString());
    }

    private static @Nullable String exact(Map<?, ?> of, String name) {
        Object value = "true".equals(of.get(name + "_is_exact")) ? of.get(name) : null;
        return value == null ? null : value.toString();
    }
}
