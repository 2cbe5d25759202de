package org.heralddata.adql.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.heralddata.adql.print.DuckDbDialect;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.sky.SkyPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Combined regions, MOCs and frames select what they say. */
class RegionsIT {
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

    private static Object one(String expression) throws SQLException {
        return rows("SELECT TOP 1 " + expression + " FROM s.stars").getFirst().getFirst();
    }

    private static List<List<Object>> in(String point, String shape) throws SQLException {
        return rows("SELECT id FROM s.stars WHERE 1=CONTAINS(%s, %s) ORDER BY id".formatted(point, shape));
    }

    @Test
    void combinesRegionsAsLogicDoes() throws SQLException {
        String a = "CONTAINS(POINT(ra, dec), CIRCLE(10, 5, 60))";
        String b = "CONTAINS(POINT(ra, dec), POLYGON(0, -20, 90, -20, 90, 50, 0, 50))";
        String c = "CONTAINS(POINT(ra, dec), BOX(30, 10, 40, 40))";
        List<List<Object>> expected =
                rows("SELECT id FROM s.stars WHERE (1=%s AND 0=%s) OR 1=%s ORDER BY id".formatted(a, b, c));
        assertThat(expected).hasSizeBetween(5, 595);
        assertThat(
                        in(
                                "POINT(ra, dec)",
                                "REGION('UNION (intersection ICRS (Circle 10 5 60 Not (Polygon 0 -20 90 -20 90 50 0 50)) Box ICRS 30 10 40 40)')"))
                .isEqualTo(expected);
        assertThat(
                        rows(
                                "SELECT id FROM s.stars WHERE 0=INTERSECTS(REGION('Not (Circle 10 5 60)'), POINT(ra, dec)) ORDER BY id"))
                .isEqualTo(in("POINT(ra, dec)", "CIRCLE(10, 5, 60)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "CONTAINS(CIRCLE(1, 1, 1), REGION('Intersection (Circle 1 1 2 Circle 2 1 2.5)'))→1",
                "CONTAINS(CIRCLE(1, 1, 1), REGION('Intersection (Circle 1 1 2 Circle 2 1 1.5)'))→0",
                "CONTAINS(REGION('Union (Circle 1 1 1 Position 2 2)'), CIRCLE(1, 1, 3))→1",
                "CONTAINS(REGION('Union (Circle 1 1 1 Position 2 5)'), CIRCLE(1, 1, 3))→0",
                "CONTAINS(CIRCLE(1, 1, 1), REGION('Not (Circle 5 1 2)'))→1",
                "CONTAINS(CIRCLE(1, 1, 1), REGION('Not (Circle 3 1 2)'))→0",
                "INTERSECTS(REGION('Union (Circle 1 1 1 Circle 9 9 1)'), BOX(9, 9, 1, 1))→1",
                "INTERSECTS(REGION('Union (Circle 1 1 1 Circle 9 9 1)'), BOX(5, 5, 1, 1))→0",
                "INTERSECTS(REGION('Not (Circle 1 1 3)'), CIRCLE(1, 1, 1))→0",
                "CONTAINS(POINT(1, 2), NULL)→null",
                "CONTAINS(POINT(NULL, 2), MOC('0/0-11'))→null",
                "CONTAINS(POINT(1, 2), MOC('0/'))→0",
                "CONTAINS(MOC('1/0-2'), MOC('0/0'))→1",
                "INTERSECTS(MOC('1/4'), MOC('0/0'))→0",
                "INTERSECTS(MOC('2/4'), REGION('Union (Circle 67.5 30 3 Circle 9 9 1)'))→1",
                "moc('1/0,1,2,3 2/16')→0/0 2/16",
                "REGION(' Not (Circle 1 1 3)')→Not (Circle 1 1 3)",
                "ivo_interval_overlaps(1, 2, 2, 3)→1",
            })
    void computes(String expression, String expected) throws SQLException {
        assertThat(String.valueOf(one(expression))).isEqualTo(expected);
    }

    @Test
    void findsTheSameInCellsByColumnAndByFormula() throws SQLException {
        for (String moc :
                List.of("'0/0 1/30 3/700-705 6/2000-3000'", "11, CIRCLE(0.3, 0.4, 0.8)", "9, BOX(200, 89.5, 2, 1)")) {
            List<List<Object>> found = in("POINT(ra, dec)", "MOC(" + moc + ")");
            assertThat(found).isNotEmpty().isEqualTo(in("POINT(ra + 0, dec)", "MOC(" + moc + ")"));
        }
        assertThat(in("POINT(ra, dec)", "MOC(11, CIRCLE(0.3, 0.4, 0.8))"))
                .containsAll(in("POINT(ra, dec)", "CIRCLE(0.3, 0.4, 0.8)"));
    }

    @Test
    void bringsPositionsOfOtherFramesIntoOurs() throws SQLException {
        var centre = (List<?>) one("CENTROID(CIRCLE('GALACTIC', 0, 0, 1))");
        assertThat(SkyPosition.separationDeg(266.40499, -28.93617, (Double) centre.get(0), (Double) centre.get(1)))
                .isLessThan(1e-4);
        String galactic = "ivo_transform('ICRS', 'GALACTIC', POINT(ra, dec))";
        assertThat(
                        rows(
                                "SELECT id FROM s.stars WHERE 1=CONTAINS(POINT(ra, dec), CIRCLE('Galactic', 120, 30, 50)) ORDER BY id"))
                .hasSizeBetween(5, 595)
                .isEqualTo(rows("SELECT id FROM s.stars WHERE DISTANCE(%s, POINT(120, 30)) <= 50 ORDER BY id"
                        .formatted(galactic)));
        assertThat(in("POINT(ra, dec)", "BOX('GALACTIC', 120, 30, 60, 40)"))
                .hasSizeBetween(5, 595)
                .isEqualTo(in(galactic, "BOX(120, 30, 60, 40)"))
                .isEqualTo(in("POINT(ra, dec)", "REGION('Box GALACTIC 120 30 60 40')"));
    }

    @Test
    void readsCirclesOfColumns() throws SQLException {
        assertThat(rows("SELECT id FROM s.stars WHERE 1=CONTAINS(POINT(0.1, 0.5), s_region) ORDER BY id"))
                .hasSizeGreaterThan(50)
                .isEqualTo(rows(
                        "SELECT id FROM s.stars WHERE DISTANCE(POINT(0.1, 0.5), POINT(ra, dec)) <= MOD(id, 10) AND MOD(id, 17) <> 0"
                                + " AND MOD(id, 19) <> 0 ORDER BY id"));
    }

    @Test
    void takesIntervalsOfColumns() throws SQLException {
        assertThat(rows(
                        "SELECT COUNT(*) FROM (SELECT id, ivo_histogram(ra, 0, 360, 1) AS h FROM s.stars GROUP BY id) AS q"
                                + " WHERE 1 = ivo_interval_has(0, q.h)"))
                .isEqualTo(List.of(List.of(600L)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "CONTAINS(CIRCLE(1, 1, 1), REGION('Union (Circle 1 1 2 Circle 2 1 1)'))→Q115",
                "AREA(REGION('Union (Circle 1 1 2 Circle 2 1 1)'))→Q115",
                "CONTAINS(MOC('0/0'), CIRCLE(1, 1, 90))→Q115",
                "CONTAINS(CIRCLE(ra, dec, 1), MOC('0/0'))→Q115",
                "CONTAINS(CIRCLE(1, 1, 1), POINT(1, 1))→Q107",
                "MOC('3/1-')→Q109",
                "MOC(6, CIRCLE(ra, dec, 1))→Q115",
                "MOC(id, CIRCLE(1, 1, 1))→Q109",
                "MOC(14, CIRCLE(0, 0, 90))→Q102",
                "gavo_mocunion('0/0', name)→Q115",
                "REGION('Union (Circle 1 1 1)')→Q109",
                "REGION('Union Circle 1 1 1 Circle 2 2 2')→Q109",
                "REGION('Circle 1 1 1 1')→Q109",
                "REGION('Circle 1 1 1 )')→Q109",
                "REGION('Ellipse 1 1 1 1 1')→Q115",
                "REGION('Circle QUARK 1 1 1')→Q109",
                "POINT('QUARK', 1, 1)→Q109",
                "ivo_transform('ICRS', 'FK6', POINT(1, 1))→Q109",
                "gavo_vocmatch('messenger', 'Photon', name)→Q115",
                "ivo_simbadpoint('M 31')→Q115",
            })
    void refusesInWords(String expression, String code) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> Sample.prepare(ADQL, "SELECT " + expression + " FROM s.stars"));
        assertThat(refusal).isNotNull();
        assertThat(refusal.diagnostics().getFirst().code().id())
                .as(refusal.getMessage())
                .isEqualTo(code);
    }

    @Test
    void refusesRegionsOfEndlessDepth() {
        String deep = "Not (".repeat(3_00) + "Circle 1 1 1" + ")".repeat(300);
        assertThat(catchThrowableOfType(
                        Refusal.class, () -> Sample.prepare(ADQL, "SELECT REGION('" + deep + "') FROM s.stars")))
                .isNotNull();
    }
}
