package org.heralddata.spi.rows;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rows of a table cell by cell and hands them on as batches of the columns wanted. Columns are named by their
 * number in the table; what is put into one that nobody wants is dropped. A cell that is not put before {@link #endRow()} is
 * none. For one thread.
 */
public final class RowBuilder {
    private static final long FULL = 32L << 20;

    private final @Nullable CellBuffer[] byNumber;
    private final List<CellBuffer> wanted = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private int rows;

    /**
     * @param columns all columns of the table
     * @param names   those wanted, in their order; empty for all
     * @throws IllegalArgumentException if there is no such column
     */
    public RowBuilder(List<Column> columns, List<String> names) {
        byNumber = new @Nullable CellBuffer[columns.size()];
        List<String> all = columns.stream().map(Column::name).toList();
        for (String name : names.isEmpty() ? all : names) {
            int number = all.indexOf(name);
            if (number < 0) {
                throw new IllegalArgumentException("no column " + name);
            }
            CellBuffer buffer = byNumber[number];
            if (buffer == null) {
                buffer = CellBuffer.of(columns.get(number));
                byNumber[number] = buffer;
                wanted.add(buffer);
            }
            order.add(wanted.indexOf(buffer));
        }
    }

    /** False if what is put into the column is dropped. */
    public boolean wants(int column) {
        return byNumber[column] != null;
    }

    /** An integer, or a floating-point number of that value. */
    public void put(int column, long value) {
        CellBuffer buffer = byNumber[column];
        if (buffer != null) {
            buffer.add(value);
        }
    }

    /** A floating-point number, or the integer towards zero. */
    public void put(int column, double value) {
        CellBuffer buffer = byNumber[column];
        if (buffer != null) {
            buffer.add(value);
        }
    }

    /** A string; null for none. */
    public void put(int column, @Nullable String value) {
        CellBuffer buffer = byNumber[column];
        if (buffer != null && value != null) {
            buffer.add(value);
        }
    }

    /** Bytes, not copied. */
    public void put(int column, byte[] value) {
        CellBuffer buffer = byNumber[column];
        if (buffer != null) {
            buffer.add(value);
        }
    }

    /** A list of integers. */
    public void put(int column, long[] values) {
        CellBuffer buffer = byNumber[column];
        if (buffer != null) {
            for (long value : values) {
                buffer.elements().add(value);
            }
            buffer.endList();
        }
    }

    /** A list of numbers. */
    public void put(int column, double[] values) {
        CellBuffer buffer = byNumber[column];
        if (buffer != null) {
            for (double value : values) {
                buffer.elements().add(value);
            }
            buffer.endList();
        }
    }

    /** A list of strings. */
    public void put(int column, List<String> values) {
        CellBuffer buffer = byNumber[column];
        if (buffer != null) {
            for (String value : values) {
                buffer.elements().add(value);
            }
            buffer.endList();
        }
    }

    /** Completes a row. */
    public void endRow() {
        rows++;
        for (CellBuffer buffer : wanted) {
            if (buffer.size() < rows) {
                buffer.addNull();
            }
        }
    }

    public boolean isEmpty() {
        return rows == 0;
    }

    /** True if a batch should be taken before more rows come. */
    public boolean isFull() {
        if (rows >= Batch.ROWS) {
            return true;
        }
        long weight = 0;
        for (CellBuffer buffer : wanted) {
            weight += buffer.weight();
        }
        return weight > FULL && rows > 0;
    }

    /** The rows so far, at least one; the builder is empty afterwards. */
    public Batch take() {
        List<Vector> taken = wanted.stream().map(CellBuffer::take).toList();
        Batch batch = new Batch(rows, order.stream().map(taken::get).toList());
        rows = 0;
        return batch;
    }
}
