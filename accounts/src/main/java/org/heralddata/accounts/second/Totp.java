package org.heralddata.accounts.second;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based codes: six digits, a new one each 30 seconds, by HMAC-SHA-1, as all apps have them. One step to either side is
 * taken, too, for clocks that differ and people who are slow (RFC 6238, section 5.2).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public final class Totp {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20; // as long as the hash: RFC 4226, section 4, R6
    private static final String HMAC = "HmacSHA1";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    private Totp() {}

    /** 160 random bits. */
    public static byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** How people type the secret where they cannot scan it. */
    public static String typed(byte[] secret) {
        return Base32.of(secret);
    }

    /** Six digits. */
    public static String code(byte[] secret, Instant time) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, HMAC), time, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible); // HMAC takes any bytes
        }
    }

    /** The step whose code it is, counted since 1970; empty if it is none of about now. */
    public static OptionalLong step(byte[] secret, String code, Instant now) {
        byte[] shown = code.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (int off = -1; off <= 1; off++) {
            Instant time = now.plus(STEP.multipliedBy(off));
            if (MessageDigest.isEqual(code(secret, time).getBytes(StandardCharsets.UTF_8), shown)) {
                found = OptionalLong.of(time.getEpochSecond() / STEP.toSeconds());
            }
        }
        return found;
    }

    /** What an app reads from a QR code (Key URI Format of Google Authenticator). */
    public static String uri(String issuer, String account, byte[] secret) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(
                        encoded(issuer),
                        encoded(account),
                        Base32.of(secret),
                        encoded(issuer),
                        DIGITS,
                        STEP.toSeconds());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
