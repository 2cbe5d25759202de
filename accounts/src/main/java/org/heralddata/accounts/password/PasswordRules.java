package org.heralddata.accounts.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.heralddata.accounts.AccountCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Which passwords are taken: long ones that are not among those tried first. Nothing is asked of their characters (NIST SP
 * 800-63B-4, section 3.1.1.2; ASVS 5.0, 6.2).
 */
public final class PasswordRules {
    /** Characters. */
    public static final int LEAST = 12;

    /** Characters; bounds the work of hashing. */
    public static final int MOST = 128;

    private static final int FEWEST_DIFFERENT = 5;

    /** What is left of a password beside a word that is easy to guess has to be as long. */
    private static final int LEAST_BESIDE = 8;

    private static final double MOSTLY = 0.8;
    private static final int SHORTEST_WORD = 4;
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /**
     * Refuses a password that is too easy to guess.
     *
     * @param about what others know of its owner: address, name
     */
    public static void check(String password, String... about) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST || length > MOST) {
            throw new Refusal(Diagnostic.error(
                            AccountCode.SHORT_PASSWORD,
                            length < LEAST
                                    ? "the password has %d characters, it needs at least %d".formatted(length, LEAST)
                                    : "the password has more than %d characters".formatted(MOST))
                    .helped("four or five words that have nothing to do with each other are good, spaces included"));
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (isCommon(plain) || isRegular(plain) || isAbout(plain, about)) {
            throw new Refusal(Diagnostic.error(
                            AccountCode.COMMON_PASSWORD, "the password is one of those that are tried first")
                    .helped("four or five words that have nothing to do with each other are good, spaces included"));
        }
    }

    private static boolean isCommon(String plain) {
        String core = EDGES.matcher(plain).replaceAll("");
        return COMMON.contains(plain)
                || (core.length() > plain.length() - LEAST_BESIDE && COMMON.contains(core))
                || COMMON.contains(unit(plain));
    }

    /** What the whole is a repetition of, such as {@code monkey} of {@code monkeymonkey}. */
    private static String unit(String plain) {
        for (int length = 1; length <= plain.length() / 2; length++) {
            if (plain.length() % length == 0
                    && plain.substring(0, length)
                            .repeat(plain.length() / length)
                            .equals(plain)) {
                return plain.substring(0, length);
            }
        }
        return plain;
    }

    /** Of few different characters, or mostly one after the other as in the alphabet. */
    private static boolean isRegular(String plain) {
        if (plain.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return true;
        }
        long steps = java.util.stream.IntStream.range(1, plain.length())
                .filter(i -> Math.abs(plain.charAt(i) - plain.charAt(i - 1)) <= 1)
                .count();
        return steps >= MOSTLY * (plain.length() - 1);
    }

    private static boolean isAbout(String plain, String... about) {
        String rest = plain;
        for (String told : about) {
            for (String word : PARTS.split(told.toLowerCase(Locale.ROOT), -1)) {
                if (word.length() >= SHORTEST_WORD) {
                    rest = rest.replace(word, "");
                }
            }
        }
        return rest.length() < LEAST_BESIDE;
    }

    private static Set<String> common() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common.txt")), UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("# ")).collect(HashSet::new, Set::add, Set::addAll);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
