package org.heralddata.formats.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.spi.SourceTable;
import org.jspecify.annotations.Nullable;

/**
 * A table HDU, ready to be read.
 *
 * @param rows     of which the file has all bytes
 * @param rowBytes bytes of a row, unpacked
 * @param tiles    null if the rows lie in the file as they are
 */
record FitsTable(
        String name,
        Hdu hdu,
        List<Field> fields,
        long rows,
        long rowBytes,
        @Nullable Tiles tiles) {

    static FitsTable of(String name, Hdu hdu, List<Diagnostic> notices) {
        Header header = checked(hdu.header());
        List<Field> fields =
                hdu.kind() == Hdu.Kind.ASCII_TABLE ? AsciiFields.of(header, notices) : BinaryFields.of(header, notices);
        return new FitsTable(name, hdu, fields, header.integer("NAXIS2", 0), header.integer("NAXIS1", 0), null);
    }

    /** Empty if it is packed in a way that is not known; that and columns left out go to {@code notices}. */
    static Optional<FitsTable> compressed(String name, Hdu hdu, List<Diagnostic> notices) {
        Header header = checked(hdu.header());
        Optional<Tiles> tiles = Tiles.of(header);
        if (tiles.isEmpty()) {
            return Optional.empty();
        }
        Header unpacked = UncompressedHeader.of(header);
        long rows = unpacked.integer("NAXIS2", 0);
        long packedRows = header.integer("NAXIS2", 0);
        if (rows > 0 && (rows - 1) / tiles.get().tileRows() / tiles.get().shrink() >= packedRows) {
            throw header.wrong("ZNAXIS2", "no more rows than the %d tiles in the file hold".formatted(packedRows));
        }
        List<Field> fields = new ArrayList<>();
        for (Field field : BinaryFields.of(unpacked, notices)) {
            if (field.cells() instanceof RowCells) {
                fields.add(field);
            } else {
                notices.add(hdu.place()
                        .warning(
                                FitsCode.COMPRESSED,
                                header.offset(),
                                "the compressed arrays of varying length in the column `%s` were not read"
                                        .formatted(field.column().name()))
                        .helped("decompress the file with `funpack` first"));
            }
        }
        return Optional.of(new FitsTable(name, hdu, fields, rows, unpacked.integer("NAXIS1", 0), tiles.get()));
    }

    private static Header checked(Header header) {
        if (header.integer("NAXIS", 2) != 2) {
            throw header.wrong("NAXIS", "2 in a table");
        }
        if (header.integer("BITPIX", 8) != 8) {
            throw header.wrong("BITPIX", "8 in a table");
        }
        return header;
    }

    SourceTable source() {
        return new SourceTable(
                name,
                OptionalLong.of(rows),
                fields.stream().map(Field::column).toList(),
                hdu.header().metadata());
    }

    /** Byte of the heap, from the start of the data; FACT's program counts it in ZHEAPPTR. */
    long heapOffset() {
        Header header = hdu.header();
        long table = header.integer("NAXIS2", 0) * header.integer("NAXIS1", 0);
        String key = tiles != null && header.text("ZHEAPPTR").isPresent() ? "ZHEAPPTR" : "THEAP";
        long offset = header.optionalInteger(key, 0).orElse(table);
        if (offset < table || offset > hdu.dataSize()) {
            throw header.wrong(key, "between %d and %d".formatted(table, hdu.dataSize()));
        }
        return offset;
    }
}
