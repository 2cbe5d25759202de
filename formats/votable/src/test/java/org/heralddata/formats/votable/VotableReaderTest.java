package org.heralddata.formats.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.TableReaderContract;
import org.heralddata.testkit.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VotableReaderTest extends TableReaderContract {

    @TempDir
    private Path work;

    @Override
    protected TableReader reader() {
        return new VotableReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return Files.writeString(folder.resolve("sample.vot"), """
                <?xml version="1.0"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE>
                <TABLE name="events">
                <FIELD name="id" datatype="long"/><FIELD name="e" datatype="double" unit="GeV" ucd="phys.energy"/>
                <FIELD name="hits" datatype="int" arraysize="*"/><FIELD name="kind" datatype="char" arraysize="*"/>
                <DATA><TABLEDATA>
                <TR><TD>1</TD><TD>0.5</TD><TD>1 2 3</TD><TD>gamma</TD></TR>
                <TR><TD>2</TD><TD></TD><TD></TD><TD>p &lt; 1</TD></TR>
                <TR><TD>3</TD><TD>NaN</TD><TD>7</TD><TD></TD></TR>
                </TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
                """);
    }

    @Test
    void tellsLineAndColumnOfBrokenXml() throws IOException {
        Path file =
                Files.writeString(work.resolve("x.vot"), "<?xml version='1.0'?>\n<VOTABLE>\n <RESOURCE>\n</VOTABLE>");
        assertThatThrownBy(() -> reader().open(file, ReadOptions.NONE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    Diagnostic told = refusal.diagnostics().getFirst();
                    assertThat(told.code()).isEqualTo(VotableCode.BROKEN_XML);
                    assertThat(told.location()).isEqualTo(new Location.InText(file.toString(), 4, 3, 1, "</VOTABLE>"));
                });
    }

    @Test
    void refusesAVotableWithoutResource() {
        assertThatThrownBy(
                        () -> reader().open(SharedData.file("fits-votable/votable/no_resource.xml"), ReadOptions.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("RESOURCE");
    }

    @Test
    void quotesWhatAServiceWroteShortAndMarked(@TempDir Path folder) throws IOException {
        for (String said : List.of("No such object.", "No such object. ".repeat(1000))) {
            Path file = Files.writeString(
                    folder.resolve("error.xml"), "<VOTABLE><INFO name=\"Error\" value=\"" + said + "\"/></VOTABLE>");
            assertThatThrownBy(() -> reader().open(file, ReadOptions.NONE))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(
                                            refusal.diagnostics().getFirst().message())
                                    .contains("it says `No such object.")
                                    .hasSizeLessThan(1200)
                                    .endsWith("`"));
        }
    }

    @Test
    void tellsTheErrorThatAServiceWroteInsteadOfATable() {
        assertThatThrownBy(() ->
                        reader().open(SharedData.file("fits-votable/votable/irsa-nph-error.xml"), ReadOptions.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("wrong or missing coordinate");
    }

    @Test
    void refusesEntities() throws IOException {
        Path file = Files.writeString(work.resolve("laughs.vot"), """
                <?xml version="1.0"?>
                <!DOCTYPE VOTABLE [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                <VOTABLE><RESOURCE><DESCRIPTION>&b;</DESCRIPTION></RESOURCE></VOTABLE>
                """);
        assertThatThrownBy(() -> reader().open(file, ReadOptions.NONE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().code())
                                .isEqualTo(VotableCode.DECLARES_ENTITIES));
    }

    @Test
    void doesNotFetchRemoteRows() throws IOException {
        Path file = Files.writeString(work.resolve("remote.vot"), """
                <VOTABLE version="1.4"><RESOURCE><TABLE name="far"><FIELD name="a" datatype="int"/>
                <DATA><BINARY><STREAM href="http://localhost:1/rows.bin"/></BINARY></DATA></TABLE>
                <TABLE name="near"><FIELD name="a" datatype="int"/>
                <DATA><TABLEDATA><TR><TD>5</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
                """);
        try (TableFile opened = reader().open(file, ReadOptions.NONE)) {
            assertThat(opened.notices()).extracting(Diagnostic::code).containsExactly(VotableCode.REMOTE_DATA);
            assertThat(opened.tables()).hasSize(1);
            assertThat(Tables.read(opened, "near")).containsExactly(Tables.row(5L));
        }
    }

    @Test
    void readsEveryCellOfTheRegressionFiles() throws IOException {
        for (String name : List.of("regression.xml", "regression.bin.tabledata.truth.1.3.xml")) {
            try (TableFile opened = reader().open(SharedData.file("fits-votable/votable/" + name), ReadOptions.NONE)) {
                String table = opened.tables().getFirst().name();
                assertThat(Tables.read(opened, table, "string test", "bitarray", "bitarray2")
                                .getFirst())
                        .as(name)
                        .containsExactly(
                                "String & test",
                                List.of(true, false, true, true, false, true),
                                bits("1111000011110000"));
                assertThat(Tables.read(opened, table, "floatComplex").get(1)).hasSize(1);
            }
        }
    }

    private static List<Boolean> bits(String digits) {
        return digits.chars().mapToObj(c -> c == '1').toList();
    }

    @Test
    void leavesNoThreadBehindWhenClosedEarly() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            rows.append("<TR><TD>").append(i).append("</TD></TR>\n");
        }
        Path file = Files.writeString(
                work.resolve("long.vot"),
                "<VOTABLE><RESOURCE><TABLE><FIELD name='a' datatype='int'/><DATA><TABLEDATA>" + rows
                        + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>");
        TableFile opened = reader().open(file, ReadOptions.NONE);
        assertThat(opened.read("1", List.of()).next()).isNotNull();
        opened.close();
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (running() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(running()).isFalse();
    }

    private static boolean running() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(t -> t.getName().equals("herald-rows"));
    }
}
