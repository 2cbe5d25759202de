package org.heralddata.formats.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.spi.OverflowSink;
import org.heralddata.spi.TableHeader;

/** Columns as wide as the first rows need; longer cells further down shift their row. A line break within a cell becomes a blank. */
final class PlainTextSink implements OverflowSink {
    private static final int WIDEST = 60;

    private final BufferedOutputStream out;
    private final List<Column> columns;
    private final CellWords cells;
    private final int[] widths;
    private boolean headed;

    PlainTextSink(OutputStream out, TableHeader header) {
        this.out = new BufferedOutputStream(out, 1 << 16);
        columns = header.columns();
        cells = new CellWords(columns);
        widths = columns.stream()
                .mapToInt(c -> Math.max(c.name().length(), unit(c).length()))
                .toArray();
    }

    private static String unit(Column column) {
        return column.unit() == null ? "" : column.unit();
    }

    @Override
    public void write(Batch batch) throws IOException {
        if (!headed) {
            for (int row = 0; row < batch.rows(); row++) {
                for (int c = 0; c < widths.length; c++) {
                    int length = Math.min(WIDEST, cells.of(batch, c, row).length());
                    widths[c] = Math.max(widths[c], length);
                }
            }
        }
        head();
        var words = new String[widths.length];
        for (int row = 0; row < batch.rows(); row++) {
            for (int c = 0; c < words.length; c++) {
                words[c] = cells.of(batch, c, row).replaceAll("\\s", " ");
            }
            line(words);
        }
    }

    private void head() throws IOException {
        if (headed) {
            return;
        }
        headed = true;
        line(columns.stream().map(Column::name).toArray(String[]::new));
        if (columns.stream().anyMatch(c -> !unit(c).isEmpty())) {
            line(columns.stream().map(PlainTextSink::unit).toArray(String[]::new));
        }
        line(Arrays.stream(widths).mapToObj("-"::repeat).toArray(String[]::new));
    }

    private void line(String[] words) throws IOException {
        var line = new StringBuilder();
        for (int c = 0; c < words.length; c++) {
            String pad = " ".repeat(Math.max(0, widths[c] - words[c].length()));
            line.append(c == 0 ? "" : "  ");
            if (CellWords.isNumber(columns.get(c))) {
                line.append(pad).append(words[c]);
            } else {
                line.append(words[c]).append(pad);
            }
        }
        out.write(line.toString().stripTrailing().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    @Override
    public void finish() throws IOException {
        head();
        out.flush();
    }

    @Override
    public void finishCut() throws IOException {
        head();
        out.write("… there are more rows than were asked for\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {}
}
