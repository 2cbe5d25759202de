package org.heralddata.formats.fits.tiles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways to pack a column of a tile, by their names in {@code ZCTYPn}: FITS 4.0, section 10.3.5. */
public enum TileCodec {
    GZIP_1,
    GZIP_2,
    RICE_1,
    NOCOMPRESS,
    /** Of the Cherenkov telescope FACT: Ahnen et al., Astronomy and Computing 12 (2015) 191, arXiv:1506.06045. */
    FACT;

    public static Optional<TileCodec> named(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(c -> c.name().equals(upper)).findFirst();
    }

    /** True if it packs numbers of that kind: RICE_1 takes integers of up to four bytes only. */
    public boolean packs(boolean integer, int width) {
        return this != RICE_1 || (integer && width <= 4);
    }

    /**
     * The cells of a column, row after row, numbers most significant byte first.
     *
     * @param packed the bytes that the heap holds
     * @throws BrokenTile if they do not unpack to just what is expected
     */
    public byte[] unpack(byte[] packed, TilePart part) throws BrokenTile {
        return switch (this) {
            case GZIP_1 -> Gzip.unpack(packed, part.bytes());
            case GZIP_2 -> Gzip.unshuffled(Gzip.unpack(packed, part.bytes()), part.width());
            case RICE_1 -> new Rice(packed, part.width()).unpack(part.numbers());
            case NOCOMPRESS -> plain(packed, part.bytes());
            case FACT -> new FactBlock(packed, part).unpack();
        };
    }

    static byte[] plain(byte[] packed, int expected) throws BrokenTile {
        if (packed.length != expected) {
            throw new BrokenTile("%d bytes where %d are expected".formatted(packed.length, expected));
        }
        return packed;
    }
}
