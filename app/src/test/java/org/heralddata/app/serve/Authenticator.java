package org.heralddata.app.serve;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.heralddata.accounts.second.Totp;

/** An app for one-time codes, which knows the secret as people type it. */
record Authenticator(String typed) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    String code() {
        return Totp.code(secret(), Instant.now());
    }

    /** The code after that of now, which a server takes, too: the one of now may be used up. */
    String next() {
        return Totp.code(secret(), Instant.now().plusSeconds(STEP_SECONDS));
    }

    private byte[] secret() {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char c : typed.strip().toCharArray()) {
            held = held << 5 | ALPHABET.indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
