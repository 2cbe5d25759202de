package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One extendible dataset: cells of a fixed size in, chunks through shuffle and deflate out. */
final class DatasetWriter {
    private static final int CHUNK_BYTES = 128 << 10;
    private static final int MOST_ROWS = 32_768;
    private static final int WAITING = 3;

    private final Room file;
    private final ElementType type;
    private final List<Integer> cell;
    private final int cellBytes;
    private final Deque<FutureTask<byte[]>> waiting = new ArrayDeque<>();
    private final List<ChunkTreeWriter.Entry> chunks = new ArrayList<>();
    private int chunkRows;
    private byte[] buffer;
    private int buffered;
    private long rows;

    /** @param cell shape of a cell, empty for scalars */
    DatasetWriter(Room file, ElementType type, List<Integer> cell) {
        this.file = file;
        this.type = type;
        this.cell = cell;
        cellBytes = cell.stream().reduce(type.size(), Math::multiplyExact);
        chunkRows = Math.clamp(CHUNK_BYTES / Math.max(1, cellBytes), 1, MOST_ROWS);
        buffer = new byte[Math.min(chunkRows, 256) * cellBytes];
    }

    int elementSize() {
        return type.size();
    }

    long rows() {
        return rows;
    }

    /** Rows that fit before the chunk is full, at least 1. */
    int room() {
        return chunkRows - buffered;
    }

    /** Where the next row begins in {@link #buffer()}, with room for {@code count} rows, at most {@link #room()}. */
    int claim(int count) {
        int needed = (buffered + count) * cellBytes;
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(chunkRows * cellBytes, Math.max(needed, 2 * buffer.length)));
        }
        return buffered * cellBytes;
    }

    byte[] buffer() {
        return buffer;
    }

    /** The rows claimed are in place. */
    void advance(int count) throws IOException {
        buffered += count;
        rows += count;
        if (buffered == chunkRows) {
            flush();
        }
    }

    private void flush() throws IOException {
        byte[] raw = Arrays.copyOf(buffer, chunkRows * cellBytes);
        Arrays.fill(buffer, (byte) 0);
        buffered = 0;
        waiting.add(file.workers().encode(raw, type.size()));
        while (waiting.size() > WAITING) {
            store(waiting.removeFirst());
        }
    }

    private void store(FutureTask<byte[]> task) throws IOException {
        try {
            byte[] stored = task.get();
            chunks.add(new ChunkTreeWriter.Entry(
                    file.spool().append(stored), stored.length, (long) chunks.size() * chunkRows));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing", e);
        } catch (ExecutionException e) {
            throw new IOException("compression failed", e);
        }
    }

    /** Writes what is left, and the header; tells its address. */
    long finish(SequencedMap<String, String> attributes) throws IOException {
        if (chunks.isEmpty() && waiting.isEmpty()) {
            chunkRows = Math.max(1, buffered);
        }
        if (buffered > 0) {
            claim(buffered == chunkRows ? 0 : chunkRows - buffered);
            flush();
        }
        while (!waiting.isEmpty()) {
            store(waiting.removeFirst());
        }
        long tree = new ChunkTreeWriter(file.spool(), cell.size()).write(chunks, (long) chunks.size() * chunkRows);
        var header = file.header()
                .message(0x01, dataspace())
                .message(0x03, type.encoding().bytes())
                .message(0x05, new byte[] {3, 0x0b});
        byte[] filters = file.workers().packing().filters(type.size());
        if (filters.length > 0) {
            header.message(0x0b, filters);
        }
        header.message(0x08, layout(tree));
        for (var attribute : attributes.entrySet()) {
            header.attribute(attribute.getKey(), attribute.getValue());
        }
        return header.write();
    }

    private byte[] dataspace() {
        var space = new Bytes().u8(2).u8(1 + cell.size()).u8(1).u8(1).u64(rows);
        cell.forEach(space::u64);
        space.u64(Bytes.UNDEFINED);
        cell.forEach(space::u64);
        return space.done();
    }

    private byte[] layout(long tree) {
        var layout = new Bytes().u8(3).u8(2).u8(2 + cell.size()).u64(tree).u32(chunkRows);
        cell.forEach(layout::u32);
        return layout.u32(type.size()).done();
    }
}
