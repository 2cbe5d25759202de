package org.heralddata.adql.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.heralddata.adql.print.DuckDbDialect;
import org.heralddata.adql.print.PostgresDialect;
import org.heralddata.store.database.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL answers what DuckDB answers. */
class PostgresIT {
    private static final Adql DUCKDB = new Adql(new DuckDbDialect());
    private static final Adql POSTGRES = new Adql(new PostgresDialect());

    @TempDir
    static Path home;

    private static Database server;
    private static Connection postgres;
    private static Connection duckdb;

    @BeforeAll
    static void open() throws Exception {
        server = Database.open(Files.createDirectory(home.resolve("db")), Optional.empty());
        try (Connection connection = server.ownConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE adql TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
                    + " LOCALE 'C'");
        }
        Map<String, String> given = server.connectionProperties();
        var properties = new Properties();
        properties.setProperty("user", given.getOrDefault("jdbc.user", ""));
        properties.setProperty("password", given.getOrDefault("jdbc.password", ""));
        String url = given.getOrDefault("uri", "");
        postgres = DriverManager.getConnection(url.substring(0, url.lastIndexOf('/')) + "/adql", properties);
        Sample.fill(postgres, "DOUBLE PRECISION");
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Sample.fill(duckdb, "DOUBLE");
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
        postgres.close();
        server.close();
    }

    static Stream<String> questions() {
        return Questions.all();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void agreesWithDuckDb(String query) throws SQLException {
        List<List<Object>> expected = Sample.rows(duckdb, Sample.prepare(DUCKDB, query));
        List<List<Object>> found = Sample.rows(postgres, Sample.prepare(POSTGRES, query));
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            for (int k = 0; k < expected.get(i).size(); k++) {
                same(found.get(i).get(k), expected.get(i).get(k), "row %d: %s".formatted(i, expected.get(i)));
            }
        }
    }

    private static void same(Object found, Object expected, String row) {
        switch (expected) {
            case Double number
            when found instanceof Number other ->
                assertThat(other.doubleValue()).as(row).isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number))));
            case Float number
            when found instanceof Number other ->
                assertThat(other.floatValue()).as(row).isEqualTo(number);
            case Number number
            when found instanceof Number other ->
                assertThat(other.longValue()).as(row).isEqualTo(number.longValue());
            case List<?> list
            when found instanceof List<?> others -> {
                assertThat(others).as(row).hasSameSizeAs(list);
                for (int i = 0; i < list.size(); i++) {
                    same(others.get(i), list.get(i), row);
                }
            }
            case null, default -> assertThat(found).as(row).isEqualTo(expected);
        }
    }
}
