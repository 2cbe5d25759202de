package org.heralddata.formats.fits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.formats.fits.tiles.BrokenTile;
import org.heralddata.formats.fits.tiles.TileCodec;
import org.heralddata.formats.fits.tiles.TilePart;

/** Rows of a table compressed by tiles; unpacks one tile at a time, and of it the wanted columns only. */
final class TiledRows implements RowSource {
    /** Larger tiles are refused: three times as much memory is needed to unpack one. */
    private static final long LARGEST_TILE = 96L << 20;

    /** Before each of FACT's tiles: "TILE", the number of rows (4 bytes), the bytes of all of it (8 bytes). */
    private static final int FACT_HEADER = 16;

    /** Of each column in FACT's tiles: the bytes of it (8), order and number of processings. */
    private static final int FACT_BLOCK = 10;

    private final FitsTable table;
    private final Tiles tiles;
    private final Set<Integer> wanted;
    private final Bytes directory;
    private final Heap heap;
    private final byte[] unpacked;
    private long tile = -1;

    private TiledRows(FitsTable table, Tiles tiles, Set<Integer> wanted, Bytes directory, Heap heap, int tileBytes) {
        this.table = table;
        this.tiles = tiles;
        this.wanted = wanted;
        this.directory = directory;
        this.heap = heap;
        this.unpacked = new byte[tileBytes];
    }

    static TiledRows open(Path file, FitsTable table, Tiles tiles, List<Field> fields) throws IOException {
        long bytes = Math.min(tiles.tileRows(), table.rows()) * table.rowBytes();
        if (bytes > LARGEST_TILE) {
            throw table.hdu()
                    .place()
                    .refusal(
                            FitsCode.TOO_LARGE,
                            table.hdu().dataOffset(),
                            "a tile has %d bytes when unpacked, more than can be held in memory".formatted(bytes));
        }
        Set<Integer> wanted = fields.stream()
                .map(field -> ((RowCells) field.cells()).offset())
                .collect(Collectors.toSet());
        Bytes directory = Bytes.open(file);
        try {
            long start = table.heapOffset();
            Heap heap = Heap.open(
                    file, table.hdu().dataOffset() + start, table.hdu().dataSize() - start);
            return new TiledRows(table, tiles, wanted, directory, heap, (int) bytes);
        } catch (IOException | RuntimeException failed) {
            directory.close();
            throw failed;
        }
    }

    @Override
    public void read(long first, int rows, byte[] target) throws IOException {
        int rowBytes = (int) table.rowBytes();
        for (int done = 0; done < rows; ) {
            long row = first + done;
            unpack(row / tiles.tileRows());
            int within = (int) (row % tiles.tileRows());
            int count = Math.min(rows - done, tiles.tileRows() - within);
            System.arraycopy(unpacked, within * rowBytes, target, done * rowBytes, count * rowBytes);
            done += count;
        }
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            heap.close();
        }
    }

    private void unpack(long number) throws IOException {
        if (number == tile) {
            return;
        }
        tile = -1;
        int rows = (int) Math.min(tiles.tileRows(), table.rows() - number * tiles.tileRows());
        long[] blocks = isFact() ? factBlocks(number) : null;
        for (int i = 0; i < tiles.parts().size(); i++) {
            Tiles.Part part = tiles.parts().get(i);
            if (wanted.contains(part.offset()) && part.bytes() > 0) {
                long from = blocks == null ? descriptor(number, part, 1) : blocks[i];
                long size = blocks == null ? descriptor(number, part, 0) : blocks[i + 1] - from;
                unpack(part, rows, from, packed(from, size));
            }
        }
        tile = number;
    }

    private void unpack(Tiles.Part part, int rows, long from, byte[] packed) {
        byte[] cells;
        try {
            cells = part.codec().unpack(packed, new TilePart(rows, part.repeat(), part.width()));
        } catch (BrokenTile broken) {
            throw broken(from, broken.why());
        }
        for (int row = 0; row < rows; row++) {
            System.arraycopy(
                    cells, row * part.bytes(), unpacked, row * (int) table.rowBytes() + part.offset(), part.bytes());
        }
    }

    private boolean isFact() {
        return tiles.parts().stream().allMatch(part -> part.codec() == TileCodec.FACT);
    }

    /** Where the columns of a tile begin in the heap, and where the last ends; the first tile of a row in the file is told there. */
    private long[] factBlocks(long number) throws IOException {
        long described = number / tiles.shrink();
        long at = -1;
        for (Tiles.Part part : tiles.parts()) {
            long place = descriptor(described, part, 1);
            at = part.bytes() > 0 && (at < 0 || place < at) ? place : at;
        }
        at -= FACT_HEADER;
        for (long skipped = 0; skipped < number % tiles.shrink(); skipped++) {
            at = Math.addExact(at, Math.max(FACT_HEADER, factTile(at)));
        }
        factTile(at);
        long[] blocks = new long[tiles.parts().size() + 1];
        blocks[0] = at + FACT_HEADER;
        for (int i = 0; i < tiles.parts().size(); i++) {
            long size = tiles.parts().get(i).bytes() == 0
                    ? 0
                    : Long.reverseBytes(BigEndian.int64(packed(blocks[i], FACT_BLOCK), 0));
            if (size < 0 || size > heap.size()) {
                throw broken(blocks[i], "a column of %d bytes lies outside the heap".formatted(size));
            }
            blocks[i + 1] = blocks[i] + size;
        }
        return blocks;
    }

    /** Bytes of the tile whose header is there. */
    private long factTile(long at) throws IOException {
        byte[] header = packed(at, FACT_HEADER);
        long size = Long.reverseBytes(BigEndian.int64(header, 8));
        if (!new String(header, 0, 4, StandardCharsets.ISO_8859_1).equals("TILE") || size < 0 || size > heap.size()) {
            throw broken(at, "no tile begins here");
        }
        return size;
    }

    /** @param which 0 for the number of bytes, 1 for their place in the heap */
    private long descriptor(long row, Tiles.Part part, int which) throws IOException {
        int width = part.wide() ? 8 : 4;
        byte[] number = new byte[width];
        long at = table.hdu().dataOffset() + row * tiles.directoryRowBytes() + part.cell() + (long) which * width;
        if (directory.read(at, number, 0, width) < width) {
            throw table.hdu().place().refusal(FitsCode.TRUNCATED, at, "the file became shorter while it was read");
        }
        return part.wide() ? BigEndian.int64(number, 0) : BigEndian.int32(number, 0) & 0xffff_ffffL;
    }

    private byte[] packed(long at, long size) throws IOException {
        if (at < 0 || size < 0 || size > LARGEST_TILE || at > heap.size() - size) {
            throw broken(at, "%d bytes from there lie outside the heap of %d bytes".formatted(size, heap.size()));
        }
        byte[] bytes = new byte[(int) size];
        heap.read(at, bytes, 0, bytes.length);
        return bytes;
    }

    private RuntimeException broken(long at, String message) {
        return table.hdu()
                .place()
                .refusal(
                        FitsCode.BROKEN_TILE,
                        table.hdu().dataOffset() + table.heapOffset() + Math.max(0, at),
                        "the tile cannot be unpacked: " + message,
                        "fetch the file again, or ask its author for a complete copy");
    }
}
