package org.heralddata.formats.fits;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;

/** Reads a table in blocks of rows and decodes the wanted columns of each. */
final class RowCursor implements TableCursor {
    private static final long BLOCK_BYTES = 4L << 20;
    private static final long BATCH_WEIGHT = 32L << 20;
    private static final long LARGEST_ROW = 1L << 28;

    private final FitsTable table;
    private final List<Field> fields;
    private final RowSource source;
    private final @Nullable Heap heap;
    private final int blockRows;
    private final byte[] buffer;

    private Rows block;
    private int rowsInBlock;
    private int row;
    private long next;

    private RowCursor(FitsTable table, List<Field> fields, RowSource source, @Nullable Heap heap) {
        this.table = table;
        this.fields = fields;
        this.source = source;
        this.heap = heap;
        this.blockRows = blockRows(table, fields);
        this.buffer = new byte[Math.toIntExact(blockRows * table.rowBytes())];
        this.block = block(0);
    }

    static RowCursor open(Path file, FitsTable table, List<Field> fields) throws IOException {
        long weight = fields.stream().mapToLong(f -> f.cells().fixedWeight()).sum();
        if (table.rowBytes() > LARGEST_ROW || weight > LARGEST_ROW) {
            throw table.hdu()
                    .place()
                    .refusal(
                            FitsCode.TOO_LARGE,
                            table.hdu().dataOffset(),
                            "a row has %d bytes, more than can be held in memory".formatted(table.rowBytes()));
        }
        Tiles tiles = table.tiles();
        RowSource source =
                tiles == null ? new PlainRows(Bytes.open(file), table) : TiledRows.open(file, table, tiles, fields);
        try {
            return new RowCursor(table, fields, source, heap(file, table, fields));
        } catch (IOException | RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    @Override
    public @Nullable Batch next() throws IOException {
        if (row == rowsInBlock) {
            if (next == table.rows()) {
                return null;
            }
            load();
        }
        int count = rowsOfBatch();
        List<Vector> vectors = new ArrayList<>(fields.size());
        for (Field field : fields) {
            vectors.add(field.cells().decode(block, row, count));
        }
        row += count;
        return new Batch(count, vectors);
    }

    @Override
    public void close() throws IOException {
        try (source) {
            if (heap != null) {
                heap.close();
            }
        }
    }

    private void load() throws IOException {
        rowsInBlock = (int) Math.min(blockRows, table.rows() - next);
        row = 0;
        block = block(next);
        source.read(next, rowsInBlock, buffer);
        next += rowsInBlock;
    }

    private Rows block(long first) {
        return new Rows(
                buffer,
                (int) table.rowBytes(),
                table.hdu().dataOffset() + first * table.rowBytes(),
                heap,
                table.hdu().place());
    }

    /** Fewer than the block holds where arrays in the heap are long. */
    private int rowsOfBatch() {
        int most = rowsInBlock - row;
        if (heap == null) {
            return most;
        }
        long weight = 0;
        for (int count = 0; count < most; count++) {
            for (Field field : fields) {
                weight += field.cells().weight(block, row + count);
            }
            if (weight > BATCH_WEIGHT) {
                return Math.max(1, count);
            }
        }
        return most;
    }

    private static int blockRows(FitsTable table, List<Field> fields) {
        long weight = fields.stream().mapToLong(f -> f.cells().fixedWeight()).sum();
        long rows = Math.min(BLOCK_BYTES / Math.max(1, table.rowBytes()), BATCH_WEIGHT / Math.max(1, weight));
        return Math.clamp(Math.min(rows, table.rows()), 1, Batch.ROWS);
    }

    private static @Nullable Heap heap(Path file, FitsTable table, List<Field> fields) throws IOException {
        if (fields.stream().noneMatch(f -> f.cells() instanceof HeapCells)) {
            return null;
        }
        long start = table.heapOffset();
        return Heap.open(file, table.hdu().dataOffset() + start, table.hdu().dataSize() - start);
    }
}
