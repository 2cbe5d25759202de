package org.heralddata.formats.fits;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/** Lays out the columns of a binary table from its header: FITS 4.0, section 7.3. */
final class BinaryFields {
    private static final Pattern DIMENSIONS = Pattern.compile("\\(\\s*\\d{1,9}\\s*(,\\s*\\d{1,9}\\s*)*\\)");

    private final Header header;
    private final List<Diagnostic> notices;
    private final FieldNames names;

    private BinaryFields(Header header, List<Diagnostic> notices) {
        this.header = header;
        this.notices = notices;
        this.names = new FieldNames(header, notices);
    }

    /** The columns that have values; oddities go to {@code notices}. */
    static List<Field> of(Header header, List<Diagnostic> notices) {
        return new BinaryFields(header, notices).all();
    }

    private List<Field> all() {
        long rowBytes = header.integer("NAXIS1", 0);
        long count = header.integer("TFIELDS", 0);
        if (count > 9999) {
            throw header.wrong("TFIELDS", "at most 9999");
        }
        List<Field> fields = new ArrayList<>();
        long offset = 0;
        for (int n = 1; n <= count; n++) {
            TForm form = form(n);
            if (offset + form.width() > rowBytes) {
                throw broken(
                        n,
                        "column %d ends at byte %d of rows that `NAXIS1` says have %d"
                                .formatted(n, offset + form.width(), rowBytes));
            }
            if (form.descriptor() == 0 || form.repeat() > 0) {
                fields.add(field(n, form, (int) Math.min(offset, Integer.MAX_VALUE)));
            }
            offset += form.width();
        }
        if (offset < rowBytes) {
            notices.add(header.place()
                    .warning(
                            FitsCode.TRAILING_BYTES,
                            header.end(),
                            "the columns take %d of the %d bytes of a row; the rest was left out"
                                    .formatted(offset, rowBytes)));
        }
        return fields;
    }

    private TForm form(int n) {
        String key = "TFORM" + n;
        if (header.text(key).isEmpty()) {
            throw broken(n, "the header has no `%s`".formatted(key));
        }
        return header.text(key)
                .flatMap(TForm::parse)
                .orElseThrow(() -> header.wrong(key, "a form such as `1D`, `16A` or `1PJ(20)`"));
    }

    private Field field(int n, TForm form, int offset) {
        BinaryType type = form.type();
        if (form.descriptor() > 0) {
            Elements elements = type == BinaryType.CHARACTER ? new Elements.Texts(1) : elements(n, type);
            Shape shape = type == BinaryType.CHARACTER ? Shape.SCALAR : complex(type, List.of(Shape.VARIES));
            return new Field(
                    names.column(n, columnType(type, elements), shape),
                    new HeapCells(offset, form.descriptor() == 16, type, elements));
        }
        return type == BinaryType.CHARACTER ? strings(n, form, offset) : numbers(n, form, offset);
    }

    private Field numbers(int n, TForm form, int offset) {
        Elements elements = elements(n, form.type());
        List<Integer> sizes = dimensions(n, form.repeat())
                .map(List::reversed)
                .orElse(form.repeat() == 1 ? List.of() : List.of(form.repeat()));
        Shape shape = complex(form.type(), sizes);
        int count = Math.multiplyExact(form.repeat(), form.type().parts);
        return new Field(
                names.column(n, columnType(form.type(), elements), shape),
                new RowCells(offset, elements, count, !shape.isScalar()));
    }

    private Field strings(int n, TForm form, int offset) {
        int width = form.repeat();
        List<Integer> sizes = List.of();
        Optional<List<Integer>> dimensions = dimensions(n, form.repeat());
        if (dimensions.isPresent()) {
            width = dimensions.get().getFirst();
            sizes = dimensions.get().subList(1, dimensions.get().size()).reversed();
        } else if (form.substring() > 0 && form.repeat() / form.substring() > 1) {
            width = form.substring();
            sizes = List.of(form.repeat() / width);
        }
        Shape shape = new Shape(sizes);
        return new Field(
                names.column(n, ColumnType.STRING, shape),
                new RowCells(offset, new Elements.Texts(width), shape.fixedElements(), !shape.isScalar()));
    }

    /** TDIMn, the fastest index first; empty if there is none or it contradicts the form. */
    private Optional<List<Integer>> dimensions(int n, int repeat) {
        Optional<String> text = header.text("TDIM" + n).map(String::strip);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (DIMENSIONS.matcher(text.get()).matches()) {
            List<Integer> sizes = Arrays.stream(
                            text.get().replaceAll("[() ]", "").split(",", -1))
                    .map(Integer::valueOf)
                    .toList();
            if (sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b) == repeat) {
                return Optional.of(sizes);
            }
        }
        notices.add(header.place()
                .warning(
                        FitsCode.ODD_COLUMN,
                        header.offset(),
                        "`TDIM%d = %s` does not fit the %d elements of column %d and was ignored"
                                .formatted(n, text.get(), repeat, n)));
        return Optional.empty();
    }

    private static Shape complex(BinaryType type, List<Integer> sizes) {
        List<Integer> all = new ArrayList<>(sizes);
        if (type.parts > 1) {
            all.add(type.parts);
        }
        return new Shape(Collections.unmodifiableList(all));
    }

    private Elements elements(int n, BinaryType type) {
        BigDecimal scale = header.number("TSCAL" + n).orElse(BigDecimal.ONE);
        BigDecimal zero = header.number("TZERO" + n).orElse(BigDecimal.ZERO);
        boolean plain = scale.compareTo(BigDecimal.ONE) == 0 && zero.signum() == 0;
        return switch (type) {
            case LOGICAL -> new Elements.Logicals();
            case BIT -> new Elements.Bits();
            case BYTE, SHORT, INT, LONG -> {
                Long marker = marker(n);
                if (plain) {
                    yield new Elements.Integers(type, marker, 0);
                }
                BigDecimal shift = unsignedShift(type);
                yield scale.compareTo(BigDecimal.ONE) == 0 && zero.compareTo(shift) == 0
                        ? new Elements.Integers(
                                type, marker, shift.toBigInteger().longValue())
                        : new Elements.Scaled(type, marker, scale.doubleValue(), zero.doubleValue());
            }
            case FLOAT, DOUBLE ->
                plain
                        ? new Elements.Floats(type.width)
                        : new Elements.Scaled(type, null, scale.doubleValue(), zero.doubleValue());
            case COMPLEX, DOUBLE_COMPLEX -> {
                if (!plain) {
                    notices.add(header.place()
                            .warning(
                                    FitsCode.ODD_COLUMN,
                                    header.offset(),
                                    "the scaling of the complex column %d was ignored".formatted(n)));
                }
                yield new Elements.Floats(type.width / 2);
            }
            case CHARACTER -> throw new IllegalArgumentException("characters are not numbers");
        };
    }

    private @Nullable Long marker(int n) {
        OptionalLong marker = header.optionalInteger("TNULL" + n, Long.MIN_VALUE);
        return marker.isPresent() ? marker.getAsLong() : null;
    }

    /** TZERO of the other signedness: FITS 4.0, table 19. */
    private static BigDecimal unsignedShift(BinaryType type) {
        return type == BinaryType.BYTE ? BigDecimal.valueOf(-128) : BigDecimal.TWO.pow(8 * type.width - 1);
    }

    private static ColumnType columnType(BinaryType type, Elements elements) {
        return switch (elements) {
            case Elements.Integers(var stored, var _, var zero)
            when zero != 0 ->
                switch (stored) {
                    case BYTE -> ColumnType.INT8;
                    case SHORT -> ColumnType.UINT16;
                    case INT -> ColumnType.UINT32;
                    default -> ColumnType.UINT64;
                };
            case Elements.Scaled _ -> ColumnType.FLOAT64;
            case Elements.Integers _, Elements.Floats _, Elements.Logicals _, Elements.Bits _, Elements.Texts _ ->
                type.type;
        };
    }

    private RuntimeException broken(int n, String message) {
        return header.place()
                .refusal(
                        FitsCode.BROKEN_COLUMN,
                        header.card("TFORM" + n).map(Card::offset).orElse(header.offset()),
                        message);
    }
}
