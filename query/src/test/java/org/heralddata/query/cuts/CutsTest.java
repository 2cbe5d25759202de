package org.heralddata.query.cuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.selection.Comparison;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.selection.Operand;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.unit.Unit;
import org.heralddata.query.QueryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutsTest {
    private static final CutSchema SCHEMA = new CutSchema(List.of(
            column("array_e", ColumnType.FLOAT32, "log(eV)"),
            column("energy", ColumnType.FLOAT64, "TeV"),
            column("ze", ColumnType.FLOAT32, "deg"),
            column("ra", ColumnType.FLOAT64, "deg"),
            column("dec", ColumnType.FLOAT64, "deg"),
            column("time", ColumnType.TIMESTAMP, ""),
            column("event_id", ColumnType.INT64, ""),
            column("temperature", ColumnType.FLOAT32, "'degC'"),
            column("has_grande", ColumnType.BOOL, ""),
            column("kind", ColumnType.STRING, ""),
            column("raw", ColumnType.BYTES, ""),
            new CutSchema.Column("edep", ColumnType.FLOAT32, Shape.LIST, new Unit("MeV")),
            new CutSchema.Column("stations", ColumnType.INT32, Shape.LIST, Unit.NONE)));

    private static CutSchema.Column column(String name, ColumnType type, String unit) {
        return new CutSchema.Column(name, type, Shape.SCALAR, new Unit(unit));
    }

    private static String canonical(String where) {
        return CutText.of(Cuts.read(where, SCHEMA));
    }

    @Test
    void readsTheExampleOfTheReference() {
        Cut cut = Cuts.read(
                "array_e > 15.5 and ze < 20 deg and cone(ra, dec, 83.63, 22.01, 1 deg) and time between "
                        + "2004-01-01 and 2005-01-01 and has_grande",
                SCHEMA);
        assertThat(cut)
                .isEqualTo(new Cut.And(List.of(
                        new Cut.Compare(new Operand.Cell("array_e"), Comparison.GREATER, quantity("15.5", "log(eV)")),
                        new Cut.Compare(new Operand.Cell("ze"), Comparison.LESS, quantity("20", "deg")),
                        new Cut.Cone("ra", "dec", new SkyPosition(83.63, 22.01), 1),
                        new Cut.Between(
                                new Operand.Cell("time"),
                                new Literal.Time(1_072_915_200_000_000_000L),
                                new Literal.Time(1_104_537_600_000_000_000L)),
                        new Cut.Flag("has_grande"))));
    }

    private static Literal quantity(String number, String unit) {
        return new Literal.Quantity(new BigDecimal(number), new Unit(unit));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ze < 20 deg | ze < 20 deg",
                "ze<20deg | ze < 20 deg",
                "ze < 1200 arcmin | ze < 20 deg",
                "ze == 20.0 | ze = 20 deg",
                "ze <> 5 | ze != 5 deg",
                "array_e > 1 PeV | array_e > 15",
                "array_e > 16 log(eV) | array_e > 16",
                "array_e > 7 log(GeV) | array_e > 16",
                "energy >= 300 GeV | energy >= 0.3 TeV",
                "energy > 1e-30 | energy > 1e-30 TeV",
                "temperature > 273.15 K | temperature > 0 'degC'",
                "event_id = 9223372036854775807 | event_id = 9223372036854775807",
                "event_id in (1, 2, 2, 3) | event_id in (1, 2, 3)",
                "NOT ze > 5 | not (ze > 5 deg)",
                "not not has_grande | has_grande",
                "not has_grande | not has_grande",
                "(ze > 5) | ze > 5 deg",
                "ze > 1 and (ze < 5 and ra > 2) | ze > 1 deg and ze < 5 deg and ra > 2 deg",
                "ze > 1 or ze < 5 and ra > 2 | ze > 1 deg or ze < 5 deg and ra > 2 deg",
                "(ze > 1 or ze < 5) and ra > 2 | (ze > 1 deg or ze < 5 deg) and ra > 2 deg",
                "not (ze > 1 or ra > 2) | not (ze > 1 deg or ra > 2 deg)",
                "kind = 'it''s' | kind = 'it''s'",
                "kind not in ('g', 'h') | kind not in ('g', 'h')",
                "kind like 'Crab%' | kind like 'Crab%'",
                "kind not like 'x' | kind not like 'x'",
                "ze is not null | ze is not null",
                "not (ze is null) | ze is not null",
                "raw is null | raw is null",
                "has_grande = false | has_grande = false",
                "time > 2004-01-01T12:30:00.000000001 | time > 2004-01-01T12:30:00.000000001Z",
                "time > 2004-01-01 12:30 and ze > 1 | time > 2004-01-01T12:30:00Z and ze > 1 deg",
                "time >= '2004-01-01' | time >= 2004-01-01T00:00:00Z",
                "time < 1969-12-31T23:59:59.5Z | time < 1969-12-31T23:59:59.5Z",
                "any(edep > 5 MeV) | any(edep > 5 MeV)",
                "any(edep > 5 keV and edep < 1) | any(edep > 0.005 MeV and edep < 1 MeV)",
                "not any(stations in (3)) | not any(stations in (3))",
                "length(stations) > 3 | length(stations) > 3",
                "cone(ra, dec, 5h34m31.2s, 22d00m36s, 30 arcmin) | cone(ra, dec, 83.63 deg, 22.01 deg, 0.5 deg)",
                "cone(ra, dec, -10, -5d30m, 0.5) | cone(ra, dec, 350 deg, -5.5 deg, 0.5 deg)",
                "polygon(ra, dec, 80, 20, 5h34m31.2s, 20 deg, -10, 30) | polygon(ra, dec, 80 deg, 20 deg, 83.63 deg, 20 deg, 350 deg, 30 deg)",
                "not polygon(ra, dec, 0, 0, 1, 0, 0, 1) | not polygon(ra, dec, 0 deg, 0 deg, 1 deg, 0 deg, 0 deg, 1 deg)",
                "ra between 5h and 90 | ra between 75 deg and 90 deg",
                "\"ze\" > 1 | ze > 1 deg",
            })
    void printsOneCanonicalTextThatReadsBackToTheSameCut(String where, String expected) {
        if (where.contains("5h and")) {
            assertThatThrownBy(() -> canonical(where)).isInstanceOf(Refusal.class); // `h` alone is hours of time
            return;
        }
        assertThat(canonical(where)).isEqualTo(expected);
        assertThat(canonical(expected)).isEqualTo(expected);
        Cut cut = Cuts.read(where, SCHEMA);
        assertThat(Cuts.read(CutJson.of(cut), SCHEMA)).isEqualTo(cut);
    }

    @Test
    void readsJson() {
        assertThat(canonical("""
                {"and": [{"column": "ze", "op": "<", "value": 20, "unit": "deg"}, {"column": "has_grande"},
                 {"or": [{"column": "kind", "op": "in", "value": ["g", "h'x"]}, {"column": "array_e", "op": "is null"}]},
                 {"column": "time", "op": "between", "value": ["2004-01-01", "2005-01-01T00:00:00Z"]},
                 {"length": "stations", "op": ">=", "value": 3}, {"any": {"column": "edep", "op": ">", "value": 1.5}},
                 {"cone": {"ra": "ra", "dec": "dec", "lon": "5h34m31.2s", "lat": 22.01, "radius": "30 arcmin"}},
                 {"column": "event_id", "op": "!=", "value": 9007199254740993}]}
                """))
                .isEqualTo("ze < 20 deg and has_grande and (kind in ('g', 'h''x') or array_e is null)"
                        + " and time between 2004-01-01T00:00:00Z and 2005-01-01T00:00:00Z and length(stations) >= 3"
                        + " and any(edep > 1.5 MeV) and cone(ra, dec, 83.63 deg, 22.01 deg, 0.5 deg)"
                        + " and event_id != 9007199254740993");
        assertThat(canonical("{}")).isEmpty();
        assertThat(canonical(" ")).isEmpty();
        assertThat(CutJson.of(Cut.EVERYTHING)).isEqualTo("{}");
        assertThat(CutJson.of(Cuts.read("ze < 20 deg", SCHEMA)))
                .isEqualTo("{\"column\":\"ze\",\"op\":\"<\",\"value\":20,\"unit\":\"deg\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"column\": \"ze\"",
                "{\"colum\": \"ze\"}",
                "{\"and\": []}",
                "{\"and\": [{}]}",
                "{\"not\": 3}",
                "{\"column\": \"ze\", \"op\": \"~\", \"value\": 1}",
                "{\"column\": \"ze\", \"op\": \"<\"}",
                "{\"column\": \"ze\", \"op\": \"<\", \"value\": {}}",
                "{\"column\": 3}",
                "{\"column\": \"a\\\"b\"}",
                "{\"column\": \"ze\", \"value\": 1}",
                "{\"column\": \"ze\", \"op\": \"between\", \"value\": [1]}",
                "{\"column\": \"ze\", \"op\": \"in\", \"value\": []}",
                "{\"cone\": 3}",
                "{\"polygon\": {\"ra\": \"ra\", \"dec\": \"dec\", \"corners\": [[1, 2], [3]]}}",
                "{\"polygon\": {\"ra\": \"ra\", \"dec\": \"dec\", \"corners\": [[1, 2], [\"1) or (ze > 1\", 2], [3, 4]]}}",
                "{} {}",
                "{\"cone\": {\"ra\": \"ra\", \"dec\": \"dec\", \"lon\": \"1) or (ze > 1\", \"lat\": 1, \"radius\": 1}}",
                "{\"column\": \"ze\", \"op\": \"<\", \"value\": 1, \"unit\": \"deg or ze > 1\"}",
                "{\"column\": \"ze\", \"op\": \"<\", \"value\": 1, \"unot\": \"deg\"}",
                "{\"column\": \"ze\", \"column\": \"ra\"}"
            })
    void refusesFaultyJson(String json) {
        assertThatThrownBy(() -> Cuts.read(json, SCHEMA))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().code())
                                .isEqualTo(QueryCode.BAD_JSON));
    }

    private static String told(String where) {
        try {
            throw new AssertionError("accepted: " + canonical(where));
        } catch (Refusal refusal) {
            return DiagnosticText.render(refusal.diagnostics());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "arry_e > 1 | Q004 | there is no column `arry_e` | did you mean `array_e`?",
                "zzzzz > 1 | Q004 | there is no column `zzzzz` | ",
                "ze > 1 GeV | Q026 | `GeV` does not fit the column `ze` | `ze` is in `deg`",
                "event_id > 1 m | Q026 | does not fit | has no unit: leave it out",
                "energy > 1 log(TeV) | Q026 | does not fit | ",
                "array_e > -1 PeV | Q022 | this value has none | ",
                "ze > 20 dag | Q026 | `dag` does not fit | ",
                "energy > 1 Gev | Q026 | `Gev` is no unit | did you mean `GeV`?",
                "ze < 20 degrees | Q026 | is no unit | did you mean `deg`?",
                "ze > 'a' | Q025 | `ze` holds numbers | ",
                "ze > 2004-01-01 | Q025 | `ze` holds numbers | ",
                "kind = 5 | Q025 | `kind` holds strings | put it in single quotes: `'5'`",
                "kind = g | Q020 | `g` is unexpected | a string stands in single quotes, such as `'g'`",
                "kind = \"g\" | Q020 | unexpected | single quotes",
                "kind = 'g | Q020 | unexpected | lacks its closing",
                "time > 5 | Q025 | `time` holds times | write UTC as",
                "time > 2004-13-01 | Q023 | `2004-13-01` is no time | ",
                "time > 2004-1-1 | Q023 | is no time | ",
                "time > 2004-01-01T00:00:00.1234567890 | Q023 | is no time | ",
                "time > 2004-01-01T00:00:00+01:00 | Q023 | is no time | UTC",
                "time > 1066-10-14 | Q023 | is no time | 1678",
                "time > 'yesterday' | Q023 | `yesterday` is no time | ",
                "has_grande > true | Q025 | no order | ",
                "has_grande = 1 | Q025 | is true or false | write `has_grande` or `not has_grande`",
                "raw = 1 | Q025 | holds bytes | is null",
                "ze | Q020 | not compared with anything | `ze > 0`",
                "ze > 1 and | Q020 | ends too early | ",
                "(ze > 1) ra | Q020 | `ra` is unexpected here | ",
                "ze > 1 && ra > 2 | Q020 | unexpected | write `and`",
                "ze > 1; drop table x | Q020 | unexpected | not a program",
                "20 < ze | Q020 | unexpected | the column comes first",
                "(ze > 1 | Q020 | ends too early | ",
                "ze > | Q020 | ends too early | ",
                "ze between 1 or 2 | Q020 | unexpected | between low and high",
                "ze between 3 and 2 | Q022 | ends before it begins | smaller value first",
                "ze not > 2 | Q020 | unexpected | ",
                "ze is 3 | Q020 | unexpected | ",
                "ze like 'x' | Q025 | for strings | ",
                "kind like 3 | Q025 | a pattern is a string | ",
                "edep > 5 | Q025 | several values a row | any(edep > …)",
                "any(ze > 5) | Q025 | `ze` is no list | ",
                "any(edep > 5 and stations > 1) | Q025 | one `any` looks at one list | ",
                "any(any(edep > 5)) | Q020 | within | ",
                "any(length(edep) > 5) | Q025 | not at lengths | ",
                "any(cone(ra, dec, 1, 1, 1)) | Q020 | one list | ",
                "length(ze) > 5 | Q025 | no list of varying length | ",
                "length(edep) > 5 m | Q025 | without unit | ",
                "length(edep) | Q020 | ends too early | ",
                "cone(ra, dec, 83, 91, 1) | Q024 | latitude | ",
                "cone(ra, dec, 483, 9, 1) | Q024 | longitude | ",
                "cone(ra, dec, 83, 9, 181) | Q024 | radius | ",
                "cone(ra, dec, 83, 9, -1) | Q024 | radius | ",
                "cone(ra, dec, 83, 9, 1 m) | Q026 | no unit of angle | ",
                "cone(ra, dec, 83, 9, 'x') | Q024 | angle | ",
                "cone(ra, dec, 5h61m, 9, 1) | Q024 | 60 or more | ",
                "polygon(ra, dec, 80, 20, 90, 20) | Q024 | 3 to 100 corners | ",
                "polygon(ra, dec, 80, 20, 90, 20, 85) | Q024 | 3 to 100 corners | ",
                "polygon(ra, dec, 80, 20, 90, 20, 85, 91) | Q024 | latitude | ",
                "polygon(ra, dec, 0, 0, 120, 0, 240, 0) | Q024 | within 90 degrees | ",
                "polygon(ra, energy, 80, 20, 90, 20, 85, 30) | Q025 | no column of angles | ",
                "any(polygon(ra, dec, 80, 20, 90, 20, 85, 30)) | Q020 | one list | ",
                "cone(ra, energy, 83, 9, 1) | Q025 | no column of angles | ",
                "cone(ra, dec, 83, 9) | Q020 | unexpected | ",
                "ze > 1e999 | Q022 | too large | ",
                "ze > 1e9999999999999 | Q022 | too large | ",
                "ze > 1000000000000000000000000000000000000000000000000000000000000000 | Q022 | too long | ",
            })
    void tellsEachMistakeWithItsPlaceAndWhatToDo(String where, String code, String message, String help) {
        String told = told(where);
        assertThat(told).contains("error[" + code + "]", message, "^", "--> query:1:");
        if (help != null) {
            assertThat(told).contains("help: ").contains(help);
        }
    }

    @Test
    void tellsAllMistakesTogether() {
        assertThat(told("arry_e > 15.5 and ze < 20 GeV")).isEqualTo("""
                error[Q004]: there is no column `arry_e`
                  --> query:1:1
                1 | arry_e > 15.5 and ze < 20 GeV
                  | ^^^^^^ unknown
                help: did you mean `array_e`?

                error[Q026]: `GeV` does not fit the column `ze`
                  --> query:1:24
                1 | arry_e > 15.5 and ze < 20 GeV
                  |                        ^^^^^^
                help: `ze` is in `deg`

                """);
    }

    @Test
    void limitsLengthDepthAndTerms() {
        assertThat(canonical("(".repeat(99) + "ze > 1" + ")".repeat(99))).isEqualTo("ze > 1 deg");
        assertThat(told("(".repeat(100) + "ze > 1" + ")".repeat(100))).contains("Q021");
        assertThat(told("not ".repeat(200) + "has_grande")).contains("Q021");
        assertThat(told("ze > 1" + " and ze > 1".repeat(1000))).contains("Q021");
        assertThat(told("event_id in (1" + ", 1".repeat(1000) + ")")).contains("Q021");
        assertThat(told("ze > 1" + " ".repeat(10_000))).contains("Q021");
        assertThat(canonical("event_id in (1" + ", 1".repeat(998) + ")")).isEqualTo("event_id in (1)");
        assertThat(told("{\"not\":".repeat(200) + "{}" + "}".repeat(200))).contains("Q021");
    }
}
