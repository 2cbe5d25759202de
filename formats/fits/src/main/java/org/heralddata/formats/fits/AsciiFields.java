package org.heralddata.formats.fits;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;

/** Lays out the columns of an ASCII table from its header: FITS 4.0, section 7.2. */
final class AsciiFields {
    private static final Pattern FORM = Pattern.compile("([AIFED])(\\d{1,9})(?:\\.(\\d{1,9}))?");

    private AsciiFields() {}

    static List<Field> of(Header header, List<Diagnostic> notices) {
        long rowBytes = header.integer("NAXIS1", 0);
        long count = header.integer("TFIELDS", 0);
        if (count > 9999) {
            throw header.wrong("TFIELDS", "at most 9999");
        }
        FieldNames names = new FieldNames(header, notices);
        List<Field> fields = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            AsciiCells cells = cells(header, n, rowBytes);
            if (cells.width() > 0) {
                fields.add(new Field(names.column(n, type(cells), Shape.SCALAR), cells));
            }
        }
        return fields;
    }

    private static AsciiCells cells(Header header, int n, long rowBytes) {
        Matcher form = FORM.matcher(header.text("TFORM" + n).orElse("").strip());
        if (!form.matches()) {
            throw header.wrong("TFORM" + n, "a form such as `A10`, `I8`, `F12.4`, `E15.7` or `D25.17`");
        }
        int width = Integer.parseInt(form.group(2));
        long start = header.integer("TBCOL" + n, 1) - 1;
        if (start + width > rowBytes) {
            throw header.place()
                    .refusal(
                            FitsCode.BROKEN_COLUMN,
                            header.card("TBCOL" + n).map(Card::offset).orElse(header.offset()),
                            "column %d ends at character %d of rows that `NAXIS1` says have %d"
                                    .formatted(n, start + width, rowBytes));
        }
        BigDecimal scale = header.number("TSCAL" + n).orElse(BigDecimal.ONE);
        BigDecimal zero = header.number("TZERO" + n).orElse(BigDecimal.ZERO);
        return new AsciiCells(
                (int) start,
                width,
                form.group(1).charAt(0),
                form.group(3) == null ? 0 : Integer.parseInt(form.group(3)),
                header.text("TNULL" + n).map(String::strip).orElse(null),
                scale.compareTo(BigDecimal.ONE) != 0 || zero.signum() != 0,
                scale.doubleValue(),
                zero.doubleValue());
    }

    /** The least integer type that holds every number of so many characters, from 16 bits on. */
    private static ColumnType type(AsciiCells cells) {
        return switch (cells.kind()) {
            case 'A' -> ColumnType.STRING;
            case 'I' -> {
                if (cells.scaled()) {
                    yield ColumnType.FLOAT64;
                }
                if (cells.width() <= 4) {
                    yield ColumnType.INT16;
                }
                yield cells.width() <= 9 ? ColumnType.INT32 : ColumnType.INT64;
            }
            default -> ColumnType.FLOAT64;
        };
    }
}
