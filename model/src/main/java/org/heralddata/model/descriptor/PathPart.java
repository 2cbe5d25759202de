package org.heralddata.model.descriptor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.table.ColumnType;

/**
 * A named part of a {@link PathPattern}.
 *
 * @param form {@code int}, {@code float}, {@code word}, a form of time, or empty for anything but a slash
 */
public record PathPart(String name, String form) {
    static final String HELP = "write `{name}`, `{name:int}`, `{name:float}`, `{name:word}` or a time such as "
            + "`{name:yyyyMMdd}` or `{name:yyyy-MM-dd_HHmmss}`";

    private static final Pattern INSIDE = Pattern.compile("([a-z][a-z0-9_]{0,63})(?::([^{}/]+))?");
    private static final Pattern TIME = Pattern.compile("(yyyy|yy|MM|DDD|dd|HH|mm|ss|S{1,9})|([^A-Za-z])|([TZ])");
    private static final int PIVOT = 70;

    /** Reads what stands between the braces; empty if it is no part. */
    static Optional<PathPart> of(String inside) {
        Matcher matcher = INSIDE.matcher(inside);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var part = new PathPart(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
        return part.isTime() && !isTime(part.form) ? Optional.empty() : Optional.of(part);
    }

    /** The type of its values. */
    public ColumnType type() {
        return switch (form) {
            case "int" -> ColumnType.INT64;
            case "float" -> ColumnType.FLOAT64;
            case "word", "" -> ColumnType.STRING;
            default -> ColumnType.TIMESTAMP;
        };
    }

    /** True if its end is found only by what follows. */
    boolean isOpen() {
        return !isTime();
    }

    /** A regular expression without groups. */
    String regex() {
        return switch (form) {
            case "int" -> "[-+]?[0-9]+";
            case "float" -> "[-+]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][-+]?[0-9]+)?";
            case "word" -> "[A-Za-z0-9]+";
            case "" -> "[^/]+";
            default -> timeRegex();
        };
    }

    /** What a text that fits stands for; empty for a time that no calendar has. */
    Optional<String> value(String text) {
        return isTime() ? time(text) : Optional.of(text);
    }

    private boolean isTime() {
        return !form.isEmpty() && !form.equals("int") && !form.equals("float") && !form.equals("word");
    }

    private static boolean isTime(String form) {
        boolean whole = form.replaceAll(TIME.pattern(), "").isEmpty();
        boolean day = form.contains("DDD") || (form.contains("MM") && form.contains("dd"));
        return whole && form.contains("yy") && day;
    }

    private String timeRegex() {
        var regex = new StringBuilder();
        Matcher letters = TIME.matcher(form);
        while (letters.find()) {
            regex.append(
                    letters.group(1) != null
                            ? "[0-9]{" + letters.group(1).length() + "}"
                            : Pattern.quote(letters.group()));
        }
        return regex.toString();
    }

    private Optional<String> time(String text) {
        int year = 1970;
        int month = 1;
        int day = 1;
        int dayOfYear = 0;
        int[] clock = new int[4];
        Matcher letters = TIME.matcher(form);
        while (letters.find()) {
            String word = letters.group(1);
            if (word == null) {
                continue;
            }
            int number = Integer.parseInt(text.substring(letters.start(), letters.end()));
            switch (word) {
                case "yyyy" -> year = number;
                case "yy" -> year = number < PIVOT ? 2000 + number : 1900 + number;
                case "MM" -> month = number;
                case "dd" -> day = number;
                case "DDD" -> dayOfYear = number;
                case "HH" -> clock[0] = number;
                case "mm" -> clock[1] = number;
                case "ss" -> clock[2] = number;
                default -> clock[3] = number * (int) Math.pow(10, 9 - word.length());
            }
        }
        try {
            LocalDate date = dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
            return Optional.of(LocalDateTime.of(date, LocalTime.of(clock[0], clock[1], clock[2], clock[3]))
                    .toString());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
