package org.heralddata.formats.fits.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** How the cells of a column become bytes. */
sealed interface Packing {

    /** Bytes of a cell in the row. */
    int width();

    /** The value of TFORM. */
    String form();

    /** Writes cells into rows. */
    void pack(Vector vector, byte[] out, int base, int stride, HeapPosition heap);

    /** Writes what the cells have in the heap. */
    default void packHeap(Vector vector, OutputStream out) throws IOException {}

    /** Where the next array in the heap begins. */
    final class HeapPosition {
        private long next;

        long take(long bytes) {
            long at = next;
            next += bytes;
            return at;
        }
    }

    /**
     * Numbers and booleans in the row.
     *
     * @param n      elements of a cell
     * @param marker the stored integer that marks a missing one; null if none does
     */
    record Numbers(StoredType type, int n, @Nullable Long marker) implements Packing {

        @Override
        public int width() {
            return n * type.width;
        }

        @Override
        public String form() {
            return n + String.valueOf(type.code);
        }

        @Override
        public void pack(Vector vector, byte[] out, int base, int stride, HeapPosition heap) {
            if (!(vector instanceof Vector.Lists lists)) {
                NumberPacking.pack(type, marker, vector, 0, vector.size(), out, base, stride);
                return;
            }
            for (int row = 0; row < lists.size(); row++) {
                int at = base + row * stride;
                if (lists.isNull(row)) {
                    NumberPacking.packMissing(type, marker, n, out, at);
                } else {
                    PackedCell.demand(lists, row, n);
                    NumberPacking.pack(
                            type,
                            marker,
                            lists.elements(),
                            lists.offsets()[row],
                            lists.offsets()[row + 1],
                            out,
                            at,
                            type.width);
                }
            }
        }
    }

    /**
     * Texts in the row, filled up with zero bytes; an empty one begins with a blank, a missing one with a zero byte.
     *
     * @param length of the longest, at least 1
     * @param n      texts of a cell
     */
    record Texts(int length, int n) implements Packing {

        @Override
        public int width() {
            return n * length;
        }

        @Override
        public String form() {
            return width() + "A";
        }

        @Override
        public void pack(Vector vector, byte[] out, int base, int stride, HeapPosition heap) {
            for (int row = 0; row < vector.size(); row++) {
                int at = base + row * stride;
                if (vector instanceof Vector.Blobs blobs) {
                    put(blobs, row, out, at);
                } else if (vector.isNull(row)) {
                    Arrays.fill(out, at, at + width(), (byte) 0);
                } else if (vector instanceof Vector.Lists lists && lists.elements() instanceof Vector.Blobs blobs) {
                    PackedCell.demand(lists, row, n);
                    for (int i = 0; i < n; i++) {
                        put(blobs, lists.offsets()[row] + i, out, at + i * length);
                    }
                } else {
                    throw new IllegalArgumentException("no texts");
                }
            }
        }

        private void put(Vector.Blobs texts, int i, byte[] out, int at) {
            if (texts.isNull(i)) {
                Arrays.fill(out, at, at + length, (byte) 0);
                return;
            }
            byte[] text = texts.values()[i];
            System.arraycopy(text, 0, out, at, text.length);
            Arrays.fill(out, at + text.length, at + length, (byte) 0);
            if (text.length == 0) {
                out[at] = ' ';
            }
        }
    }

    /**
     * Lists of varying length, and byte strings, in the heap. A missing one is empty.
     *
     * @param wide    true for descriptors of 64-bit numbers
     * @param longest elements of the longest
     */
    record Lists(
            StoredType type,
            boolean wide,
            int longest,
            @Nullable Long marker) implements Packing {

        @Override
        public int width() {
            return wide ? 16 : 8;
        }

        @Override
        public String form() {
            return "1%s%c(%d)".formatted(wide ? "Q" : "P", type.code, longest);
        }

        @Override
        public void pack(Vector vector, byte[] out, int base, int stride, HeapPosition heap) {
            for (int row = 0; row < vector.size(); row++) {
                int count = PackedCell.count(vector, row);
                PackedCell.descriptor(wide, count, heap.take((long) count * type.width), out, base + row * stride);
            }
        }

        @Override
        public void packHeap(Vector vector, OutputStream out) throws IOException {
            switch (vector) {
                case Vector.Blobs blobs -> PackedCell.writeAll(blobs, out);
                case Vector.Lists lists -> {
                    for (int row = 0; row < lists.size(); row++) {
                        int count = PackedCell.count(lists, row);
                        if (count > 0) {
                            byte[] bytes = new byte[count * type.width];
                            int from = lists.offsets()[row];
                            NumberPacking.pack(
                                    type, marker, lists.elements(), from, from + count, bytes, 0, type.width);
                            out.write(bytes);
                        }
                    }
                }
                case Vector.Longs _, Vector.Doubles _, Vector.Strings _ ->
                    throw new IllegalArgumentException("no lists");
            }
        }
    }

    /**
     * Long texts in the heap; an empty one is a blank, a missing one has no bytes.
     *
     * @param longest bytes of the longest
     */
    record LongTexts(boolean wide, int longest) implements Packing {

        @Override
        public int width() {
            return wide ? 16 : 8;
        }

        @Override
        public String form() {
            return "1%sA(%d)".formatted(wide ? "Q" : "P", longest);
        }

        @Override
        public void pack(Vector vector, byte[] out, int base, int stride, HeapPosition heap) {
            for (int row = 0; row < vector.size(); row++) {
                int count = vector.isNull(row) ? 0 : Math.max(1, PackedCell.count(vector, row));
                PackedCell.descriptor(wide, count, heap.take(count), out, base + row * stride);
            }
        }

        @Override
        public void packHeap(Vector vector, OutputStream out) throws IOException {
            if (vector instanceof Vector.Blobs blobs) {
                for (int row = 0; row < blobs.size(); row++) {
                    if (!blobs.isNull(row)) {
                        byte[] text = blobs.values()[row];
                        out.write(text.length == 0 ? new byte[] {' '} : text);
                    }
                }
            }
        }
    }
}
