package org.heralddata.formats.fits;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a binary table column, such as {@code 3E} or {@code 1PJ(20)}: FITS 4.0, sections 7.3.1 and 7.3.5.
 *
 * @param repeat     elements of a cell; 0 or 1 descriptors where {@code descriptor} is set
 * @param descriptor 8 for P, 16 for Q: bytes of the pointer to an array of varying length; 0 if the cell is in the row
 * @param substring  characters of each string of an array of strings ({@code 30A10}); 0 if not given
 */
record TForm(int repeat, BinaryType type, int descriptor, int substring) {

    /** Rows of more bytes are refused, so a repeat above this is a mistake. */
    static final int LARGEST_REPEAT = 1 << 28;

    private static final Pattern FORM = Pattern.compile("(\\d*)([PQ]?)([LXBIJKAEDCM])(\\d*).*");

    /** Empty if the text is no such form. */
    static Optional<TForm> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        Optional<BinaryType> type = form.matches() ? BinaryType.of(form.group(3).charAt(0)) : Optional.empty();
        if (type.isEmpty() || form.group(1).length() > 9 || form.group(4).length() > 9) {
            return Optional.empty();
        }
        int repeat = form.group(1).isEmpty() ? 1 : Integer.parseInt(form.group(1));
        int descriptor = switch (form.group(2)) {
            case "P" -> 8;
            case "Q" -> 16;
            default -> 0;
        };
        boolean strings = type.get() == BinaryType.CHARACTER
                && descriptor == 0
                && !form.group(4).isEmpty();
        int substring = strings ? Integer.parseInt(form.group(4)) : 0;
        if (repeat > LARGEST_REPEAT || (descriptor > 0 && repeat > 1)) {
            return Optional.empty();
        }
        return Optional.of(new TForm(repeat, type.get(), descriptor, substring));
    }

    /** Bytes that it takes in the row. */
    long width() {
        return descriptor > 0 ? (long) repeat * descriptor : type.bytes(repeat);
    }
}
