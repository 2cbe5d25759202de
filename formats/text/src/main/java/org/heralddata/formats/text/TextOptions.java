package org.heralddata.formats.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * How a curator wants a text table read.
 *
 * @param header     line of the column names, from 1; 0 if there is none; {@link #AUTO} to look for it
 * @param names      names of the columns in place of the file's; empty to take the file's
 * @param units      units of the columns in their order, empty text for none; empty to take the file's
 * @param delimiter  between fields; null to find out; {@link RecordScanner#BLANKS} for blanks
 * @param comments   characters that begin a comment line; null for the usual ones
 * @param missing    words that stand for a missing value
 * @param skip       lines to pass over at the top
 * @param text       names of columns to be read as text whatever they hold
 */
record TextOptions(
        int header,
        List<String> names,
        List<String> units,
        @Nullable Byte delimiter,
        @Nullable String comments,
        Set<String> missing,
        int skip,
        Set<String> text) {

    static final int AUTO = -1;
    static final Set<String> NAMES =
            Set.of("header", "names", "units", "delimiter", "comment", "missing", "skip", "text");
    private static final Set<String> USUALLY_MISSING =
            Set.of("", "NA", "N/A", "n/a", "na", "null", "NULL", "Null", "None", "-", "--");

    static TextOptions of(ReadOptions options) {
        var wrong = new ArrayList<Diagnostic>();
        for (String name : new TreeSet<>(options.values().keySet())) {
            if (!NAMES.contains(name)) {
                wrong.add(Diagnostic.error(TextCode.UNKNOWN_OPTION, "text tables have no option `%s`".formatted(name))
                        .helped(Nearest.to(name, NAMES)
                                .map("did you mean `%s`?"::formatted)
                                .orElse("the options are " + String.join(", ", new TreeSet<>(NAMES)))));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(wrong);
        }
        String missing = options.values().get("missing");
        var missingWords = new HashSet<>(missing == null ? USUALLY_MISSING : list(missing));
        missingWords.add("");
        return new TextOptions(
                header(options.values().getOrDefault("header", "auto")),
                list(options.values().get("names")),
                list(options.values().get("units")),
                delimiter(options.values().get("delimiter")),
                options.values().get("comment"),
                Set.copyOf(missingWords),
                whole("skip", options.values().getOrDefault("skip", "0")),
                Set.copyOf(list(options.values().get("text"))));
    }

    private static int header(String value) {
        return switch (value) {
            case "auto" -> AUTO;
            case "none" -> 0;
            default -> {
                int line = whole("header", value);
                if (line == 0) {
                    throw bad("header", value, "write `auto`, `none` or the number of the line that holds the names");
                }
                yield line;
            }
        };
    }

    private static @Nullable Byte delimiter(@Nullable String value) {
        return switch (value) {
            case null -> null;
            case "comma" -> (byte) ',';
            case "semicolon" -> (byte) ';';
            case "tab", "\\t" -> (byte) '\t';
            case "blank", "blanks", "space", "whitespace" -> RecordScanner.BLANKS;
            default -> {
                if (value.length() != 1 || value.charAt(0) > 126 || "\"\n\r".contains(value)) {
                    throw bad("delimiter", value, "write one character, or `comma`, `semicolon`, `tab`, `blank`");
                }
                yield (byte) value.charAt(0);
            }
        };
    }

    private static int whole(String option, String value) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException no) {
            // told below, as for a negative number
        }
        throw bad(option, value, "write a whole number of lines");
    }

    private static List<String> list(@Nullable String value) {
        return value == null
                ? List.of()
                : Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    private static Refusal bad(String option, String value, String help) {
        return new Refusal(Diagnostic.error(TextCode.BAD_OPTION, "option `%s` cannot be `%s`".formatted(option, value))
                .helped(help));
    }
}
