package org.heralddata.formats.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.formats.fits.tiles.TileCodec;

/**
 * How a table is compressed by tiles (FITS 4.0, section 10.3): each row of the table that stands in the file describes a
 * tile of rows, each cell of it where in the heap the packed numbers of a column are.
 *
 * @param tileRows rows of a tile; the last has what is left
 * @param shrink   tiles that one row in the file describes, more than 1 in FACT's files only
 * @param directoryRowBytes bytes of a row in the file
 * @param parts    one a column
 */
record Tiles(int tileRows, int shrink, long directoryRowBytes, List<Part> parts) {

    /**
     * A column.
     *
     * @param cell   byte of its descriptor within the row in the file
     * @param wide   true for a descriptor of two 64-bit numbers
     * @param offset byte within the uncompressed row
     * @param repeat numbers of a cell
     * @param width  bytes of a number
     */
    record Part(TileCodec codec, int cell, boolean wide, int offset, int repeat, int width) {

        int bytes() {
            return repeat * width;
        }
    }

    /** Empty if a column is packed in a way that is not known. */
    static Optional<Tiles> of(Header header) {
        long length = header.integer("ZTILELEN", 1);
        long shrink = header.optionalInteger("ZSHRINK", 1).orElse(1);
        if (length > Integer.MAX_VALUE || length % shrink != 0) {
            throw header.wrong("ZTILELEN", "a number of rows that `ZSHRINK` divides");
        }
        List<Part> parts = new ArrayList<>();
        int cell = 0;
        int offset = 0;
        for (int n = 1; n <= header.integer("TFIELDS", 0); n++) {
            TForm packed = form(header, "TFORM" + n);
            TForm form = form(header, "ZFORM" + n);
            if (packed.descriptor() == 0) {
                throw header.wrong("TFORM" + n, "an array of varying length, such as `1QB`, in a compressed table");
            }
            int numbers = form.type() == BinaryType.BIT
                    ? (int) form.width()
                    : form.repeat() * (form.descriptor() > 0 ? 1 : form.type().parts);
            int width =
                    form.type() == BinaryType.BIT || form.descriptor() > 0 ? 1 : form.type().width / form.type().parts;
            Optional<TileCodec> codec = header.text("ZCTYP" + n)
                    .flatMap(TileCodec::named)
                    .filter(c -> c.packs(form.type().isInteger(), width));
            if (codec.isEmpty()) {
                return Optional.empty();
            }
            // fpack does not shuffle the bytes of complex numbers, whatever it says.
            boolean unshuffled = codec.get() == TileCodec.GZIP_2 && form.type().parts > 1;
            parts.add(new Part(
                    unshuffled ? TileCodec.GZIP_1 : codec.get(),
                    cell,
                    packed.descriptor() == 16,
                    offset,
                    numbers,
                    width));
            cell = Math.addExact(cell, (int) packed.width());
            offset = Math.addExact(offset, (int) form.width());
        }
        if (cell > header.integer("NAXIS1", 0)) {
            throw header.wrong("NAXIS1", "the %d bytes that the columns take".formatted(cell));
        }
        if (offset > header.integer("ZNAXIS1", 0)) {
            throw header.wrong("ZNAXIS1", "the %d bytes that the columns take".formatted(offset));
        }
        return Optional.of(
                new Tiles((int) (length / shrink), (int) shrink, header.integer("NAXIS1", 0), List.copyOf(parts)));
    }

    private static TForm form(Header header, String key) {
        return header.text(key)
                .flatMap(TForm::parse)
                .orElseThrow(() -> header.wrong(key, "a form such as `1D`, `16A` or `1QB`"));
    }
}
