package org.heralddata.formats.ksy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake of a description or of data is told with its code. */
class MistakesTest {
    private static final String HEAD = "meta:\n  id: sample\n  endian: le\n";

    @TempDir
    private Path folder;

    @Test
    void pointsAtTheNameAndOffersTheNearest() throws IOException {
        String text = told(HEAD + "seq:\n  - id: num_hits\n    type: u1\n  - id: hits\n    type: u2\n    repeat: expr\n"
                + "    repeat-expr: num_hit\n");
        assertThat(text)
                .contains("error[F765]: `sample` has no `num_hit`")
                .contains("sample.ksy:10:18")
                .contains("10 |     repeat-expr: num_hit\n")
                .contains("   |                  ^^^^^^^\n")
                .contains("help: did you mean `num_hits`?");
    }

    @Test
    void tellsAllMistakesAtOnce() throws IOException {
        Files.writeString(
                folder.resolve("sample.ksy"),
                HEAD + "seq:\n  - id: a\n    typ: u1\n  - id: b\n    type: evnt\n  - id: c\n    type: u4\n    if: 1 +\n"
                        + "types:\n  event: {}\n");
        List<Diagnostic> found = new KsyTableReader().check(Samples.options(folder.resolve("sample.ksy")));
        assertThat(found).extracting(d -> d.code().id()).contains("F762", "F764", "F766");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "F760 | seq:\\n  - id: a\\n   type: u1",
                "F761 | - a\\n- b",
                "F762 | seq:\\n  - id: a\\n    type: u1\\n    siz: 3",
                "F763 | seq:\\n  - id: Abc\\n    type: u1",
                "F763 | seq:\\n  - id: a\\n    type: u1\\n    repeat: often",
                "F763 | seq:\\n  - id: a\\n    type: str\\n    encoding: UTF-8",
                "F763 | seq:\\n  - id: a\\n    size: 1\\n    terminator: 300",
                "F763 | seq:\\n  - id: a\\n    type: u1\\n  - id: a\\n    type: u1",
                "F764 | seq:\\n  - id: a\\n    type: nothing",
                "F764 | seq:\\n  - id: a\\n    type: u1\\n    enum: nothing",
                "F765 | seq:\\n  - id: a\\n    size: b",
                "F765 | seq:\\n  - id: a\\n    type: u1\\ninstances:\\n  b:\\n    value: a.length",
                "F766 | seq:\\n  - id: a\\n    type: u1\\n    if: a +",
                "F766 | seq:\\n  - id: a\\n    type: u1\\n  - id: b\\n    type: u1\\n    if: a",
                "F766 | seq:\\n  - id: a\\n    type: u1\\ninstances:\\n  b:\\n    value: a + 'text'",
                "F767 | meta:\\n  imports:\\n    - nowhere\\nseq:\\n  - id: a\\n    type: u1",
                "F767 | meta:\\n  imports:\\n    - ../../outside\\nseq:\\n  - id: a\\n    type: u1",
                "F768 | seq:\\n  - id: a\\n    type: u2",
                "F769 | seq:\\n  - id: a\\n    size: 3\\n    process: my_code(1)",
                "F772 | seq:\\n  - id: a\\n    contents: abc",
                "F773 | seq:\\n  - id: a\\n    type: u8le\\n  - id: b\\n    type: u8le\\n  - id: c\\n    size: 90",
                "F774 | seq:\\n  - id: a\\n    contents: nix\\n  - id: b\\n    type: u1",
                "F775 | seq:\\n  - id: a\\n    type: u1\\n    valid:\\n      min: 200",
                "F776 | seq:\\n  - id: a\\n    type: u1\\n    valid:\\n      max: 2",
                "F777 | seq:\\n  - id: a\\n    type: u1\\n    valid:\\n      any-of: [1, 2]",
                "F778 | seq:\\n  - id: a\\n    type: u1\\n    enum: e\\n    valid:\\n      in-enum: true\\nenums:\\n  e:\\n    3: three",
                "F779 | seq:\\n  - id: a\\n    type: u1\\n    valid:\\n      expr: _ % 2 == 1",
                "F780 | seq:\\n  - id: a\\n    type: t\\ntypes:\\n  t:\\n    meta:\\n      endian:\\n        switch-on: 1\\n        cases:\\n"
                        + "          2: le\\n    seq:\\n      - id: b\\n        type: u2",
                "F781 | seq:\\n  - id: a\\n    size: '\"x\".to_i'",
                "F782 | seq:\\n  - id: a\\n    size: 1 / 0",
                "F783 | seq:\\n  - id: a\\n    size: 9\\n    process: zlib",
                "F787 | seq:\\n  - id: a\\n    type: str\\n    size: 2\\n    encoding: runes",
            })
    void eachMistakeHasItsCode(String code, String ksy) throws IOException {
        assertThat(told(ksy.replace("\\n", "\n"))).contains("[" + code + "]");
    }

    @Test
    void anImportThroughALinkThatLeadsOutsideIsRefused() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.ksy"), "meta:\n  id: secret\n");
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("secret.ksy"), outside.resolve("secret.ksy"));
        Files.writeString(inside.resolve("a.ksy"), "meta:\n  imports:\n    - secret\nseq:\n  - id: a\n    type: u1\n");
        Path data = Files.write(inside.resolve("a.bin"), new byte[3]);
        Diagnostics.assertRefusal(() -> new KsyTableReader().open(data, ReadOptions.NONE), "F767", "leads out");
    }

    @Test
    void namesTheFieldTheElementAndTheByteOfBrokenData() throws IOException {
        Path data = Samples.write(
                folder,
                HEAD + "seq:\n  - id: events\n    type: event\n    repeat: eos\ntypes:\n  event:\n    seq:\n"
                        + "      - id: mark\n        contents: [7]\n      - id: value\n        type: u2\n",
                new byte[] {7, 1, 1, 7, 2, 2, 8, 3, 3});
        Diagnostics.assertRefusal(() -> readAll(data), "F774", "events[2].mark", "byte 6");
    }

    @Test
    void anInstanceThatCannotBeComputedIsEmptyAndTold() throws IOException {
        Path data = Samples.write(
                folder,
                HEAD + "seq:\n  - id: events\n    type: event\n    repeat: eos\ntypes:\n  event:\n    seq:\n"
                        + "      - id: value\n        type: u1\n    instances:\n      part:\n        value: 100 / value\n",
                new byte[] {5, 0, 10});
        try (TableFile file = new KsyTableReader().open(data, ReadOptions.NONE)) {
            assertThat(org.heralddata.testkit.Tables.read(file, "events", "part"))
                    .containsExactly(
                            org.heralddata.testkit.Tables.row(20L),
                            org.heralddata.testkit.Tables.row((Object) null),
                            org.heralddata.testkit.Tables.row(10L));
            assertThat(DiagnosticText.render(file.notices()))
                    .contains("[F786]", "`part` has no value in 1 row", "divided by zero");
        }
    }

    @Test
    void tellsWhatIsMissingAndWhichOptionsThereAre() throws IOException {
        Path data = Files.write(folder.resolve("lonely.bin"), new byte[3]);
        Diagnostics.assertRefusal(() -> new KsyTableReader().open(data, ReadOptions.NONE), "F770", "option `ksy`");
        Diagnostics.assertRefusal(
                () -> new KsyTableReader().open(data, Samples.options(folder.resolve("none.ksy"))), "F770", "none.ksy");
        Path described = Samples.write(folder, HEAD + "seq:\n  - id: a\n    type: u1\n", new byte[3]);
        Path ksy = folder.resolve("sample.ksy");
        Diagnostics.assertRefusal(() -> Samples.open(described, ksy, "enum", "labels"), "F771", "`enums`");
        Diagnostics.assertRefusal(() -> Samples.open(described, ksy, "enums", "words"), "F771", "`labels`");
        Diagnostics.assertRefusal(() -> Samples.open(described, ksy, "seconds", "0"), "F771");
        Diagnostics.assertRefusal(() -> Samples.open(described, ksy, "arguments", "3"), "F771", "takes 0 parameters");
        Diagnostics.assertRefusal(() -> Samples.open(described, ksy, "arguments", "a b"), "F771", "between commas");
    }

    @Test
    void whatFitsNoColumnIsTold() throws IOException {
        Path data = Samples.write(
                folder,
                HEAD + "seq:\n  - id: a\n    type: u1\n  - id: b\n    type:\n      switch-on: a\n      cases:\n"
                        + "        1: u2\n        2: strz\n    if: a < 3\n"
                        + "instances:\n  c:\n    value: 'a == 1 ? b : a'\n",
                new byte[] {1, 2, 3});
        String ksy =
                Files.readString(folder.resolve("sample.ksy")).replace("endian: le", "endian: le\n  encoding: UTF-8");
        Files.writeString(folder.resolve("sample.ksy"), ksy);
        try (TableFile file = new KsyTableReader().open(data, ReadOptions.NONE)) {
            assertThat(DiagnosticText.render(file.notices())).contains("[F788]", "`b`");
        }
    }

    private String told(String ksy) throws IOException {
        Path data = Samples.write(folder, ksy, new byte[] {10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120});
        try {
            readAll(data);
            return "nothing told";
        } catch (org.heralddata.model.diagnostic.Refusal refusal) {
            return DiagnosticText.render(refusal.diagnostics());
        }
    }

    private static void readAll(Path data) throws IOException {
        try (TableFile file = new KsyTableReader().open(data, ReadOptions.NONE)) {
            for (var table : file.tables()) {
                try (TableCursor cursor = file.read(table.name(), List.of())) {
                    while (cursor.next() != null) {
                        // only what is told counts
                    }
                }
            }
        }
    }
}
