package org.heralddata.formats.text;

import java.util.BitSet;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** A column of integers, booleans or moments. */
final class LongCells extends Cells {
    private final ColumnType type;
    private long[] values;

    LongCells(String name, ColumnType type, MissingWords missing, int capacity) {
        super(name, missing, capacity);
        this.type = type;
        this.values = new long[capacity];
    }

    @Override
    String kind() {
        return kind(type);
    }

    @Override
    void addNull() {
        values[size] = 0;
    }

    @Override
    boolean add(byte[] text, int start, int end, RecordScanner row, int field) {
        try {
            long value = value(text, start, end);
            values[size] = value;
            return type == ColumnType.TIMESTAMP ? value != Timestamps.NONE : IntegerRanges.holds(type, value);
        } catch (NumberFormatException no) {
            return false;
        }
    }

    private long value(byte[] text, int start, int end) {
        return switch (type) {
            case TIMESTAMP -> Timestamps.parse(text, start, end);
            case UINT64 -> Numbers.toUnsignedLong(text, start, end);
            case BOOL -> Numbers.matches(text, start, end, "true") ? 1 : falseOrNone(text, start, end);
            default -> Numbers.toLong(text, start, end);
        };
    }

    private static long falseOrNone(byte[] text, int start, int end) {
        return Numbers.matches(text, start, end, "false") ? 0 : -1;
    }

    @Override
    Vector take(@Nullable BitSet missingRows) {
        var vector = new Vector.Longs(values, size, missingRows);
        values = new long[capacity];
        return vector;
    }
}
