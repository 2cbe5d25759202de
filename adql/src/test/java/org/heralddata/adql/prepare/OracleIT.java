package org.heralddata.adql.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.heralddata.adql.print.DuckDbDialect;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.testkit.Oracle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Functions give what astropy, astropy-healpix, mocpy and Python's own library give. */
class OracleIT {
    private static final Adql ADQL = new Adql(new DuckDbDialect());
    private static Connection duckdb;

    @BeforeAll
    static void open() throws SQLException {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Sample.fill(duckdb, "DOUBLE");
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
    }

    private static Object one(String expression) throws SQLException {
        return Sample.rows(duckdb, Sample.prepare(ADQL, "SELECT TOP 1 " + expression + " FROM s.stars WHERE id = 1"))
                .getFirst()
                .getFirst();
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(OracleIT.class.getResourceAsStream("oracle.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line a check: kind, tolerance, what Python found, and the ADQL, parted by tabs. */
    @TestFactory
    Stream<DynamicTest> agrees() {
        String told =
                Oracle.python("numpy", "astropy", "astropy_healpix", "mocpy").run(script());
        List<String> lines = told.lines().toList();
        assertThat(lines).hasSizeGreaterThan(300);
        return lines.stream().map(line -> {
            String[] parts = line.split("\t", -1);
            return DynamicTest.dynamicTest(
                    parts[3], () -> check(parts[0], Double.parseDouble(parts[1]), parts[2], parts[3]));
        });
    }

    private static void check(String kind, double tolerance, String expected, String expression) throws SQLException {
        Object found = one(expression);
        switch (kind) {
            case "text" -> assertThat(String.valueOf(found)).isEqualTo(expected);
            case "number" ->
                assertThat(((Number) found).doubleValue()).isCloseTo(Double.parseDouble(expected), within(tolerance));
            case "point" -> {
                double[] at = numbers(expected);
                List<?> there = (List<?>) found;
                assertThat(SkyPosition.separationDeg(at[0], at[1], (Double) there.get(0), (Double) there.get(1)))
                        .isLessThan(tolerance);
                assertThat((Double) there.get(0)).isBetween(0.0, 360.0);
            }
            case "list" -> {
                double[] all = numbers(expected);
                List<?> list = (List<?>) found;
                assertThat(list).hasSameSizeAs(all);
                for (int i = 0; i < all.length; i++) {
                    assertThat(((Number) list.get(i)).doubleValue())
                            .isCloseTo(all[i], within(tolerance * Math.max(1, Math.abs(all[i]))));
                }
            }
            default -> throw new AssertionError(kind);
        }
    }

    private static double[] numbers(String list) {
        return Stream.of(list.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void drawsNormalNumbers() throws SQLException {
        var draws = new ArrayList<Double>();
        for (List<Object> row : Sample.rows(
                duckdb,
                Sample.prepare(
                        ADQL,
                        "SELECT ivo_normal_random(5, 2), gavo_normal_random(5, 2) FROM s.stars AS a, s.others AS b WHERE b.id < 20"))) {
            draws.add((Double) row.get(0));
            draws.add((Double) row.get(1));
        }
        int n = draws.size();
        double mean = draws.stream().mapToDouble(d -> d).average().orElseThrow();
        double variance =
                draws.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum() / (n - 1);
        double fourth = draws.stream().mapToDouble(d -> Math.pow(d - mean, 4)).sum() / n;
        assertThat(n).isEqualTo(24_000);
        assertThat(draws.stream().distinct().count()).isGreaterThan(23_900);
        // five standard deviations
        assertThat(mean).isCloseTo(5, within(5 * 2 / Math.sqrt(n)));
        assertThat(variance).isCloseTo(4, within(5 * 4 * Math.sqrt(2.0 / n)));
        assertThat(fourth / (variance * variance)).isCloseTo(3, within(5 * Math.sqrt(24.0 / n)));
    }
}
