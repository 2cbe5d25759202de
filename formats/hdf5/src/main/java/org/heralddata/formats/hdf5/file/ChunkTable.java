package org.heralddata.formats.hdf5.file;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Where the chunks of a dataset lie, by their number in row-major order. 24 bytes a chunk. */
final class ChunkTable {
    private long[] numbers = new long[16];
    private long[] addresses = new long[16];
    private int[] sizes = new int[16];
    private int[] masks = new int[16];
    private int count;
    private boolean sorted = true;

    /**
     * @param number in row-major order of the current extent
     * @param size   bytes in the file
     * @param mask   bit i: filter i was not applied
     */
    void add(long number, long address, long size, int mask) {
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw FormatException.broken(-1, "a chunk of %d bytes".formatted(size));
        }
        if (count == numbers.length) {
            int more = count * 2;
            numbers = Arrays.copyOf(numbers, more);
            addresses = Arrays.copyOf(addresses, more);
            sizes = Arrays.copyOf(sizes, more);
            masks = Arrays.copyOf(masks, more);
        }
        sorted &= count == 0 || numbers[count - 1] < number;
        numbers[count] = number;
        addresses[count] = address;
        sizes[count] = (int) size;
        masks[count++] = mask;
    }

    /** To be called after the last {@link #add}. */
    ChunkTable ready() {
        if (!sorted) {
            int[] order = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> numbers[i]))
                    .mapToInt(i -> i)
                    .toArray();
            numbers = IntStream.of(order).mapToLong(i -> numbers[i]).toArray();
            addresses = IntStream.of(order).mapToLong(i -> addresses[i]).toArray();
            sizes = IntStream.of(order).map(i -> sizes[i]).toArray();
            masks = IntStream.of(order).map(i -> masks[i]).toArray();
            sorted = true;
        }
        return this;
    }

    int count() {
        return count;
    }

    /** Its place in the table; negative if it was never written. */
    int find(long number) {
        return Arrays.binarySearch(numbers, 0, count, number);
    }

    long address(int place) {
        return addresses[place];
    }

    int size(int place) {
        return sizes[place];
    }

    int mask(int place) {
        return masks[place];
    }
}
