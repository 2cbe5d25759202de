package org.heralddata.formats.fits;

import java.util.Locale;

/**
 * A header and data unit.
 *
 * @param index    0 for the primary HDU
 * @param dataSize bytes of data without padding
 */
record Hdu(int index, Header header, long dataSize) {

    enum Kind {
        IMAGE,
        BINARY_TABLE,
        ASCII_TABLE,
        COMPRESSED_IMAGE,
        COMPRESSED_TABLE,
        OTHER
    }

    static Hdu of(int index, Header found) {
        String name = found.text("EXTNAME").orElse(null);
        Header header = found.at(found.place().in(index, name));
        if (index == 0 && !header.isTrue("SIMPLE")) {
            throw header.wrong("SIMPLE", "T; the file says itself that it does not follow the FITS standard");
        }
        return new Hdu(index, header, size(header));
    }

    Place place() {
        return header.place();
    }

    long dataOffset() {
        return header.end();
    }

    /** Byte after the data and their padding. */
    long end() {
        return padded(dataOffset() + dataSize);
    }

    Kind kind() {
        return switch (header.text("XTENSION").orElse("").toUpperCase(Locale.ROOT)) {
            case "", "IMAGE", "IUEIMAGE" -> Kind.IMAGE;
            case "TABLE" -> Kind.ASCII_TABLE;
            case "BINTABLE", "A3DTABLE" -> {
                if (header.isTrue("ZIMAGE")) {
                    yield Kind.COMPRESSED_IMAGE;
                }
                yield header.isTrue("ZTABLE") ? Kind.COMPRESSED_TABLE : Kind.BINARY_TABLE;
            }
            default -> Kind.OTHER;
        };
    }

    static long padded(long size) {
        long over = size % HeaderReader.BLOCK;
        return over == 0 ? size : Math.addExact(size, HeaderReader.BLOCK - over);
    }

    /** FITS 4.0, equation 2, and equation 4 for random groups. */
    private static long size(Header header) {
        long bits = Math.abs(header.integer("BITPIX", -64));
        if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
            throw header.wrong("BITPIX", "8, 16, 32, 64, -32 or -64");
        }
        long axes = header.integer("NAXIS", 0);
        if (axes > 999) {
            throw header.wrong("NAXIS", "at most 999");
        }
        boolean groups = header.isTrue("GROUPS") && header.text("XTENSION").isEmpty();
        if (groups && (axes == 0 || header.integer("NAXIS1", 0) != 0)) {
            throw header.wrong("GROUPS", "F, since random groups need `NAXIS1 = 0`");
        }
        try {
            long elements = axes == 0 ? 0 : 1;
            for (int axis = groups ? 2 : 1; axis <= axes; axis++) {
                elements = Math.multiplyExact(elements, header.integer("NAXIS" + axis, 0));
            }
            long parameters = header.optionalInteger("PCOUNT", 0).orElse(0);
            long count = header.optionalInteger("GCOUNT", 0).orElse(1);
            long size = Math.multiplyExact(Math.multiplyExact(count, Math.addExact(parameters, elements)), bits / 8);
            padded(Math.addExact(size, header.end()));
            return axes == 0 && parameters == 0 ? 0 : size;
        } catch (ArithmeticException tooLarge) {
            throw header.wrong("NAXIS", "of axes whose product a file can hold");
        }
    }
}
