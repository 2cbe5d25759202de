package org.heralddata.formats.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.formats.hdf5.cells.Cells;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.GlobalHeap;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;

/** Rows of one table. Datasets that feed several columns are read once. */
final class Hdf5Cursor implements TableCursor {
    private static final long BATCH_ELEMENTS = 4 << 20;

    /** A column's values and, if it may lack some, where. */
    private record Lane(Cells values, @Nullable Cells missing) {}

    private final Border border;
    private final PlannedTable table;
    private final Map<Dataset, Part> parts = new LinkedHashMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final int batchRows;
    private long done;

    Hdf5Cursor(Border border, PlannedTable table, List<PlannedColumn> columns, GlobalHeap heap) {
        this.border = border;
        this.table = table;
        long elements = 1;
        for (PlannedColumn column : columns) {
            Cells values = part(column.dataset()).feed(column.field(), heap);
            Cells missing = null;
            if (column.missing() != null) {
                PlannedColumn.Mask mask = column.missing();
                missing = part(mask.dataset()).feed(mask.field(), heap);
            }
            lanes.add(new Lane(values, missing));
            elements += column.field().elements();
        }
        batchRows = Math.clamp(BATCH_ELEMENTS / elements, 1, Batch.ROWS);
    }

    private Part part(Dataset dataset) {
        return parts.computeIfAbsent(dataset, Part::new);
    }

    @Override
    public @Nullable Batch next() throws IOException {
        int count = (int) Math.min(batchRows, table.rows() - done);
        if (count <= 0) {
            return null;
        }
        return border.guard(table.name(), () -> {
            for (Part part : parts.values()) {
                part.advance(count);
            }
            done += count;
            List<Vector> vectors = new ArrayList<>();
            for (Lane lane : lanes) {
                Vector values = lane.values().take();
                vectors.add(
                        lane.missing() == null
                                ? values
                                : Missing.apply(values, lane.missing().take()));
            }
            return new Batch(count, vectors);
        });
    }

    @Override
    public void close() {
        parts.values().forEach(Part::close);
        done = table.rows();
    }
}
