package org.heralddata.formats.text;

import ch.randelshofer.fastdoubleparser.JavaFloatParser;
import java.util.BitSet;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** A column of floating-point numbers. */
final class DoubleCells extends Cells {
    private final boolean single;
    private double[] values;

    /** @param single true if the column is of 32-bit numbers */
    DoubleCells(String name, MissingWords missing, boolean single, int capacity) {
        super(name, missing, capacity);
        this.single = single;
        this.values = new double[capacity];
    }

    @Override
    boolean isNull(RecordScanner row, int field, MissingWords words) {
        int start = row.start[field];
        int end = row.end[field];
        // Numbers begin with a digit, mostly; only what does not is compared with the words.
        return start == end || ((row.bytes[start] < '0' || row.bytes[start] > '9') && words.has(row.bytes, start, end));
    }

    @Override
    String kind() {
        return "numbers";
    }

    @Override
    void addNull() {
        values[size] = Double.NaN;
    }

    @Override
    boolean add(byte[] text, int start, int end, RecordScanner row, int field) {
        try {
            double value = Numbers.toDouble(text, start, end);
            values[size] =
                    single && Double.isFinite(value) ? JavaFloatParser.parseFloat(text, start, end - start) : value;
            return true;
        } catch (NumberFormatException no) {
            return false;
        }
    }

    @Override
    Vector take(@Nullable BitSet missingRows) {
        var vector = new Vector.Doubles(values, size, missingRows);
        values = new double[capacity];
        return vector;
    }
}
