package org.heralddata.formats.hdf5;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.formats.hdf5.cells.Cells;
import org.heralddata.formats.hdf5.cells.Field;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.FormatException;
import org.heralddata.formats.hdf5.file.GlobalHeap;
import org.heralddata.formats.hdf5.file.Rows;

/** A dataset on its way into batches, with the columns that it feeds. For one thread. */
final class Part implements Closeable {
    private final Dataset dataset;
    private final Rows rows;
    private final List<Field> fields = new ArrayList<>();
    private final List<Cells> cells = new ArrayList<>();
    private int position;
    private int left;

    Part(Dataset dataset) {
        this.dataset = dataset;
        try {
            rows = dataset.rows();
        } catch (FormatException e) {
            throw e.within(dataset.path());
        }
    }

    Cells feed(Field field, GlobalHeap heap) {
        Cells collector = field.open(heap);
        fields.add(field);
        cells.add(collector);
        return collector;
    }

    /** Passes the next {@code count} rows to the columns. */
    void advance(int count) {
        try {
            for (int wanted = count; wanted > 0; ) {
                if (left == 0) {
                    if (!rows.next()) {
                        throw FormatException.broken(-1, "it has fewer rows than it declares");
                    }
                    position = 0;
                    left = rows.slabRows();
                }
                int step = Math.min(wanted, left);
                for (int i = 0; i < fields.size(); i++) {
                    int at = position * rows.rowBytes() + fields.get(i).offset();
                    cells.get(i).add(rows.slab(), at, rows.rowBytes(), step);
                }
                position += step;
                left -= step;
                wanted -= step;
            }
        } catch (FormatException e) {
            throw e.within(dataset.path());
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
