package org.heralddata.jobs.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request of which all is said: each part names its release and its columns and has its selection in canonical form. Releases
 * never change, so it means the same rows for ever.
 *
 * <p>Made by {@link RequestDesk#freeze} and read back by {@link RequestJson#frozen}.
 */
public record FrozenRequest(DataRequest request) {

    /** What an identifier begins with. */
    public static final String PREFIX = "hr-";

    private static final int DIGITS = 24;

    public FrozenRequest {
        for (RequestPart part : request.parts()) {
            if (part.release() == null || part.columns().isEmpty()) {
                throw new IllegalArgumentException("not frozen: " + part);
            }
        }
        for (EventsPart part : request.events()) {
            if (!part.isPinned()) {
                throw new IllegalArgumentException("not frozen: " + part);
            }
        }
    }

    /**
     * What the data are called for ever: {@value #PREFIX} and 96 bits of the SHA-256 of the canonical JSON, as hexadecimal digits. Requests that
     * mean the same data in the same form have the same one; how they are handed over does not matter.
     */
    public String identifier() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(RequestJson.meaning(this).getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
