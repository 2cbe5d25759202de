package org.heralddata.accounts.second;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes on paper for the day when the device is lost: 80 random bits each, in four groups of four. */
public final class RecoveryCodes {
    /** That are made at a time. */
    public static final int COUNT = 10;

    private static final int BYTES = 10;
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    public static List<String> make() {
        return Stream.generate(RecoveryCodes::one).limit(COUNT).toList();
    }

    /** Without what people add or leave out when they copy it. */
    public static String plain(String written) {
        return written.replaceAll("[\\s-]+", "").toLowerCase(Locale.ROOT);
    }

    /** Whether it can be one: it is longer than a time-based code. */
    public static boolean isOne(String written) {
        return plain(written).length() == LENGTH;
    }

    private static String one() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String text = Base32.of(bytes).toLowerCase(Locale.ROOT);
        return String.join(
                "-", text.substring(0, 4), text.substring(4, 8), text.substring(8, 12), text.substring(12, LENGTH));
    }
}
