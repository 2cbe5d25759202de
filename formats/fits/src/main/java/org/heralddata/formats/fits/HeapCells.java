package org.heralddata.formats.fits;

import java.io.IOException;
import java.util.BitSet;
import java.util.Objects;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Cells of varying length: the row holds a descriptor, the heap the elements. FITS 4.0, section 7.3.5.
 *
 * @param offset byte of the descriptor within the row
 * @param wide   true for Q descriptors of two 64-bit numbers, false for P of two 32-bit ones
 */
record HeapCells(int offset, boolean wide, BinaryType type, Elements elements) implements Cells {

    /** Longer arrays in one cell are refused. */
    private static final long LARGEST = 1L << 28;

    @Override
    public Vector decode(Rows block, int from, int rows) throws IOException {
        return switch (type) {
            case CHARACTER -> strings(block, from, rows);
            case BIT -> bits(block, from, rows);
            default -> numbers(block, from, rows);
        };
    }

    @Override
    public long weight(Rows block, int row) {
        return count(block, row) * type.parts * (type == BinaryType.CHARACTER ? 2 : elements.weight());
    }

    @Override
    public long fixedWeight() {
        return Long.BYTES;
    }

    private Vector numbers(Rows block, int from, int rows) throws IOException {
        int[] offsets = offsets(block, from, rows);
        byte[] bytes = new byte[Math.toIntExact(type.bytes(offsets[rows] / type.parts))];
        int at = 0;
        for (int row = from; row < from + rows; row++) {
            at += read(block, row, bytes, at);
        }
        return new Vector.Lists(offsets, elements.read(bytes, 0, 0, 1, offsets[rows]), rows, null);
    }

    private Vector bits(Rows block, int from, int rows) throws IOException {
        int[] offsets = offsets(block, from, rows);
        long[] values = new long[offsets[rows]];
        for (int r = 0; r < rows; r++) {
            int n = offsets[r + 1] - offsets[r];
            byte[] bytes = new byte[Math.toIntExact(type.bytes(n))];
            read(block, from + r, bytes, 0);
            for (int bit = 0; bit < n; bit++) {
                values[offsets[r] + bit] = bytes[bit / 8] >> (7 - bit % 8) & 1;
            }
        }
        return new Vector.Lists(offsets, new Vector.Longs(values, values.length, null), rows, null);
    }

    private Vector strings(Rows block, int from, int rows) throws IOException {
        @Nullable String[] values = new @Nullable String[rows];
        BitSet nulls = new BitSet();
        for (int r = 0; r < rows; r++) {
            byte[] bytes = new byte[(int) count(block, from + r)];
            read(block, from + r, bytes, 0);
            values[r] = Text.decode(bytes, 0, bytes.length);
            nulls.set(r, values[r] == null);
        }
        return new Vector.Strings(values, rows, nulls.isEmpty() ? null : nulls);
    }

    private int[] offsets(Rows block, int from, int rows) {
        int[] offsets = new int[rows + 1];
        for (int r = 0; r < rows; r++) {
            offsets[r + 1] = Math.addExact(offsets[r], (int) (count(block, from + r) * type.parts));
        }
        return offsets;
    }

    private int read(Rows block, int row, byte[] target, int at) throws IOException {
        int length = (int) type.bytes(count(block, row));
        if (length > 0) {
            Objects.requireNonNull(block.heap()).read(position(block, row), target, at, length);
        }
        return length;
    }

    /** The number of elements, checked: they lie within the heap. */
    private long count(Rows block, int row) {
        int at = row * block.stride() + offset;
        long count = wide ? BigEndian.int64(block.bytes(), at) : BigEndian.int32(block.bytes(), at) & 0xffff_ffffL;
        if (count == 0) {
            return 0;
        }
        long position = position(block, row);
        long size = block.heap() == null ? 0 : block.heap().size();
        if (count < 0 || count > Long.MAX_VALUE / 16 || position < 0 || position > size - type.bytes(count)) {
            throw block.place()
                    .refusal(
                            FitsCode.BROKEN_CELL,
                            block.offsetOf(row, offset),
                            "an array of %d elements at byte %d of the heap lies outside the heap of %d bytes"
                                    .formatted(count, position, size));
        }
        if (count * type.parts * elements.weight() > LARGEST) {
            throw block.place()
                    .refusal(
                            FitsCode.TOO_LARGE,
                            block.offsetOf(row, offset),
                            "an array of %d elements in one cell is too large to be held in memory".formatted(count));
        }
        return count;
    }

    private long position(Rows block, int row) {
        int at = row * block.stride() + offset;
        return wide ? BigEndian.int64(block.bytes(), at + 8) : BigEndian.int32(block.bytes(), at + 4) & 0xffff_ffffL;
    }
}
