package org.heralddata.accounts.password;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes by Argon2id, in the PHC format with their own parameters. Safe for many threads; so many at a time are computed as
 * memory is meant for it.
 */
public final class Passwords {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int AT_A_TIME = 4;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore room = new Semaphore(AT_A_TIME);

    /** Compared with where there is no account, so that the answer takes as long. */
    private final String nobody;

    public Passwords(AccountSettings settings) {
        encoder = new Argon2PasswordEncoder(SALT, HASH, LANES, settings.memoryKib(), settings.passes());
        nobody = hash(Secret.make());
    }

    public String hash(String password) {
        return inTurn(() -> String.valueOf(encoder.encode(normal(password))));
    }

    /**
     * Whether the password is the one of a hash.
     *
     * @param hash null if there is none: takes as long, and is false
     */
    public boolean matches(String password, @Nullable String hash) {
        String known = hash == null ? nobody : hash;
        boolean same = inTurn(() -> encoder.matches(normal(password), known));
        return same && hash != null;
    }

    /** Whether the hash was made with weaker parameters than are used now. */
    public boolean isOld(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** The same password however the keyboard composes its letters (NIST SP 800-63B-4, section 3.1.1.2). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
