package org.heralddata.formats.fits;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Cells of an ASCII table: FITS 4.0, section 7.2. A blank number is none.
 *
 * @param offset   first character within the row, from 0
 * @param decimals digits after the decimal point where the cell has no point
 * @param marker   text that means "none", without blanks around; null if there is none
 * @param scaled   true if numbers become {@code stored × scale + zero}
 */
record AsciiCells(
        int offset,
        int width,
        char kind,
        int decimals,
        @Nullable String marker,
        boolean scaled,
        double scale,
        double zero)
        implements Cells {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([ED]?[+-]?\\d+)?|NAN|[+-]?INF(INITY)?");

    @Override
    public Vector decode(Rows block, int from, int rows) {
        return switch (kind) {
            case 'A' -> strings(block, from, rows);
            case 'I' -> scaled ? doubles(block, from, rows) : integers(block, from, rows);
            default -> doubles(block, from, rows);
        };
    }

    @Override
    public long weight(Rows block, int row) {
        return fixedWeight();
    }

    @Override
    public long fixedWeight() {
        return kind == 'A' ? 48 + width : Long.BYTES;
    }

    private Vector strings(Rows block, int from, int rows) {
        @Nullable String[] values = new @Nullable String[rows];
        BitSet nulls = new BitSet();
        for (int r = 0; r < rows; r++) {
            String text = text(block, from + r).stripTrailing();
            boolean none = text.strip().equals(marker);
            nulls.set(r, none);
            values[r] = none ? null : text;
        }
        return new Vector.Strings(values, rows, nulls.isEmpty() ? null : nulls);
    }

    private Vector integers(Rows block, int from, int rows) {
        long[] values = new long[rows];
        BitSet nulls = new BitSet();
        for (int r = 0; r < rows; r++) {
            String text = text(block, from + r).strip();
            if (isNone(text)) {
                nulls.set(r);
                continue;
            }
            try {
                values[r] = Long.parseLong(text);
            } catch (NumberFormatException notAnInteger) {
                throw broken(block, from + r, text, "an integer of 64 bits");
            }
        }
        return new Vector.Longs(values, rows, nulls.isEmpty() ? null : nulls);
    }

    private Vector doubles(Rows block, int from, int rows) {
        double[] values = new double[rows];
        BitSet nulls = new BitSet();
        for (int r = 0; r < rows; r++) {
            String text = text(block, from + r).strip();
            if (isNone(text)) {
                nulls.set(r);
            } else {
                values[r] = number(block, from + r, text) * scale + zero;
            }
        }
        return new Vector.Doubles(values, rows, nulls.isEmpty() ? null : nulls);
    }

    private double number(Rows block, int row, String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (!NUMBER.matcher(upper).matches()) {
            throw broken(block, row, text, "a number");
        }
        if (upper.endsWith("N") || upper.contains("INF")) {
            return upper.equals("NAN")
                    ? Double.NaN
                    : upper.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        int exponent = exponentAt(upper);
        String mantissa = upper.substring(0, exponent);
        String power = upper.substring(exponent).replaceFirst("^[ED]", "");
        double value = Double.parseDouble(mantissa + (power.isEmpty() ? "" : "E" + power));
        return decimals == 0 || mantissa.contains(".") ? value : value / Math.pow(10, decimals);
    }

    /** Fortran may leave out the letter: {@code 1.5+3}. */
    private static int exponentAt(String number) {
        for (int i = 1; i < number.length(); i++) {
            if ("ED+-".indexOf(number.charAt(i)) >= 0) {
                return i;
            }
        }
        return number.length();
    }

    private boolean isNone(String text) {
        return text.isEmpty() || text.equals(marker);
    }

    private String text(Rows block, int row) {
        String text = new String(block.bytes(), row * block.stride() + offset, width, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private RuntimeException broken(Rows block, int row, String text, String wanted) {
        return block.place()
                .refusal(FitsCode.BROKEN_CELL, block.offsetOf(row, offset), "`%s` is not %s".formatted(text, wanted));
    }
}
