package org.heralddata.formats.hdf5.filter;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;

/** The filters of one dataset. For one thread. */
public final class Pipeline implements Closeable {
    private final List<FilterSpec> filters;
    private final Deflated deflated = new Deflated();

    /** @param filters in the order in which they were applied on writing */
    public Pipeline(List<FilterSpec> filters) {
        this.filters = List.copyOf(filters);
    }

    public List<FilterSpec> filters() {
        return filters;
    }

    /** The first filter that this reader cannot undo. */
    public Optional<FilterSpec> unreadable() {
        return filters.stream().filter(f -> !f.readable()).findFirst();
    }

    /**
     * The bytes of a chunk as they were before any filter.
     *
     * @param stored what the file holds; may be the result itself
     * @param mask   bit i: filter i was not applied
     * @param size   bytes to come out
     */
    public byte[] decode(byte[] stored, int mask, int size) throws FilterException {
        byte[] data = stored;
        for (int i = filters.size() - 1; i >= 0; i--) {
            if ((mask & (1 << i)) == 0) {
                data = undo(filters.get(i), data, size + room(i));
            }
        }
        if (data.length < size) {
            throw new FilterException("%d bytes came out of %d".formatted(data.length, size));
        }
        return data;
    }

    /** Checksums that are still to be taken off after filter {@code i} is undone. */
    private int room(int i) {
        return 4
                * (int) filters.subList(0, i).stream()
                        .filter(f -> f.id() == FilterSpec.FLETCHER32)
                        .count();
    }

    private byte[] undo(FilterSpec filter, byte[] data, int most) throws FilterException {
        return switch (filter.id()) {
            case FilterSpec.DEFLATE -> deflated.decode(data, most);
            case FilterSpec.SHUFFLE -> Shuffle.decode(data, filter.value(0));
            case FilterSpec.FLETCHER32 -> Fletcher32.decode(data);
            case FilterSpec.NBIT -> NBit.decode(data, filter, most);
            case FilterSpec.SCALEOFFSET -> ScaleOffset.decode(data, filter, most);
            case FilterSpec.BZIP2 -> Bzip2.decode(data, most);
            case FilterSpec.BLOSC -> new Blosc(deflated).decode(data, most);
            case FilterSpec.ZSTD -> Airlift.zstd(data, most);
            case FilterSpec.LZF -> Lzf.decode(data, most);
            case FilterSpec.LZ4 -> Lz4.decodeChunk(data, most);
            case FilterSpec.BITSHUFFLE -> BitShuffle.decode(data, filter, most);
            default -> throw new FilterException("the filter %s is not supported".formatted(filter.label()));
        };
    }

    @Override
    public void close() {
        deflated.close();
    }
}
