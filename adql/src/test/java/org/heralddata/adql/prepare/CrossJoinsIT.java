package org.heralddata.adql.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.heralddata.adql.print.DuckDbDialect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables beside one another whose distance WHERE bounds are joined by cells, and give what every pair would. */
class CrossJoinsIT {
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

    private static List<List<Object>> rows(String query) throws SQLException {
        return Sample.rows(duckdb, Sample.prepare(ADQL, query));
    }

    private static String sql(String query) {
        return Sample.prepare(ADQL, query).sql();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.stars AS a, s.others AS b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.7",
                "s.stars AS a, s.others AS b WHERE 1=CONTAINS(POINT(a.ra, a.dec), CIRCLE(b.ra, b.dec, 0.7)) AND a.kind = 1",
                "s.stars AS a CROSS JOIN s.others AS b WHERE b.id > 7 AND DISTANCE(POINT(b.ra, b.dec), POINT(a.ra, a.dec)) <= 0.7",
                "s.stars AS a, (SELECT ra, dec, id FROM s.others WHERE id < 99) AS b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.7",
                "s.stars AS c, s.stars AS a, s.others AS b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.7 AND c.id = a.id",
                "s.stars AS c CROSS JOIN s.stars AS a CROSS JOIN s.others AS b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.7 AND c.id = 5",
                "s.stars AS a, s.others AS b, s.others AS c WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.7"
                        + " AND DISTANCE(a.ra, a.dec, c.ra, c.dec) < 0.2 AND b.id < 50",
            })
    void joinsByCells(String from) throws SQLException {
        String query = "SELECT COUNT(*), SUM(a.id), SUM(b.id) FROM " + from;
        assertThat(sql(query)).contains(".cell_ = ");
        // a radius that is no constant knows no cells
        String plain = query.replace("0.7", "0.7 + 0 * a.id").replace("0.2", "0.2 + 0 * a.id");
        assertThat(sql(plain)).doesNotContain("cell_");
        assertThat(rows(query)).isEqualTo(rows(plain));
        assertThat(((Number) rows(query).getFirst().getFirst()).longValue()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.stars AS a, s.others AS b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.7 OR a.id = b.id",
                "s.stars AS a, s.others AS b WHERE NOT DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.7",
                "s.stars AS a, s.others AS b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 50",
                "s.stars AS a, s.others AS b WHERE DISTANCE(a.ra, b.dec, b.ra, a.dec) < 0.7",
                "s.stars AS a, s.others AS b WHERE DISTANCE(a.ra, a.dec, a.ra, a.dec) < 0.7",
                "s.stars AS a LEFT JOIN s.others AS b ON a.id = b.id WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.7",
            })
    void leavesOtherConditionsAlone(String from) {
        assertThat(sql("SELECT COUNT(*) FROM " + from)).doesNotContain("cell_");
    }

    @Test
    void keepsTheOrderOfColumns() throws SQLException {
        PreparedQuery prepared = Sample.prepare(
                ADQL,
                "SELECT TOP 1 * FROM s.others AS c, s.stars AS a, s.others AS b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.7"
                        + " AND a.id = 3 AND b.id = 3 AND c.id = 9");
        List<Object> row = Sample.rows(duckdb, prepared).getFirst();
        assertThat(prepared.columns().get(0).name()).isEqualTo("id");
        assertThat(row.get(0)).isEqualTo(9);
        assertThat(row.get(9)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 1 = 1", "0.7, 1 = 1", "0.7, a.kind = b.kind", "3, a.id < 50"})
    void joinsFullyAsLeftAndRightTogether(double radius, String and) throws SQLException {
        String on = "DISTANCE(a.ra, a.dec, b.ra, b.dec) < %s AND %s".formatted(radius, and);
        String few =
                "(SELECT * FROM s.stars WHERE id < 300) AS a %s JOIN (SELECT * FROM s.others WHERE id > 200) AS b ON ";
        List<List<Object>> both = rows("SELECT a.id, b.id FROM " + few.formatted("LEFT") + on
                + " UNION SELECT a.id, b.id FROM " + few.formatted("RIGHT") + on + " ORDER BY 1, 2");
        assertThat(rows("SELECT a.id, b.id FROM " + few.formatted("FULL OUTER") + on + " ORDER BY 1, 2"))
                .isEqualTo(both)
                .hasSizeGreaterThan(399);
    }
}
