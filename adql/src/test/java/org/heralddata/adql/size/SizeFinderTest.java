package org.heralddata.adql.size;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heralddata.adql.prepare.Adql;
import org.heralddata.adql.print.DuckDbDialect;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.Schema;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.size.QuerySize.Crossing;
import org.heralddata.adql.size.QuerySize.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeFinderTest {
    private static final Adql ADQL = new Adql(new DuckDbDialect());
    private static final Schema SCHEMA = new Schema(List.of(table("a", 1000), table("b", 50), table("huge", -1)));

    private static SchemaTable table(String name, long rows) {
        return new SchemaTable("s", name, List.of(column("id"), column("x")), null, rows);
    }

    private static SchemaColumn column(String name) {
        return new SchemaColumn(name, name, ValueType.DOUBLE, Meta.NONE, false, null);
    }

    private static QuerySize size(String query) {
        return SizeFinder.of(ADQL.check(query, SCHEMA), -1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM s.a | 1000",
                "SELECT TOP 7 * FROM s.a | 7",
                "SELECT TOP 7 * FROM s.a ORDER BY x OFFSET 996 | 4",
                "SELECT * FROM s.a ORDER BY x OFFSET 2000 | 0",
                "SELECT COUNT(*) FROM s.a WHERE x > 3 | 1",
                "SELECT MAX(x) - MIN(x) AS width FROM s.a | 1",
                "SELECT CASE WHEN MAX(x) > 1 THEN 1 ELSE 0 END AS large FROM s.a | 1",
                "SELECT * FROM s.a CROSS JOIN s.b | 50000",
                "SELECT 1 AS one FROM s.a, s.b | 50000",
                "SELECT x FROM s.a UNION ALL SELECT x FROM s.b | 1050",
                "SELECT TOP 10 q.x FROM (SELECT x FROM s.a) AS q | 10",
                "WITH q AS (SELECT TOP 20 x FROM s.a) SELECT * FROM q | 20",
                "SELECT q.n FROM (SELECT COUNT(*) AS n FROM s.a) AS q | 1",
            })
    void rowsAreKnownFromTheTextAlone(String query, long rows) {
        assertThat(size(query).rows()).isEqualTo(new RowBound(rows, rows, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM s.a WHERE x > 3 | 1000 | 1000",
                "SELECT DISTINCT x FROM s.a | 1000 | 1000",
                "SELECT x, COUNT(*) AS n FROM s.a GROUP BY x | 1000 | 1000",
                "SELECT COUNT(*) AS n FROM s.a HAVING COUNT(*) > 7 | 1 | 1",
                "SELECT a.x FROM s.a JOIN s.b ON a.id = b.id | 50000 | 1000",
                "SELECT a.x FROM s.a, s.b WHERE a.id = b.id | 50000 | 1000",
                "SELECT a.x FROM s.b LEFT JOIN s.a ON a.id = b.id | 50000 | 1000",
                "SELECT x FROM s.a UNION SELECT x FROM s.b | 1050 | 1050",
                "SELECT x FROM s.a INTERSECT SELECT x FROM s.b | 50 | 50",
                "SELECT x FROM s.b EXCEPT SELECT x FROM s.a | 50 | 50",
                "SELECT * FROM s.huge | 9223372036854775807 | 9223372036854775807",
                "SELECT TOP 5 * FROM s.huge, s.huge AS other | 5 | 5",
            })
    void rowsHaveAnUpperBound(String query, long most, long likely) {
        assertThat(size(query).rows()).isEqualTo(new RowBound(most, likely, false));
    }

    @Test
    void tablesWithoutAConditionBetweenThemAreTold() {
        assertThat(size("SELECT * FROM s.a, s.b WHERE a.x > 1 AND b.x > 2").crossings())
                .containsExactly(new Crossing(List.of("s.a", "s.b"), 50_000));
        assertThat(size("SELECT * FROM s.a JOIN s.b ON a.x > 1").crossings()).hasSize(1);
        assertThat(size("SELECT * FROM s.a WHERE x IN (SELECT b.x FROM s.b, s.a AS c)")
                        .crossings())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM s.a, s.b WHERE a.id = b.id",
                "SELECT * FROM s.a JOIN s.b USING (id)",
                "SELECT * FROM s.a NATURAL JOIN s.b",
                "SELECT * FROM s.a, s.b, s.a AS c WHERE a.id = b.id AND b.x + c.x < 3",
                "SELECT * FROM s.a, (SELECT MAX(x) AS high FROM s.b) AS m WHERE a.x > 3",
                "SELECT * FROM s.a, s.b WHERE EXISTS (SELECT 1 FROM s.a AS c WHERE c.x = a.x AND c.id = b.id)",
            })
    void tablesThatAreTiedAreNotCrossed(String query) {
        assertThat(size(query).crossings()).isEmpty();
    }

    @Test
    void readsAreToldWithWhetherAConditionLeavesRowsOut() {
        assertThat(scans("SELECT * FROM s.a WHERE x > 3")).containsExactly("a 1000 true");
        assertThat(scans("SELECT * FROM s.a")).containsExactly("a 1000 false");
        assertThat(scans("SELECT a.x FROM s.a JOIN s.b ON a.id = b.id AND b.x > 1"))
                .containsExactly("a 1000 false", "b 50 true");
        assertThat(scans("SELECT x FROM s.a WHERE x > (SELECT MAX(x) FROM s.b)"))
                .containsExactlyInAnyOrder("a 1000 true", "b 50 false");
    }

    @Test
    void noMoreIsReadThanIsGivenWhereRowsComeAsTheyAre() {
        assertThat(scans("SELECT TOP 7 * FROM s.a OFFSET 3")).containsExactly("a 10 false");
        assertThat(scans("SELECT TOP 7 * FROM s.a ORDER BY x")).containsExactly("a 1000 false");
        assertThat(scans("SELECT TOP 7 COUNT(*) FROM s.a")).containsExactly("a 1000 false");
        assertThat(SizeFinder.of(ADQL.check("SELECT * FROM s.a", SCHEMA), 20).scans())
                .extracting(Scan::most)
                .containsExactly(20L);
    }

    private static List<String> scans(String query) {
        return size(query).scans().stream()
                .map(scan -> scan.table().name() + " " + scan.most() + " " + scan.cut())
                .toList();
    }
}
