package org.heralddata.formats.text;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;

/** Rows of a text table, from the second reading of its file. */
final class TextCursor implements TableCursor {
    private static final long HEAVY = 1 << 24;
    private static final int MOST_CELLS = 1 << 21;

    private final RecordScanner row;
    private final int most;
    private final int fields;
    private final Cells[] cells;
    private final int[] places;

    /**
     * @param row    before the first row
     * @param fields of each row
     * @param cells  one for each column wanted
     * @param places the field that each takes
     */
    TextCursor(RecordScanner row, int fields, List<Cells> cells, List<Integer> places) {
        this.row = row;
        this.most = batchRows(cells.size());
        this.fields = fields;
        this.cells = cells.toArray(Cells[]::new);
        this.places = places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Rows of a batch of so many columns: fewer where they are many, so that a line of thousands of fields does not fill memory. */
    static int batchRows(int columns) {
        return Math.clamp(MOST_CELLS / Math.max(1, columns), 64, Batch.ROWS);
    }

    @Override
    public @Nullable Batch next() throws IOException {
        int rows = 0;
        long weight = 0;
        while (rows < most && weight < HEAVY && row.next()) {
            if (row.count != fields) {
                throw FirstPass.otherCount(row, fields);
            }
            for (int i = 0; i < cells.length; i++) {
                cells[i].add(row, places[i]);
            }
            rows++;
            if ((rows & 63) == 0) {
                weight = 0;
                for (Cells column : cells) {
                    weight += column.weight();
                }
            }
        }
        if (rows == 0) {
            return null;
        }
        Vector[] vectors = new Vector[cells.length];
        for (int i = 0; i < cells.length; i++) {
            vectors[i] = cells[i].take();
        }
        return new Batch(rows, List.of(vectors));
    }

    @Override
    public void close() throws IOException {
        row.close();
    }
}
