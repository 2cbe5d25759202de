package org.heralddata.formats.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;

/** Writes rows of fields: a missing value is nothing, an empty string is {@code ""}. */
final class DelimitedSink implements TableSink {
    private final ByteOut out;
    private final ByteOut cell = new ByteOut(null);
    private final char delimiter;
    private final char lastSpecial;
    private final List<Column> columns;

    DelimitedSink(OutputStream stream, TableHeader header, char delimiter, boolean plain) {
        this.out = new ByteOut(stream);
        this.delimiter = delimiter;
        lastSpecial = (char) Math.max(delimiter, '#');
        this.columns = header.columns();
        for (String line : plain ? List.<String>of() : HeraldHeader.lines(header)) {
            out.putUtf8("# " + line + "\n");
        }
        for (int c = 0; c < columns.size(); c++) {
            separate(c);
            putWord(columns.get(c).name());
        }
        out.put('\n');
    }

    @Override
    public void write(Batch batch) throws IOException {
        Vector[] vectors = batch.vectors().toArray(Vector[]::new);
        ColumnType[] types = columns.stream().map(Column::type).toArray(ColumnType[]::new);
        for (int row = 0; row < batch.rows(); row++) {
            for (int c = 0; c < vectors.length; c++) {
                separate(c);
                if (!vectors[c].isNull(row)) {
                    put(types[c], vectors[c], row);
                }
            }
            out.put('\n');
            out.flushIfFull();
        }
    }

    private void separate(int column) {
        if (column > 0) {
            out.put(delimiter);
        }
    }

    private void put(ColumnType type, Vector vector, int row) {
        switch (vector) {
            case Vector.Longs(var values, var size, var nulls) -> putLong(type, values[row]);
            case Vector.Doubles(var values, var size, var nulls) -> {
                if (type == ColumnType.FLOAT32) {
                    out.putFloat((float) values[row]);
                } else {
                    out.putDouble(values[row]);
                }
            }
            case Vector.Strings(var values, var size, var nulls) -> {
                String text = values[row];
                putWord(text == null ? "" : text);
            }
            case Vector.Blobs(var values, var size, var nulls) ->
                putWord(HexFormat.of().formatHex(values[row]));
            case Vector.Lists lists -> putList(type, lists, row);
        }
    }

    private void putLong(ColumnType type, long value) {
        switch (type) {
            case BOOL -> out.putAscii(value == 0 ? "false" : "true");
            case TIMESTAMP -> TimestampText.put(out, value);
            case UINT64 -> JsonText.putUnsigned(out, value);
            default -> out.putLong(value);
        }
    }

    private void putList(ColumnType type, Vector.Lists lists, int row) {
        cell.clear();
        JsonText.put(cell, type, lists, row);
        out.put('"');
        for (int i = 0; i < cell.size(); i++) {
            if (cell.at(i) == '"') {
                out.put('"');
            }
            out.put(cell.at(i));
        }
        out.put('"');
    }

    private void putWord(String text) {
        if (needsQuotes(text)) {
            out.put('"');
            out.putUtf8(text.indexOf('"') < 0 ? text : text.replace("\"", "\"\""));
            out.put('"');
        } else {
            out.putUtf8(text);
        }
    }

    /** Also where other readers might see a comment. */
    private boolean needsQuotes(String text) {
        int length = text.length();
        if (length == 0 || text.charAt(0) <= ' ' || text.charAt(length - 1) <= ' ') {
            return true;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c <= lastSpecial && (c == delimiter || c == '"' || c == '\n' || c == '\r' || c == '#')) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    @Override
    public void close() {}
}
