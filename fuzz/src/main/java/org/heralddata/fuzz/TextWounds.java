package org.heralddata.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Wounds of what reads as text: numbers, words, lines, quotes, brackets. */
final class TextWounds {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]{2,}");
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n");
    private static final Pattern MARK = Pattern.compile("[\"'<>\\[\\]{},;:|=#&/\\t()-]");
    private static final int WINDOW = 2000;

    private static final String[] NUMBERS = {
        "0",
        "-1",
        "1",
        "65536",
        "2147483647",
        "2147483648",
        "4294967295",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "99999999999999999999999999",
        "1e308",
        "1e999",
        "-1e-999",
        "NaN",
        "Infinity",
        "",
        "0x10",
        "1.5",
        "٣",
        "007",
        "1000000",
        "100000000",
        "999",
        "2e9"
    };
    private static final String[] MARKS = {
        "\"",
        "'",
        "<",
        ">",
        "[",
        "]",
        "{",
        "}",
        ",",
        ";",
        ":",
        "|",
        "=",
        "#",
        "&",
        "&#0;",
        "&lt;",
        "/",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\0",
        "\u00e9",
        "(",
        ")",
        "-",
        "",
        " ",
        "\\",
        "\\u0000",
        "<!--",
        "]]>",
        "<![CDATA[",
        "<?x?>",
        "<!DOCTYPE a>"
    };

    private TextWounds() {}

    static byte[] wound(byte[] bytes, Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> replaced(bytes, DIGITS, NUMBERS[random.nextInt(NUMBERS.length)], random);
            case 4, 5 -> otherWord(bytes, random);
            case 6, 7 -> replaced(bytes, MARK, MARKS[random.nextInt(MARKS.length)], random);
            case 8 -> replaced(bytes, LINE, "", random);
            case 9 -> repeatedLine(bytes, random);
            case 10 -> replaced(bytes, MARK, repeated(random), random);
            default -> replaced(bytes, WORD, words()[random.nextInt(words().length)], random);
        };
    }

    private static String[] words() {
        return new String[] {"null", "true", "END", "x".repeat(100_000), "int", "char", "*", "unicodeChar", "complex"};
    }

    private static String repeated(Random random) {
        String[] parts = {"[", "{\"a\":", "<a>", "(", "<!ENTITY a \"b\">", "1,", "\"", "&a;", " ", "-", "\t", "a: "};
        return parts[random.nextInt(parts.length)].repeat(1 << random.nextInt(4, 18));
    }

    private static byte[] otherWord(byte[] bytes, Random random) {
        List<MatchResult> words = matches(bytes, WORD, random);
        return words.isEmpty()
                ? bytes
                : replaced(bytes, WORD, words.get(random.nextInt(words.size())).group(), random);
    }

    private static byte[] repeatedLine(byte[] bytes, Random random) {
        List<MatchResult> lines = matches(bytes, LINE, random);
        return lines.isEmpty()
                ? bytes
                : replaced(
                        bytes,
                        LINE,
                        lines.get(random.nextInt(lines.size())).group().repeat(random.nextInt(1, 50)),
                        random);
    }

    /** Replaces one match near a random position, or nothing if there is none. */
    private static byte[] replaced(byte[] bytes, Pattern what, String by, Random random) {
        int from = windowStart(bytes, random);
        String window = window(bytes, from);
        List<MatchResult> found = matches(what, window);
        if (found.isEmpty()) {
            return bytes;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        byte[] middle = by.getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[bytes.length - (one.end() - one.start()) + middle.length];
        int start = from + one.start();
        int end = from + one.end();
        System.arraycopy(bytes, 0, result, 0, start);
        System.arraycopy(middle, 0, result, start, middle.length);
        System.arraycopy(bytes, end, result, start + middle.length, bytes.length - end);
        return result;
    }

    private static List<MatchResult> matches(byte[] bytes, Pattern what, Random random) {
        return matches(what, window(bytes, windowStart(bytes, random)));
    }

    private static List<MatchResult> matches(Pattern what, String window) {
        var found = new ArrayList<MatchResult>();
        Matcher m = what.matcher(window);
        while (m.find()) {
            found.add(m.toMatchResult());
        }
        return found;
    }

    private static int windowStart(byte[] bytes, Random random) {
        return Math.max(0, ByteWounds.position(bytes.length, random) - WINDOW / 2);
    }

    private static String window(byte[] bytes, int from) {
        return new String(bytes, from, Math.min(WINDOW, bytes.length - from), StandardCharsets.ISO_8859_1);
    }
}
