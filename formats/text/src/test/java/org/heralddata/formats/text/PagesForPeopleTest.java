package org.heralddata.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.OverflowSink;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.junit.jupiter.api.Test;

/** Tables as text and as pages, and CSV without comments. */
class PagesForPeopleTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("id", ColumnType.INT64, Shape.SCALAR, null, null, null),
            new Column("when", ColumnType.TIMESTAMP, Shape.SCALAR, null, null, "time <of> it"),
            new Column("energy", ColumnType.FLOAT64, Shape.SCALAR, "GeV", null, null),
            new Column("words", ColumnType.STRING, Shape.SCALAR, null, null, null));

    private static String write(TableWriter writer, boolean cut) throws IOException {
        var missing = new BitSet();
        missing.set(1);
        var batch = new Batch(
                2,
                List.of(
                        new Vector.Longs(new long[] {7, 123}, 2, null),
                        new Vector.Longs(new long[] {0, 0}, 2, missing),
                        new Vector.Doubles(new double[] {1.5, Double.NaN}, 2, null),
                        new Vector.Strings(new String[] {"<b>", "two\nlines"}, 2, null)));
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("title", "Showers & more");
        var out = new ByteArrayOutputStream();
        try (TableSink sink = writer.open(out, new TableHeader("t", "", OptionalLong.empty(), COLUMNS, metadata))) {
            sink.write(batch);
            if (cut) {
                assertThat(sink).isInstanceOf(OverflowSink.class);
                ((OverflowSink) sink).finishCut();
            } else {
                sink.finish();
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void textHasColumnsOfEqualWidth() throws IOException {
        assertThat(write(new PlainTextWriter(), false)).isEqualTo("""
                 id  when                  energy  words
                                              GeV
                ---  --------------------  ------  ---------
                  7  1970-01-01T00:00:00Z     1.5  <b>
                123                           NaN  two lines
                """);
        assertThat(write(new PlainTextWriter(), true)).endsWith("there are more rows than were asked for\n");
    }

    @Test
    void pagesHoldNoMarkupOfTheData() throws IOException {
        assertThat(write(new HtmlWriter(), false))
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "<title>Showers &amp; more</title>",
                        "<td>&lt;b&gt;</td>",
                        "time &lt;of&gt; it",
                        "<small>GeV</small>")
                .doesNotContain("<b>", "more rows");
        assertThat(write(new HtmlWriter(), true)).contains("There are more rows than were asked for");
    }

    @Test
    void csvMayBeHadWithoutComments() throws IOException {
        var writer = new CsvWriter();
        assertThat(write(writer, false)).startsWith("# herald-table: 1");
        assertThat(write(writer.serialized("plain", Map.of()), false)).startsWith("id,when,energy,words\n7,");
        assertThat(write(writer.serialized("described", Map.of()), false)).isEqualTo(write(writer, false));
    }
}
