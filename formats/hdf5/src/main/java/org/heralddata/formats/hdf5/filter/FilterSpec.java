package org.heralddata.formats.hdf5.filter;

import java.util.List;

/**
 * One filter of a dataset as its header names it.
 *
 * @param id     the registered number
 * @param name   as written; may be empty
 * @param values parameters, meaning by filter
 */
public record FilterSpec(int id, String name, List<Integer> values) {
    public static final int DEFLATE = 1;
    public static final int SHUFFLE = 2;
    public static final int FLETCHER32 = 3;
    public static final int NBIT = 5;
    public static final int SCALEOFFSET = 6;
    public static final int BZIP2 = 307;
    public static final int LZF = 32000;
    public static final int BLOSC = 32001;
    public static final int ZSTD = 32015;
    public static final int LZ4 = 32004;
    public static final int BITSHUFFLE = 32008;

    public FilterSpec {
        values = List.copyOf(values);
    }

    /** True if this reader can undo it. */
    public boolean readable() {
        return switch (id) {
            case DEFLATE, SHUFFLE, FLETCHER32, SCALEOFFSET, BZIP2, LZF, BLOSC, LZ4, BITSHUFFLE, ZSTD -> true;
            case NBIT -> NBit.readable(this);
            default -> false;
        };
    }

    /** A name that a user can look up. */
    public String label() {
        return switch (id) {
            case DEFLATE -> "deflate";
            case SHUFFLE -> "shuffle";
            case FLETCHER32 -> "fletcher32";
            case 4 -> "szip";
            case NBIT -> "nbit";
            case SCALEOFFSET -> "scaleoffset";
            case 305 -> "lzo";
            case BZIP2 -> "bzip2";
            case LZF -> "lzf";
            case BLOSC -> "blosc";
            case LZ4 -> "lz4";
            case BITSHUFFLE -> "bitshuffle";
            case ZSTD -> "zstd";
            case 32026 -> "blosc2";
            default -> name.isEmpty() ? "filter " + id : "%s (filter %d)".formatted(name, id);
        };
    }

    int value(int place) throws FilterException {
        if (place >= values.size()) {
            throw new FilterException("the filter %s lacks its parameter %d".formatted(label(), place));
        }
        return values.get(place);
    }
}
