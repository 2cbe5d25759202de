package org.heralddata.formats.fits;

import java.util.List;
import java.util.OptionalLong;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.spi.SourceTable;

/**
 * A table HDU, ready to be read.
 *
 * @param rows     of which the file has all bytes
 * @param rowBytes bytes of a row
 */
record FitsTable(String name, Hdu hdu, List<Field> fields, long rows, long rowBytes) {

    static FitsTable of(String name, Hdu hdu, List<Diagnostic> notices) {
        Header header = hdu.header();
        if (header.integer("NAXIS", 2) != 2) {
            throw header.wrong("NAXIS", "2 in a table");
        }
        if (header.integer("BITPIX", 8) != 8) {
            throw header.wrong("BITPIX", "8 in a table");
        }
        List<Field> fields =
                hdu.kind() == Hdu.Kind.ASCII_TABLE ? AsciiFields.of(header, notices) : BinaryFields.of(header, notices);
        return new FitsTable(name, hdu, fields, header.integer("NAXIS2", 0), header.integer("NAXIS1", 0));
    }

    SourceTable source() {
        return new SourceTable(
                name,
                OptionalLong.of(rows),
                fields.stream().map(Field::column).toList(),
                hdu.header().metadata());
    }

    /** Byte of the heap, from the start of the data. */
    long heapOffset() {
        long table = rows * rowBytes;
        long offset = hdu.header().optionalInteger("THEAP", 0).orElse(table);
        if (offset < table || offset > hdu.dataSize()) {
            throw hdu.header().wrong("THEAP", "between %d and %d".formatted(table, hdu.dataSize()));
        }
        return offset;
    }
}
