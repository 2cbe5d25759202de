package org.heralddata.formats.votable.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.heralddata.formats.votable.VotableReader;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.DescribedFile;
import org.heralddata.spi.FailureSink;
import org.heralddata.spi.FieldNote;
import org.heralddata.spi.OverflowSink;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class FieldNotesTest {
    private static final Column NAME = new Column("name", ColumnType.STRING, Shape.SCALAR, null, null, null);
    private static final Column PLACE = new Column("place", ColumnType.FLOAT64, Shape.of(2), "deg", null, null);

    @TempDir
    Path folder;

    private static String write(String serialization, boolean cut) throws IOException {
        var notes = Map.of("name", new FieldNote(null, "obs:name", true), "place", new FieldNote("point", null, false));
        var header = new TableHeader("t", "", OptionalLong.empty(), List.of(NAME, PLACE), new LinkedHashMap<>());
        var names = new Vector.Strings(new String[] {"a<b"}, 1, null);
        var places = new Vector.Lists(new int[] {0, 2}, new Vector.Doubles(new double[] {1, 2}, 2, null), 1, null);
        var out = new ByteArrayOutputStream();
        try (TableSink sink =
                new VotableWriter().serialized(serialization, notes).open(out, header)) {
            sink.write(new Batch(1, List.of(names, places)));
            if (cut) {
                ((OverflowSink) sink).finishCut();
            } else {
                sink.finish();
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tabledata", "binary", "binary2"})
    void aTableThatFailsHalfWayIsWholeAndSaysSo(String serialization) throws Exception {
        var header = new TableHeader("t", "", OptionalLong.empty(), List.of(NAME), new LinkedHashMap<>());
        var out = new ByteArrayOutputStream();
        try (TableSink sink =
                new VotableWriter().serialized(serialization, Map.of()).open(out, header)) {
            sink.write(new Batch(1, List.of(new Vector.Strings(new String[] {"a<b"}, 1, null))));
            ((FailureSink) sink).finishFailed("a number < its type & more");
        }
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
        var infos = document.getElementsByTagNameNS("*", "INFO");
        var last = (Element) infos.item(infos.getLength() - 1);
        assertThat(last.getAttribute("value")).isEqualTo("ERROR");
        assertThat(last.getTextContent()).isEqualTo("a number < its type & more");
        assertThat(last.getPreviousSibling().getPreviousSibling().getNodeName()).isEqualTo("TABLE");
        Path file = folder.resolve("failed.vot");
        Files.write(file, out.toByteArray());
        try (var opened = new VotableReader().open(file, ReadOptions.NONE);
                var rows = opened.read(opened.tables().getFirst().name(), List.of())) {
            assertThat(Objects.requireNonNull(rows.next()).rows()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tabledata", "binary", "binary2"})
    void whatTheVoSaysOfColumnsComesBack(String serialization) throws IOException {
        Path file = Files.writeString(folder.resolve("t.vot"), write(serialization, false));
        try (var read = (DescribedFile) new VotableReader().open(file, ReadOptions.NONE);
                var rows = read.read("t", List.of())) {
            assertThat(read.notes("t"))
                    .containsEntry("name", new FieldNote(null, "obs:name", true))
                    .containsEntry("place", new FieldNote("point", null, false));
            Batch batch = Objects.requireNonNull(rows.next());
            assertThat(((Vector.Strings) batch.vectors().getFirst()).values()).contains("a<b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tabledata", "binary", "binary2"})
    void servicesOfColumnsAreDescribedBehindTheResults(String serialization) throws IOException {
        var notes = Map.of("name", new FieldNote(null, null, true, "http://here/datalink?a=1&b"));
        var header = new TableHeader("t", "", OptionalLong.empty(), List.of(NAME), new LinkedHashMap<>());
        var out = new ByteArrayOutputStream();
        try (TableSink sink =
                new VotableWriter().serialized(serialization, notes).open(out, header)) {
            sink.finish();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("</TABLE>\n</RESOURCE>\n<RESOURCE type=\"meta\" utype=\"adhoc:service\">")
                .contains("value=\"http://here/datalink?a=1&amp;b\"", "name=\"ID\" datatype=\"char\"", "ref=\"name\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tabledata", "binary", "binary2"})
    void rowsLeftOutAreToldBehindTheTable(String serialization) throws IOException {
        assertThat(write(serialization, true))
                .contains("</TABLE>\n<INFO name=\"QUERY_STATUS\" value=\"OVERFLOW\"/>\n</RESOURCE>");
        assertThat(write(serialization, false)).doesNotContain("OVERFLOW");
    }

    @Test
    void thereIsNoOtherSerialization() {
        assertThatThrownBy(() -> new VotableWriter().serialized("fits", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
