package org.heralddata.jobs.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs by the Standard Webhooks specification 1.0.0, section "Signature scheme", symmetric. */
final class Signature {
    private static final String SECRET = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    /** A new secret: {@code whsec_} and 256 bits in Base64. */
    static String secret() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return SECRET + Base64.getEncoder().encodeToString(key);
    }

    /**
     * {@code v1,} and the HMAC-SHA256 of {@code id.seconds.body} in Base64.
     *
     * @param seconds since 1970
     */
    static String of(String secret, String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(SECRET.length())), ALGORITHM));
            byte[] signed = mac.doFinal("%s.%d.%s".formatted(id, seconds, body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", impossible);
        }
    }
}
