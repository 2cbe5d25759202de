package org.heralddata.formats.root.ntuple;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.heralddata.formats.root.file.RootFormatException;

/** The elements of a column in one cluster, numbered from 0. Safe for many threads. */
final class Elements {
    private final ColumnRecord column;
    private final Encoding encoding;
    private final List<Page> pages;
    private final long[] starts;
    private final PageCache cache;

    /** @param zeros elements before the first page, not stored */
    Elements(ColumnRecord column, List<Page> pages, long zeros, PageCache cache) {
        this.column = column;
        this.encoding = Objects.requireNonNull(column.encoding());
        this.pages = pages.stream().filter(p -> p.elements() > 0).toList();
        this.cache = cache;
        starts = new long[this.pages.size() + 1];
        starts[0] = zeros;
        for (int i = 0; i < this.pages.size(); i++) {
            starts[i + 1] = starts[i] + this.pages.get(i).elements();
        }
    }

    Encoding encoding() {
        return encoding;
    }

    /** Refuses elements that this cluster does not have. */
    void check(long from, long count) {
        long end = starts[pages.size()];
        if (from < 0 || count < 0 || count > end - from) {
            throw RootFormatException.broken(
                    -1,
                    "elements %d to %d of column %d are referred to, which has %d"
                            .formatted(from, from + count, column.id(), end));
        }
    }

    /** One integer. */
    long longAt(long index) {
        long[] one = new long[1];
        longs(index, 1, one);
        return one[0];
    }

    /** Integers, bits and characters from {@code from} on into the first {@code count} places. */
    void longs(long from, int count, long[] into) {
        boolean signed = encoding.isSigned();
        copy(from, count, (page, at, length, place) -> {
            switch (page) {
                case Decoded.Longs(long[] values) -> System.arraycopy(values, at, into, place, length);
                case Decoded.Bytes(byte[] values) -> {
                    for (int i = 0; i < length; i++) {
                        into[place + i] = signed ? values[at + i] : values[at + i] & 0xff;
                    }
                }
                case Decoded.Doubles ignored -> throw new IllegalStateException("numbers with fractions");
            }
        });
    }

    void doubles(long from, int count, double[] into) {
        copy(
                from,
                count,
                (page, at, length, place) ->
                        System.arraycopy(((Decoded.Doubles) page).values(), at, into, place, length));
    }

    byte[] bytes(long from, int count) {
        byte[] out = new byte[count];
        copy(
                from,
                count,
                (page, at, length, place) -> System.arraycopy(((Decoded.Bytes) page).values(), at, out, place, length));
        return out;
    }

    private interface Piece {
        void copy(Decoded page, int at, int length, int place);
    }

    /** Leaves what lies before the first page as the zeros that fresh arrays have. */
    private void copy(long from, int count, Piece piece) {
        check(from, count);
        long at = Math.max(from, starts[0]);
        long end = from + count;
        int p = Arrays.binarySearch(starts, at);
        for (p = p < 0 ? -p - 2 : p; at < end; p++) {
            int length = (int) (Math.min(end, starts[p + 1]) - at);
            piece.copy(cache.get(column, encoding, pages.get(p)), (int) (at - starts[p]), length, (int) (at - from));
            at += length;
        }
    }
}
