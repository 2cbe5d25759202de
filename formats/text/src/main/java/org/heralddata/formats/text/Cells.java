package org.heralddata.formats.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Makes the vector of one column from its fields, batch by batch. */
abstract class Cells {
    private final String name;
    private final MissingWords missing;
    private @Nullable BitSet nulls;

    /** Rows of a batch at most. */
    final int capacity;

    int size;

    Cells(String name, MissingWords missing, int capacity) {
        this.name = name;
        this.missing = missing;
        this.capacity = capacity;
    }

    /**
     * @param charset  of words
     * @param capacity rows of a batch at most
     */
    static Cells of(Column column, MissingWords missing, Charset charset, int capacity) {
        String name = column.name();
        if (!column.shape().isScalar()) {
            return new ListCells(column, missing, capacity);
        }
        return switch (column.type()) {
            case FLOAT32 -> new DoubleCells(name, missing, true, capacity);
            case FLOAT64 -> new DoubleCells(name, missing, false, capacity);
            case STRING -> new StringCells(name, missing, charset, capacity);
            case BYTES -> new BlobCells(name, missing, capacity);
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMESTAMP ->
                new LongCells(name, column.type(), missing, capacity);
        };
    }

    /** Adds a field of the current row. */
    final void add(RecordScanner row, int field) {
        byte[] text = row.bytes;
        int start = row.start[field];
        int end = row.end[field];
        if (isNull(row, field, missing)) {
            if (nulls == null) {
                nulls = new BitSet(capacity);
            }
            nulls.set(size);
            addNull();
        } else if (!add(text, start, end, row, field)) {
            String shown = row.text(field, StandardCharsets.UTF_8);
            throw row.refusal(
                    TextCode.BAD_VALUE,
                    "`%s` is no value of column `%s`, which holds %s"
                            .formatted(shown.substring(0, Math.min(60, shown.length())), name, kind()),
                    field,
                    null,
                    "correct it, or leave the field empty if the value is missing");
        }
        size++;
    }

    boolean isNull(RecordScanner row, int field, MissingWords words) {
        return words.hasOrNan(row.bytes, row.start[field], row.end[field]);
    }

    /** The vector of the rows since the last call. */
    final Vector take() {
        Vector vector = take(nulls);
        nulls = null;
        size = 0;
        return vector;
    }

    /** Bytes gathered for this batch beyond what a number takes. */
    long weight() {
        return 0;
    }

    /** What the column holds, in words. */
    abstract String kind();

    abstract void addNull();

    /** False if the field is no value of the column. */
    abstract boolean add(byte[] text, int start, int end, RecordScanner row, int field);

    abstract Vector take(@Nullable BitSet missingRows);

    static String kind(ColumnType type) {
        return switch (type) {
            case BOOL -> "`true` or `false`";
            case TIMESTAMP -> "moments such as `2004-01-31T23:59:59Z`";
            case STRING -> "words";
            case BYTES -> "bytes as hexadecimal digits";
            case FLOAT32, FLOAT64 -> "numbers";
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> "integers (%s)".formatted(type.label());
        };
    }
}
