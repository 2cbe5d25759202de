package org.heralddata.adql.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.print.DuckDbDialect;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.Schema;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users are told what they meant, and where. */
class MistakesTest {
    private static final Adql ADQL = new Adql(new DuckDbDialect());

    private static final Schema SCHEMA = new Schema(List.of(new SchemaTable(
            "neutrino-demo",
            "events",
            List.of(
                    column("ra", ValueType.DOUBLE),
                    column("dec", ValueType.DOUBLE),
                    column("log-e", ValueType.DOUBLE),
                    column("name", ValueType.TEXT),
                    column("id", ValueType.INTEGER)),
            null,
            -1)));

    private static SchemaColumn column(String name, ValueType type) {
        return new SchemaColumn(name, name, type, Meta.NONE, false, null);
    }

    private static List<Diagnostic> told(String query) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> ADQL.prepare(query, SCHEMA, (_, _) -> "events", -1));
        assertThat(refusal).as(query).isNotNull();
        return refusal.diagnostics();
    }

    private static String marked(Diagnostic diagnostic) {
        var place = (Location.InQuery) diagnostic.location();
        return place.query().substring(place.start(), place.start() + place.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "SELECT * FROM neutrino-demo.events→neutrino-demo.events→\"neutrino-demo\".events",
                "SELECT ra FROM neutrino-demo.events WHERE ra > 3 ORDER BY ra→neutrino-demo.events→\"neutrino-demo\".events",
                "SELECT COUNT(*) FROM neutrino-demo.events AS e→neutrino-demo.events→\"neutrino-demo\".events",
                "SELECT * FROM \"neutrino-demo\".events AS a JOIN neutrino-demo.events AS b USING (id)→neutrino-demo.events→\"neutrino-demo\".events",
                "SELECT log-e FROM events→log-e→\"log-e\"",
                "SELECT e.ra, e.log-e FROM events AS e→e.log-e→e.\"log-e\"",
                "SELECT ra FROM events WHERE log-e > 3→log-e→\"log-e\"",
                "SELECT neutrino-demo.events.ra FROM \"neutrino-demo\".events→neutrino-demo.events.ra→\"neutrino-demo\".events.ra",
                "SELECT left-right FROM events→left-right→\"left-right\"",
            })
    void advisesTheQuotesOfNamesWithHyphens(String query, String place, String quoted) {
        assertThat(told(query)).first().satisfies(diagnostic -> {
            assertThat(diagnostic.help()).isEqualTo("a name with a hyphen stands in double quotes: " + quoted);
            assertThat(marked(diagnostic)).isEqualTo(place);
        });
    }

    @Test
    void takesNoDifferenceForAName() {
        assertThat(ADQL.prepare("SELECT ra-dec, ra -dec FROM events", SCHEMA, (_, _) -> "events", -1)
                        .columns())
                .hasSize(2);
        assertThat(told("SELECT ra-sec FROM events")).first().satisfies(d -> {
            assertThat(d.code()).isEqualTo(AdqlCode.NO_COLUMN);
            assertThat(d.help()).isEqualTo("did you mean `dec`?");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "SELECT ivo_histogram(ra, 0, 1, 5000) FROM events→5000→Q107",
                "SELECT ivo_histogram(ra, 0, 1, id) FROM events→id→Q107",
                "SELECT id FROM events WHERE 1=gavo_match(name, 'x')→name→Q107",
                "SELECT id FROM events WHERE 1=gavo_match('a(b', name)→'a(b'→Q109",
                "SELECT id FROM events WHERE 1=gavo_match('(?=b)', name)→'(?=b)'→Q109",
                "SELECT AREA(q.b) FROM (SELECT BOX(ra, dec, 1, 1) AS b FROM events) AS q→q.b→Q115",
                "SELECT 1 FROM (SELECT BOX(ra, dec, 1, 1) AS b FROM events) AS q WHERE 1=CONTAINS(POINT(1, 2), q.b)→q.b→Q115",
            })
    void pointsAtTheArgumentThatIsWrong(String query, String place, String code) {
        assertThat(told(query)).singleElement().satisfies(diagnostic -> {
            assertThat(marked(diagnostic)).isEqualTo(place);
            assertThat(diagnostic.code().id()).isEqualTo(code);
        });
    }

    @Test
    void boundsPolygons() {
        String vertices = "1, 2, ".repeat(201);
        assertThat(told("SELECT POLYGON(%s) FROM events".formatted(vertices.substring(0, vertices.length() - 2))))
                .singleElement()
                .extracting(Diagnostic::code)
                .isEqualTo(AdqlCode.TOO_LARGE);
        String many = vertices.substring(0, 6 * 30 - 2);
        assertThat(told("SELECT INTERSECTS(POLYGON(%1$s), POLYGON(%1$s)) FROM events".formatted(many)))
                .singleElement()
                .satisfies(d -> assertThat(marked(d)).startsWith("INTERSECTS("));
    }

    @Test
    void pointsAtTheQueryThatGrowsTooLong() {
        String point = "POINT(ra, dec)";
        for (int i = 0; i < 12; i++) {
            point = "ivo_apply_pm(COORD1(%1$s), COORD2(%1$s), 1, 1, 1)".formatted(point);
            if (point.length() > 100_000) {
                break;
            }
        }
        String query = "SELECT " + point + " FROM events";
        assertThat(told(query)).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo(AdqlCode.TOO_LARGE);
            assertThat(d.location()).isInstanceOf(Location.InQuery.class);
        });
    }
}
