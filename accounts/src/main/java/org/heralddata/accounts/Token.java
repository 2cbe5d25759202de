package org.heralddata.accounts;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API token without its secret, which was shown once.
 *
 * @param number by which it is revoked
 * @param name   what its owner calls it
 * @param used   about when it was last used; null if never
 */
public record Token(
        long number,
        String account,
        String name,
        Set<Scope> scopes,
        Instant created,
        Instant expires,
        @Nullable Instant used) {

    /** What all secrets of tokens begin with, so that scanners of source code find them. */
    public static final String PREFIX = "hrld_";

    public Token {
        scopes = Set.copyOf(scopes);
    }
}
