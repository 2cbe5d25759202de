package org.heralddata.adql.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.heralddata.adql.Limits;
import org.heralddata.adql.print.DuckDbDialect;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.Schema;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.schema.SchemaTable.Positions;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.SkyPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed runs, and means what ADQL says; with cells and without the same rows are found. */
class DuckDbIT {
    private static final int STARS = 4000;
    private static final Adql ADQL = new Adql(new DuckDbDialect(), Limits.DEFAULT);
    private static final double[][] POSITIONS = new double[STARS][];
    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        var random = new Random(5);
        var rows = new ArrayList<String>();
        for (int i = 0; i < STARS; i++) {
            double ra = i % 3 == 0 ? (359 + 2 * random.nextDouble()) % 360 : 360 * random.nextDouble();
            double z = 2 * random.nextDouble() - 1;
            double dec = i % 5 == 0
                    ? 89 + random.nextDouble()
                    : i % 3 == 0 ? random.nextDouble() : Math.toDegrees(Math.asin(z));
            POSITIONS[i] = new double[] {ra, dec};
            rows.add("(%d, '%s'::DOUBLE, '%s'::DOUBLE, %d, 'star %d')"
                    .formatted(i, ra, dec, Healpix.index(29, ra, dec), i));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE stars AS SELECT * FROM (VALUES " + String.join(", ", rows)
                    + ") t(id, ra, \"dec\", hpx, name)");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    private static Schema schema(boolean cells) {
        List<SchemaColumn> columns = List.of(
                column("id", ValueType.INTEGER, ""),
                column("ra", ValueType.DOUBLE, "deg"),
                column("dec", ValueType.DOUBLE, "deg"),
                column("hpx", ValueType.BIGINT, ""),
                column("name", ValueType.TEXT, ""));
        Positions positions = cells ? new Positions("ra", "dec", "hpx", true) : null;
        return new Schema(List.of(
                new SchemaTable("s", "stars", columns, positions, STARS),
                new SchemaTable("s", "others", columns, positions, 10)));
    }

    private static SchemaColumn column(String name, ValueType type, String unit) {
        return new SchemaColumn(name, name, type, Meta.unit(unit), false, null);
    }

    private static List<List<Object>> rows(String query) throws SQLException {
        return rows(query, true);
    }

    private static List<List<Object>> rows(String query, boolean cells) throws SQLException {
        PreparedQuery prepared = ADQL.prepare(query, schema(cells), (_, _) -> "stars", -1);
        var rows = new ArrayList<List<Object>>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(prepared.sql())) {
            while (result.next()) {
                var row = new ArrayList<Object>();
                for (int i = 1; i <= prepared.columns().size(); i++) {
                    Object cell = result.getObject(i);
                    row.add(cell instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : cell);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static Object one(String expression) throws SQLException {
        return rows("SELECT TOP 1 " + expression + " AS x FROM s.stars")
                .getFirst()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "7/2→3",
                "-7/2→-3",
                "7.0/2→3.5",
                "1/0→null",
                "MOD(-7,3)→-1",
                "MOD(7.5,2)→1.5",
                "LOG(EXP(2))→2.0",
                "LOG(0)→null",
                "SQRT(-1)→null",
                "ROUND(2.5)→3.0",
                "ROUND(-2.5)→-3.0",
                "ROUND(1234.567,-2)→1200.0",
                "TRUNCATE(-1.99)→-1.0",
                "TRUNCATE(1.987,2)→1.98",
                "ABS(-3)→3",
                "CEILING(1.2)→2.0",
                "POWER(2,10)→1024.0",
                "5 & 3→1",
                "5 ^ 3→6",
                "~5→-6",
                "0xFF→255",
                "'a' || 'b'→ab",
                "'it''s'→it's",
                "LOWER('AbC')→abc",
                "COALESCE(NULL, 3)→3",
                "NULLIF(3, 3)→null",
                "CASE WHEN 1 < 2 THEN 'y' ELSE 'n' END→y",
                "CASE 3 WHEN 1 THEN 'a' WHEN 3 THEN 'c' END→c",
                "CAST('12' AS INTEGER)→12",
                "CAST('abcdef' AS VARCHAR(3))→abc",
                "CAST(TIMESTAMP '2004-01-31T12:30:00' AS VARCHAR)→2004-01-31T12:30:00",
                "gavo_to_mjd(TIMESTAMP '2000-01-01T12:00:00')→51544.5",
                "ivo_healpix_index(0, 1, 1)→4",
                "ivo_healpix_index(17, 1, 1)→81609757711",
                "ivo_healpix_index(17, POINT('ICRS', 1, 1))→81609757711",
                "ivo_healpix_index(17, 359, -1)→73009064944",
                "ivo_hasword('Miller and Urey have', 'miller')→1",
                "ivo_hasword('shown that a primordial', 'soup')→0",
                "ivo_hasword('shown that a primordial', 'shown primordial')→1",
                "ivo_hashlist_has('Red#green#blue', 'red')→1",
                "ivo_hashlist_has('red#green#blue', 're')→0",
                "ivo_hashlist_has('red#green#blue', 'red#green')→0",
                "ivo_nocasematch('ABcabc', 'ab__bc')→1",
                "ivo_interval_overlaps(-2, -3, 2, 3)→0",
                "ivo_interval_overlaps(-2, 55.3, 2, 3)→1",
                "ivo_interval_overlaps(-2, 55.3, 3, 2)→0",
                "gavo_urlescape('a b/c')→a%20b%2Fc",
                "gavo_getauthority('ivo://org.gavo.dc/tap')→org.gavo.dc",
                "gavo_match('b.', 'abc')→1",
                "COORDSYS(POINT(1, 2))→ICRS",
                "COORD1(POINT(1.5, 2))→1.5",
                "CONTAINS(POINT(25.0, -19.5), CIRCLE(25.4, -20.0, 10.0))→1",
                "INTERSECTS(CIRCLE(25.4, -20.0, 1), POLYGON(20, -15, 20, -5, 10, -5, 10, -15))→0",
                "INTERSECTS(CIRCLE(25.4, -20.0, 10), POLYGON(20, -15, 20, -5, 10, -5, 10, -15))→1",
                "CONTAINS(POINT(15, -10), POLYGON(20, -15, 20, -5, 10, -5, 10, -15))→1",
                "CONTAINS(POINT(195, 10), POLYGON(20, -15, 20, -5, 10, -5, 10, -15))→0",
                "CONTAINS(CIRCLE(15, -10, 1), POLYGON(20, -15, 20, -5, 10, -5, 10, -15))→1",
                "CONTAINS(CIRCLE(15, -10, 5), POLYGON(20, -15, 20, -5, 10, -5, 10, -15))→0",
                "CONTAINS(POINT(24, -24), BOX(25.4, -20.0, 10.0, 10.0))→1",
                "CONTAINS(BOX(1, 1, 1, 1), BOX(1, 1, 2, 2))→1",
                "CONTAINS(BOX(1, 1, 2, 2), BOX(1, 1, 1, 1))→0",
                "INTERSECTS(BOX(1, 1, 2, 2), BOX(2.5, 1, 2, 2))→1",
                "INTERSECTS(BOX(1, 1, 2, 2), BOX(4, 1, 2, 2))→0",
                "CONTAINS(REGION('Position ICRS 1 2'), REGION('Circle 1 2.5 1'))→1",
            })
    void computes(String expression, String expected) throws SQLException {
        assertThat(String.valueOf(one(expression))).isEqualTo(expected);
    }

    @Test
    void measuresTheSky() throws SQLException {
        assertThat((Double) one("AREA(CIRCLE(10, 20, 180))")).isCloseTo(41252.96, within(0.01));
        assertThat((Double) one("AREA(POLYGON(0, 0, 90, 0, 0, 90))")).isCloseTo(41252.96 / 8, within(0.01));
        assertThat((Double) one("DISTANCE(10, 20, 10, 21.5)")).isCloseTo(1.5, within(1e-12));
        assertThat((Double) one("DISTANCE(POINT(0, 90), POINT(77, -90))")).isCloseTo(180, within(1e-12));
        assertThat(point("CENTROID(POLYGON(9, 0, 11, 0, 11, 2, 9, 2))").get(0)).isCloseTo(10, within(1e-9));
        List<Double> galactic = point("ivo_transform('ICRS', 'GALACTIC', POINT(266.40499, -28.93617))");
        assertThat(Math.min(galactic.get(0), 360 - galactic.get(0))).isLessThan(1e-4);
        assertThat(galactic.get(1)).isCloseTo(0, within(1e-4));
    }

    @SuppressWarnings("unchecked") // a point is a list of two numbers
    private static List<Double> point(String expression) throws SQLException {
        return (List<Double>) one(expression);
    }

    @Test
    void findsCentresOfCells() throws SQLException {
        assertThat(point("ivo_healpix_center(0, 6)").get(0)).isCloseTo(180, within(1e-12));
        var random = new Random(3);
        for (int i = 0; i < 40; i++) {
            int order = random.nextInt(30);
            long cell = Math.floorMod(random.nextLong(), 12L << (2 * order));
            SkyPosition centre = Healpix.centre(order, cell);
            List<Double> found = point("ivo_healpix_center(%d, %d)".formatted(order, cell));
            assertThat(SkyPosition.separationDeg(centre.raDeg(), centre.decDeg(), found.get(0), found.get(1)))
                    .isLessThan(1e-10);
        }
    }

    @Test
    void numbersCellsAsTheModelDoes() throws SQLException {
        for (List<Object> row :
                rows("SELECT TOP 500 id, ivo_healpix_index(11, ra + 0, dec + 0) AS cell FROM s.stars")) {
            double[] at = POSITIONS[(Integer) row.get(0)];
            assertThat(row.get(1)).isEqualTo(Healpix.index(11, at[0], at[1]));
        }
    }

    @Test
    void findsTheSameWithCellsAndWithout() throws SQLException {
        var random = new Random(11);
        for (int i = 0; i < 25; i++) {
            double ra = i % 3 == 0 ? 0.2 : 360 * random.nextDouble();
            double dec = i % 4 == 0 ? 89.5 : i % 3 == 0 ? 0.5 : 180 * random.nextDouble() - 90;
            double radius = Math.pow(10, 2.2 * random.nextDouble() - 1);
            String cone =
                    "SELECT id FROM s.stars WHERE 1=CONTAINS(POINT('ICRS', ra, dec), CIRCLE('ICRS', %s, %s, %s)) ORDER BY id"
                            .formatted(ra, dec, radius);
            List<Integer> expected = near(ra, dec, radius);
            assertThat(ids(cone, true)).isEqualTo(ids(cone, false)).isEqualTo(expected);
            String distance = "SELECT id FROM s.stars WHERE DISTANCE(ra, dec, %s, %s) <= %s ORDER BY 1"
                    .formatted(ra, dec, radius);
            assertThat(ids(distance, true)).isEqualTo(expected);
            String box = "SELECT id FROM s.stars WHERE 1=CONTAINS(POINT(ra, dec), BOX(%s, %s, %s, %s)) ORDER BY id"
                    .formatted(ra, dec, Math.min(100, 2 * radius), Math.min(100, radius));
            assertThat(ids(box, true)).isEqualTo(ids(box, false));
        }
    }

    private static List<Integer> near(double ra, double dec, double radius) {
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < STARS; i++) {
            if (SkyPosition.separationDeg(POSITIONS[i][0], POSITIONS[i][1], ra, dec) <= radius) {
                ids.add(i);
            }
        }
        return ids;
    }

    private static List<Integer> ids(String query, boolean cells) throws SQLException {
        return rows(query, cells).stream().map(r -> (Integer) r.getFirst()).collect(Collectors.toList());
    }

    @ParameterizedTest
    @CsvSource({"0.05", "0.7", "3", "15"})
    void joinsByPositionAsEveryPairWould(double radius) throws SQLException {
        String pairs = "SELECT COUNT(*), SUM(a.id), SUM(b.id) FROM %s WHERE %s a.id < 1000";
        String near = "DISTANCE(a.ra, a.dec, b.ra, b.dec) <= " + radius;
        List<List<Object>> joined = rows(pairs.formatted("s.stars AS a JOIN s.others AS b ON " + near, ""));
        List<List<Object>> all = rows(pairs.formatted("s.stars AS a CROSS JOIN s.others AS b", near + " AND"));
        assertThat(joined).isEqualTo(all);
        assertThat(rows(pairs.formatted("s.others AS b JOIN s.stars AS a ON " + near, "")))
                .isEqualTo(all);
        assertThat(rows("SELECT COUNT(*) FROM s.stars AS a LEFT JOIN s.others AS b ON 1=CONTAINS(POINT(b.ra, b.dec),"
                        + " CIRCLE(a.ra, a.dec, " + radius + ")) AND b.id > 99999"))
                .isEqualTo(List.of(List.of((long) STARS)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "SELECT COUNT(*) FROM s.stars→4000",
                "SELECT TOP 1 id FROM s.stars ORDER BY id DESC→3999",
                "SELECT id FROM s.stars WHERE id BETWEEN 3 AND 5 ORDER BY id OFFSET 2→5",
                "SELECT MAX(n) FROM (SELECT id AS n FROM s.stars WHERE id < 10) AS q→9",
                "WITH few AS (SELECT id FROM s.stars WHERE id < 7) SELECT COUNT(*) FROM few AS a JOIN few AS b USING (id)→7",
                "SELECT COUNT(*) FROM s.stars WHERE id IN (SELECT id FROM s.others WHERE id < 4)→4",
                "SELECT COUNT(*) FROM s.stars AS a WHERE EXISTS (SELECT id FROM s.others AS b WHERE b.id = a.id + 3990)→10",
                "SELECT COUNT(*) FROM s.stars WHERE id = (SELECT MAX(id) FROM s.others)→1",
                "SELECT COUNT(*) FROM s.stars NATURAL JOIN s.others→4000",
                "SELECT COUNT(*) FROM (SELECT id FROM s.stars WHERE id < 3 UNION SELECT id FROM s.others WHERE id < 5) AS u→5",
                "SELECT COUNT(*) FROM (SELECT id FROM s.stars WHERE id < 3 UNION ALL SELECT id FROM s.others WHERE id < 5) AS u→8",
                "SELECT COUNT(*) FROM (SELECT id FROM s.stars WHERE id < 3 EXCEPT SELECT id FROM s.others WHERE id < 2) AS u→1",
                "SELECT COUNT(*) FROM (SELECT id FROM s.stars WHERE id < 3 INTERSECT SELECT id FROM s.others) AS u→3",
                "(SELECT TOP 1 id FROM s.stars ORDER BY id DESC) UNION (SELECT 5 FROM s.stars) ORDER BY id DESC OFFSET 1→5",
                "SELECT MOD(id, 2) AS odd FROM s.stars GROUP BY odd HAVING COUNT(*) > 1 AND MIN(id) = 1→1",
                "SELECT ivo_string_agg(name, ',') FROM s.stars WHERE id IN (1, 2)→star 1,star 2",
                "SELECT COUNT(*) FROM s.stars WHERE name LIKE 'star 1_' AND name ILIKE 'STAR%'→10",
                "SELECT COUNT(DISTINCT FLOOR(id / 1000)) FROM s.stars→4",
                "SELECT COUNT(*) FROM s.stars AS a LEFT OUTER JOIN s.others AS b ON a.id = b.id AND b.id < 5 WHERE b.id IS NULL→3995",
                "SELECT a.id FROM s.stars AS a, s.others AS b WHERE a.id = b.id AND a.id = 77→77",
                "SELECT ivo_histogram(id, 0, 4000, 4) FROM s.stars→[0, 1000, 1000, 1000, 1000, 0]",
                "SELECT IN_UNIT(MAX(ra - ra + 1 * ra), 'rad') - RADIANS(MAX(ra)) FROM s.stars WHERE id = 0→0.0",
            })
    void answers(String query, String expected) throws SQLException {
        List<List<Object>> rows = rows(query);
        assertThat(rows).hasSize(1);
        assertThat(String.valueOf(rows.getFirst().getFirst())).isEqualTo(expected);
    }

    @Test
    void movesStars() throws SQLException {
        assertThat(point("ivo_apply_pm(10, 0, 0.001, 0, 100)").get(0)).isCloseTo(10.1, within(1e-5));
        assertThat(point("ivo_epoch_prop_pos(10, 20, 0, 0, 3600000, 0, 2000, 2001)")
                        .get(1))
                .isCloseTo(20 + Math.toDegrees(Math.atan(Math.toRadians(1))), within(1e-9));
        List<Double> same = point("ivo_epoch_prop(10, 20, 5, 100, -50, 30, 2016, 2016)");
        for (int i = 0; i < 6; i++) {
            assertThat(same.get(i)).isCloseTo(new double[] {10, 20, 5, 100, -50, 30}[i], within(1e-8));
        }
    }

    @Test
    void neverFailsOnMutatedQueries() {
        String[] seeds = {
            "SELECT TOP 10 a.id, COUNT(*) AS n FROM s.stars AS a JOIN s.others b USING (id) WHERE a.ra > 3.5e2 GROUP BY a.id ORDER BY n DESC OFFSET 2",
            "WITH q AS (SELECT ra, \"dec\" FROM s.stars) SELECT LOG(ra), 'x''y' |→ CAST(ra AS VARCHAR(5)) FROM q WHERE 1=CONTAINS(POINT(ra, \"dec\"), CIRCLE(1,2,3))",
            "SELECT CASE WHEN id IN (1,2) THEN ~id ELSE NULL END FROM s.stars WHERE NOT name LIKE 'a%' AND EXISTS (SELECT * FROM s.others) UNION SELECT 3 FROM s.stars"
        };
        String[] pieces = {
            "(",
            ")",
            "'",
            "\"",
            ",",
            ".",
            "SELECT",
            "FROM",
            "NOT",
            "*",
            "- -",
            "0x",
            "1e",
            "POINT(",
            "\u00e9",
            "\ud83d\ude00",
            "--",
            ";",
            "TOP",
            "NULL",
            "CASE",
            "%",
            "\0"
        };
        var random = new Random(42);
        for (int i = 0; i < 4000; i++) {
            var query = new StringBuilder(seeds[i % seeds.length]);
            for (int k = 0; k <= random.nextInt(3); k++) {
                int at = random.nextInt(query.length());
                switch (random.nextInt(3)) {
                    case 0 -> query.deleteCharAt(at);
                    case 1 -> query.insert(at, pieces[random.nextInt(pieces.length)]);
                    default -> query.delete(at, Math.min(query.length(), at + random.nextInt(12)));
                }
            }
            try {
                ADQL.prepare(query.toString(), schema(true), (_, _) -> "stars", -1);
            } catch (Refusal refused) {
                assertThat(refused.diagnostics()).isNotEmpty();
            }
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        for (String query : List.of(
                "SELECT " + "(".repeat(100) + "1" + ")".repeat(100) + " FROM s.stars",
                "SELECT 1" + "+1".repeat(1000) + " FROM s.stars",
                "SELECT 1 " + " ".repeat(500_000) + " FROM s.stars",
                "SELECT 1 FROM s.stars" + ", s.stars AS a".repeat(40))) {
            assertThatThrownBy(() -> ADQL.prepare(query, schema(true), (_, _) -> "stars", -1))
                    .isInstanceOf(Refusal.class);
        }
    }
}
