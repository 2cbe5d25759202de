package org.heralddata.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.unit.Unit;
import org.heralddata.query.cuts.CutSchema;
import org.heralddata.query.cuts.CutText;
import org.heralddata.query.cuts.Cuts;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {
    private static final CutSchema SHOWERS = new CutSchema(List.of(
            column("array_e", ColumnType.FLOAT32, "log(eV)"),
            column("energy", ColumnType.FLOAT64, "GeV"),
            column("temperature", ColumnType.FLOAT32, "'degC'"),
            column("ze", ColumnType.FLOAT32, "deg"),
            column("ra", ColumnType.FLOAT64, "deg"),
            column("dec", ColumnType.FLOAT64, "deg"),
            column("time", ColumnType.TIMESTAMP, ""),
            column("kind", ColumnType.STRING, ""),
            column("messenger", ColumnType.STRING, ""),
            column("has_grande", ColumnType.BOOL, ""),
            column("has_calorimeter", ColumnType.BOOL, ""),
            new CutSchema.Column("edep", ColumnType.FLOAT32, Shape.LIST, new Unit("MeV"))));

    private static CutSchema.Column column(String name, ColumnType type, String unit) {
        return new CutSchema.Column(name, type, Shape.SCALAR, new Unit(unit));
    }

    private static String page(String name) throws IOException {
        return Files.readString(ProjectRoot.path().resolve("docs").resolve(name));
    }

    @Test
    void hasALineForEveryCode() throws IOException {
        String page = page("reference/diagnostics/query.md");
        for (QueryCode code : QueryCode.values()) {
            assertThat(page).contains("| " + code.id() + " | " + code.title() + " |");
        }
    }

    static Stream<String> examples() throws IOException {
        Pattern block = Pattern.compile("```(?:cut|events)\n(.*?)\n```", Pattern.DOTALL);
        return Stream.of(page("reference/selection.md"), page("guide/write-a-cut.md"))
                .flatMap(page -> block.matcher(page).results().map(match -> match.group(1)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hasExamplesThatAreRead(String example) {
        assertThat(CutText.of(Cuts.read(example, SHOWERS))).isNotEmpty();
    }

    static Stream<List<String>> pairs() throws IOException {
        Pattern row = Pattern.compile("^\\| `([^`]+)` \\| `(\\{[^…\n]*})` \\|$", Pattern.MULTILINE);
        return row.matcher(page("reference/selection.md")).results().map(m -> List.of(m.group(1), m.group(2)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void hasJsonThatMeansTheTextBesideIt(List<String> pair) {
        Cut text = Cuts.read(pair.get(0), SHOWERS);
        assertThat(Cuts.read(pair.get(1), SHOWERS)).isEqualTo(text);
    }

    @Test
    void hasElevenPairsOfTextAndJson() throws IOException {
        assertThat(pairs()).hasSize(11);
    }
}
