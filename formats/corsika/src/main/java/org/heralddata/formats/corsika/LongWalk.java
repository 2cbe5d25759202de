package org.heralddata.formats.corsika;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks through the longitudinal profiles of a {@code .long} file: User's Guide, keyword LONGI. */
final class LongWalk implements Closeable {
    private static final Pattern HEAD = Pattern.compile(
            "\\s*LONGITUDINAL (DISTRIBUTION|ENERGY DEPOSIT) IN\\s*(\\d{1,9})\\s+(SLANT|VERTICAL)\\s+STEPS OF"
                    + "\\s*([\\d.]+)\\s*G/CM\\*\\*2 FOR SHOWER\\s*(\\d{1,18}).*");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[ED][+-]?\\d+)?|[+-]?NAN|[+-]?INF(?:INITY)?|\\*+");
    private static final int COLUMNS = 10;
    private static final int PARAMETERS = 6;

    private final Lines lines;
    private Profile profile = new Profile(false, "", "", 0);
    private int rowsLeft;

    LongWalk(Lines lines) {
        this.lines = lines;
    }

    /** True if a line begins a profile. */
    static boolean isHead(String line) {
        return HEAD.matcher(line).matches();
    }

    /** What a header line says of the rows after it. */
    record Profile(boolean energy, String depth, String step, long shower) {}

    /** A row of a profile, or a fit. */
    sealed interface Item {}

    /** @param values depth and nine numbers */
    @SuppressWarnings("ArrayRecordComponent") // handed over at once
    record Row(Profile profile, double[] values) implements Item {}

    /** @param values six parameters, chi squared per degree of freedom, average deviation in per cent */
    @SuppressWarnings("ArrayRecordComponent") // handed over at once
    record Fit(long shower, String fitted, double[] values) implements Item {}

    /** The next row or fit; null at the end. */
    @Nullable
    Item next() throws IOException {
        while (true) {
            String line = lines.next();
            if (line == null) {
                if (rowsLeft > 0) {
                    throw endsEarly("%d rows before the end of a profile".formatted(rowsLeft));
                }
                return null;
            }
            if (rowsLeft > 0) {
                rowsLeft--;
                return new Row(profile, numbers(line, COLUMNS));
            }
            if (line.stripLeading().startsWith("FIT OF THE HILLAS CURVE")) {
                return fit();
            }
            Matcher head = HEAD.matcher(line);
            if (head.matches()) {
                begin(head);
            } else if (!line.isBlank()) {
                throw broken("a profile of a shower or a fit was expected in line %d".formatted(lines.number()));
            }
        }
    }

    private void begin(Matcher head) throws IOException {
        profile = new Profile(
                head.group(1).startsWith("ENERGY"),
                head.group(3).toLowerCase(Locale.ROOT),
                head.group(4),
                Long.parseLong(head.group(5)));
        rowsLeft = Integer.parseInt(head.group(2));
        String names = lines.next();
        if (names == null) {
            throw endsEarly("before the rows of a profile");
        }
        if (!names.strip().startsWith("DEPTH")) {
            throw broken("the names of columns were expected in line %d".formatted(lines.number()));
        }
    }

    private Fit fit() throws IOException {
        String fitted = field("LONGITUDINAL DISTRIBUTION OF");
        double[] parameters = numbers(field("PARAMETERS"), PARAMETERS);
        double[] values = Arrays.copyOf(parameters, PARAMETERS + 2);
        values[PARAMETERS] = numbers(field("CHI**2/DOF"), 1)[0];
        values[PARAMETERS + 1] = numbers(field("AV. DEVIATION IN %"), 1)[0];
        return new Fit(profile.shower(), fitted.strip(), values);
    }

    private String field(String label) throws IOException {
        String line = lines.next();
        if (line == null) {
            throw endsEarly("within a fit");
        }
        int at = line.indexOf(label);
        if (at < 0) {
            throw broken("`%s` was expected in line %d".formatted(label, lines.number()));
        }
        return line.substring(at + label.length()).replaceFirst("^\\s*=", "");
    }

    /** The numbers of a line; those that did not fit their field ({@code *****}) are NaN. */
    private double[] numbers(String line, int count) {
        double[] numbers = new double[count];
        int found = 0;
        Matcher number = NUMBER.matcher(line.toUpperCase(Locale.ROOT));
        while (number.find()) {
            if (found == count) {
                throw broken("line %d has more than %d numbers".formatted(lines.number(), count));
            }
            numbers[found++] = value(number.group());
        }
        if (found < count) {
            throw broken("line %d has %d numbers instead of %d".formatted(lines.number(), found, count));
        }
        return numbers;
    }

    private static double value(String text) {
        if (text.startsWith("*") || text.endsWith("NAN")) {
            return Double.NaN;
        }
        if (text.contains("INF")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text.replace('D', 'E'));
    }

    private RuntimeException broken(String message) {
        return lines.place().refusal(CorsikaCode.BROKEN, lines.offset(), message);
    }

    private RuntimeException endsEarly(String where) {
        return lines.place().refusal(CorsikaCode.TRUNCATED, lines.offset(), "the file ends " + where);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
