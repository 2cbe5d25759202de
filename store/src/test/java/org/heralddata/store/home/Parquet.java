package org.heralddata.store.home;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.store.TableScan;
import org.jspecify.annotations.Nullable;

/** Reads files of a scan by DuckDB, by field id, as an engine does. */
final class Parquet {

    private Parquet() {}

    /** The rows of a query over the relation {@code scan}; cells as DuckDB prints them. */
    static List<List<@Nullable String>> query(TableScan scan, String fields, String select) {
        String files =
                scan.files().stream().map(file -> "'" + file.path() + "'").collect(Collectors.joining(", ", "[", "]"));
        String relation = fields.isEmpty()
                ? "read_parquet(%s)".formatted(files)
                : "read_parquet(%s, schema = MAP {%s})".formatted(files, fields);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(select.replace("scan", relation))) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
