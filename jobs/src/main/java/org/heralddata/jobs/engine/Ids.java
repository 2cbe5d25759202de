package org.heralddata.jobs.engine;

import java.security.SecureRandom;
import java.util.Locale;

/** Names that cannot be guessed. */
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** Digits and small letters, five bits each. */
    static String random(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(Character.forDigit(RANDOM.nextInt(32), 32));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
