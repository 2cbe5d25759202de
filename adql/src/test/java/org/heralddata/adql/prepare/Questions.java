package org.heralddata.adql.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries of everything that is printed, for engines to agree on. */
final class Questions {
    private Questions() {}

    static Stream<String> all() {
        return Stream.of(expressions().stream(), fixed().stream(), regions().stream(), whole().stream())
                .flatMap(s -> s);
    }

    /** What {@link DuckDbIT} computes. */
    private static List<String> expressions() {
        return annotated("computes")
                .map(e -> "SELECT TOP 1 " + e + " AS x FROM s.stars")
                .toList();
    }

    /** What {@link DuckDbIT} asks. */
    private static List<String> whole() {
        return annotated("answers").toList();
    }

    private static Stream<String> annotated(String test) {
        return Arrays.stream(DuckDbIT.class.getDeclaredMethods())
                .filter(m -> m.getName().equals(test))
                .flatMap(m -> Arrays.stream(m.getAnnotation(CsvSource.class).value()))
                .map(line -> line.substring(0, line.indexOf('→')));
    }

    private static List<String> fixed() {
        return List.of(
                // numbers
                "SELECT id, 1 + kind * 2147483647, kind / 2, kind / 2.0, -id / 7, MOD(id, 7), MOD(ra, 7), MOD(-ra, 0.7) FROM s.stars ORDER BY id",
                "SELECT id, ABS(dec), ACOS(dec), ASIN(dec / 90), ATAN(dec), ATAN2(dec, ra), CEILING(dec), COS(ra), COT(ra) FROM s.stars ORDER BY id",
                "SELECT id, DEGREES(ra), EXP(dec), EXP(-1000 - id), FLOOR(dec), LOG(dec), LOG10(dec), LOG10(dec * dec + kind * 10 + ra * ra * ra + 1) FROM s.stars ORDER BY id",
                "SELECT id, PI(), POWER(ra, 1.5), POWER(dec, 0.5), POWER(dec, 3), RADIANS(ra), ROUND(dec, 1), ROUND(ra, -1), ROUND(dec * 10) FROM s.stars ORDER BY id",
                "SELECT id, SIN(ra), SQRT(dec), TAN(dec), TRUNCATE(dec), TRUNCATE(dec, 2), TRUNCATE(ra, -2) FROM s.stars ORDER BY id",
                "SELECT id, kind & 3, kind | 8, kind ^ 5, ~kind, hpx & 255, id & 7 FROM s.stars ORDER BY id",
                "SELECT id, flux, flux / 0, flux * 2, -flux, COALESCE(flux, 0), NULLIF(kind, 2) FROM s.stars ORDER BY id",
                "SELECT id, IN_UNIT(ra, 'rad'), IN_UNIT(flux, 'mJy'), gavo_specconv(ra, 'nm', 'eV'), gavo_specconv(ra, 'GHz', 'cm') FROM s.stars ORDER BY id",
                "SELECT id, CAST(ra AS INTEGER), CAST(kind AS DOUBLE PRECISION), CAST(id AS REAL), CAST(id AS VARCHAR), CAST(name AS CHAR(12)), CAST('12' AS BIGINT) FROM s.stars ORDER BY id",
                // conditions
                "SELECT id FROM s.stars WHERE flux > 3 OR kind IS NULL AND NOT id BETWEEN 3 AND 99 ORDER BY id",
                "SELECT id FROM s.stars WHERE flux <= 9.5 AND name LIKE 'star 1%' OR name ILIKE 'ÉT%7' ORDER BY id DESC",
                "SELECT id FROM s.stars WHERE name > 'Ét' ORDER BY name",
                "SELECT id, CASE WHEN kind = 1 THEN 'one' WHEN kind IN (2, 3) THEN 'more' ELSE 'none' END, CASE kind WHEN 0 THEN 1.5 WHEN 1 THEN 2 END FROM s.stars ORDER BY id",
                "SELECT id, LOWER(name) || UPPER(name) || kind FROM s.stars ORDER BY id",
                "SELECT name, flux FROM s.stars ORDER BY flux DESC, name OFFSET 3",
                "SELECT TOP 7 name, flux FROM s.stars ORDER BY flux, name DESC OFFSET 500",
                "SELECT id FROM s.stars WHERE 1=gavo_match('[eE]r 1.*', name) OR 1=ivo_hasword(name, 'étoile 15') OR 1=ivo_nocasematch(name, '%R 22_') ORDER BY id",
                "SELECT TOP 1 gavo_urlescape('a b/c?é~*+%'), gavo_getauthority('ivo://a.b/c#d'), gavo_getauthority('http://x'), ivo_hashlist_has('a#b', 'B'), ivo_hasword(NULL, 'a') FROM s.stars",
                "SELECT name FROM s.stars WHERE name LIKE '%\\_%' OR name LIKE '%1_' ORDER BY name",
                // times
                "SELECT id, seen, gavo_to_mjd(seen), gavo_to_jd(seen), CAST(seen AS VARCHAR) FROM s.stars ORDER BY id",
                "SELECT id FROM s.stars WHERE seen > '2004-01-05' AND seen <= TIMESTAMP '2004-01-17T12:30:00.016000002' ORDER BY id",
                "SELECT id FROM s.stars WHERE seen = TIMESTAMP '2004-01-17T12:30:00.016000001' OR seen BETWEEN '2004-01-02' AND '2004-01-03' ORDER BY id",
                "SELECT MIN(seen), MAX(seen), COUNT(DISTINCT seen) FROM s.stars",
                "SELECT TOP 1 CAST('2004-01-31T12:30:00.123456789' AS TIMESTAMP), CAST(TIMESTAMP '1969-12-31T23:59:59.5' AS VARCHAR) FROM s.stars",
                "SELECT id, CAST('2004-01-31 12:30:00.' || CAST(id AS VARCHAR) AS TIMESTAMP) FROM s.stars WHERE id > 99 ORDER BY id",
                "SELECT s.seen FROM (SELECT seen FROM s.stars WHERE id < 9 UNION SELECT TIMESTAMP '2000-01-01' FROM s.stars) AS s ORDER BY seen DESC",
                // groups and queries within
                "SELECT kind, COUNT(*), COUNT(flux), SUM(id), AVG(ra), MIN(name), MAX(flux), SUM(flux) FROM s.stars GROUP BY kind ORDER BY kind",
                "SELECT ivo_healpix_index(1, ra + 0, dec) AS cell, COUNT(*), AVG(ra), ivo_healpix_index(1, ra + 0, dec) + 1 FROM s.stars GROUP BY cell ORDER BY cell",
                "SELECT ROUND(DISTANCE(ra, dec, 10, 20), -1) AS r, COUNT(*) AS n FROM s.stars GROUP BY ROUND(DISTANCE(ra, dec, 10, 20), -1) HAVING COUNT(*) > 3 ORDER BY r",
                "SELECT kind, ivo_histogram(ra, 0, 360, 6), ivo_string_agg(name, '; ') FROM s.stars WHERE id < 60 GROUP BY kind ORDER BY kind",
                "SELECT kind, ivo_healpix_index(8, AVG(ra), AVG(dec)), ivo_healpix_index(8, COUNT(*), 5), DISTANCE(COUNT(*) / 1000.0, MIN(dec), AVG(ra), SQRT(MAX(ABS(dec)))) FROM s.stars GROUP BY kind ORDER BY kind",
                "SELECT DISTINCT kind, MOD(id, 2) FROM s.stars ORDER BY kind, 2",
                "WITH near (n, far) AS (SELECT id, DISTANCE(ra, dec, 0, 0) FROM s.stars) SELECT n, far FROM near WHERE far < (SELECT AVG(far) FROM near) ORDER BY n",
                "SELECT a.id, (SELECT MAX(b.id) FROM s.others AS b WHERE b.kind = a.kind) FROM s.stars AS a ORDER BY a.id",
                "SELECT id FROM s.stars WHERE kind NOT IN (SELECT kind FROM s.others WHERE kind > 1) ORDER BY id",
                "(SELECT id, name FROM s.stars WHERE id < 5 UNION ALL SELECT id, name FROM s.others WHERE id < 3) EXCEPT ALL SELECT 2, 'star 2' FROM s.stars WHERE id = 2 ORDER BY id, name",
                "SELECT id FROM s.stars WHERE id < 9 INTERSECT ALL SELECT id + 5 FROM s.others ORDER BY id",
                "SELECT NULL, id FROM s.stars WHERE id < 3 UNION SELECT 'x', id FROM s.others WHERE id < 2 ORDER BY id, 1",
                // joins
                "SELECT a.id, b.id FROM s.stars AS a JOIN s.others AS b ON a.kind = b.kind AND b.id < 6 WHERE a.id < 40 ORDER BY a.id, b.id",
                "SELECT id, a.name, b.flux FROM s.stars AS a LEFT JOIN s.others AS b USING (id, kind) ORDER BY id",
                "SELECT COUNT(*), COUNT(b.id) FROM s.stars AS a RIGHT OUTER JOIN s.others AS b ON a.id = b.id + 300",
                "SELECT a.id, b.id FROM s.stars AS a FULL OUTER JOIN s.others AS b ON a.id = b.id + 590 ORDER BY a.id, b.id",
                "SELECT a.id, b.id FROM (SELECT * FROM s.stars WHERE id < 20) AS a FULL JOIN (SELECT * FROM s.others WHERE id < 30) AS b ON a.id > b.id + 15 ORDER BY a.id, b.id",
                "SELECT a.id, b.id, ROUND(DISTANCE(a.ra, a.dec, b.ra, b.dec), 6) FROM s.stars AS a JOIN s.others AS b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 1.5 WHERE a.id < b.id ORDER BY a.id, b.id",
                "SELECT a.id, COUNT(b.id) FROM s.stars AS a LEFT JOIN s.others AS b ON 1=CONTAINS(POINT(b.ra, b.dec), CIRCLE(a.ra, a.dec, 0.5)) AND b.kind = 1 GROUP BY a.id ORDER BY a.id",
                "SELECT a.id, COUNT(b.id) FROM s.stars AS a FULL JOIN s.others AS b ON DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.7 AND a.kind = b.kind GROUP BY a.id ORDER BY a.id",
                "SELECT a.id, b.id FROM s.stars AS a, s.others AS b WHERE DISTANCE(a.ra, a.dec, b.ra, b.dec) < 0.5 AND a.id < b.id ORDER BY a.id, b.id",
                "SELECT COUNT(*) FROM s.stars AS a CROSS JOIN s.others AS b WHERE 1=CONTAINS(POINT(a.ra, a.dec), CIRCLE(b.ra, b.dec, 2))",
                // geometry
                "SELECT id, POINT(ra, dec), CIRCLE(ra, dec, 1), COORD1(POINT(ra, dec)), AREA(CIRCLE(0, 0, ABS(dec))) FROM s.stars ORDER BY id",
                "SELECT id, CENTROID(POLYGON(ra, 0, ra + 10, 0, ra + 5, 10)), AREA(POLYGON(ra, 0, ra + 10, 0, ra + 5, 10)) FROM s.stars ORDER BY id",
                "SELECT id FROM s.stars WHERE 1=CONTAINS(POINT(100, 10), CIRCLE(ra, dec, id / 10.0)) ORDER BY id",
                "SELECT id FROM s.stars WHERE 1=INTERSECTS(CIRCLE(ra, dec, 3), BOX(0, 0, 20, 10)) AND 0=CONTAINS(CIRCLE(ra, dec, 3), BOX(0, 0, 20, 10)) ORDER BY id",
                "SELECT id FROM s.stars WHERE 1=INTERSECTS(BOX(ra, dec, 4, 4), POLYGON(0, -30, 60, -30, 60, 30, 0, 30)) ORDER BY id",
                "SELECT id, ivo_transform('ICRS', 'GALACTIC', POINT(ra, dec)), ivo_healpix_index(12, POINT(ra + 0, dec)), ivo_healpix_index(6, ra, dec), ivo_healpix_center(5, id * 20) FROM s.stars ORDER BY id",
                "SELECT id FROM s.stars WHERE 1=CONTAINS(POINT(ra, dec), MOC('0/0 1/30 3/700-705 6/2000-3000')) ORDER BY id",
                "SELECT id FROM s.stars WHERE 1=CONTAINS(POINT(ra + 0, dec), gavo_mocunion(MOC('0/0 1/30 3/700-705'), '6/2000-3000')) ORDER BY id",
                "SELECT id FROM s.stars WHERE 1=INTERSECTS(MOC(7, CIRCLE(0, 0, 5)), POINT(ra, dec)) ORDER BY id",
                "SELECT id, CENTROID(s_region), AREA(REGION(s_region)) FROM s.stars WHERE 1=CONTAINS(POINT(0.1, 0.5), s_region) OR 1=INTERSECTS(s_region, BOX(9, 89, 1, 1)) OR id = 7 ORDER BY id",
                "SELECT id, REGION(name) FROM s.stars WHERE kind = 2 ORDER BY id",
                "SELECT TOP 1 MOC(2, BOX(10, 20, 30, 20)), AREA(MOC('0/3 1/0')), CONTAINS(CIRCLE(0, 0, 1), MOC(5, CIRCLE(0, 0, 9))) FROM s.stars",
                "SELECT id FROM s.stars WHERE 1=CONTAINS(POINT(ra, dec), REGION('Union ICRS (Circle 0 0 1 Intersection (Box 30 30 80 80 Not (Circle GALACTIC 120 -40 20)))')) ORDER BY id",
                "SELECT id FROM s.stars WHERE 1=CONTAINS(POINT('GALACTIC', ra, dec), CIRCLE('FK4', 100, 20, 40)) ORDER BY id",
                "SELECT id, ivo_transform('FK4', 'ECLIPTIC', POINT(ra, dec)), ivo_transform('ECLIPTIC', 'FK4', POINT(ra, dec)) FROM s.stars ORDER BY id",
                "SELECT id, ivo_epoch_prop(ra, dec, 10, 500, -300, 20, 2000, 2020), ivo_apply_pm(ra, dec, 0.01, 0.02, 30) FROM s.stars WHERE ABS(dec) < 80 ORDER BY id");
    }

    private static List<String> regions() {
        var random = new Random(11);
        var queries = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            double ra = i % 3 == 0 ? 0.2 : 360 * random.nextDouble();
            double dec = i % 4 == 0 ? 89.5 : i % 3 == 0 ? 0.5 : 180 * random.nextDouble() - 90;
            double radius = Math.pow(10, 2.2 * random.nextDouble() - 1);
            queries.add(
                    "SELECT id FROM s.stars WHERE 1=CONTAINS(POINT('ICRS', ra, dec), CIRCLE('ICRS', %s, %s, %s)) ORDER BY id"
                            .formatted(ra, dec, radius));
            queries.add("SELECT id FROM s.stars WHERE DISTANCE(ra, dec, %s, %s) <= %s ORDER BY 1"
                    .formatted(ra, dec, radius));
            queries.add("SELECT id FROM s.stars WHERE 1=CONTAINS(POINT(ra, dec), BOX(%s, %s, %s, %s)) ORDER BY id"
                    .formatted(ra, dec, Math.min(100, 2 * radius), Math.min(100, radius)));
        }
        return queries;
    }
}
