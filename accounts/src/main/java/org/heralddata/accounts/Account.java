package org.heralddata.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is known here.
 *
 * @param id          says nothing of the person; never given again
 * @param email       as they wrote it
 * @param confirmed   when the address was shown to be theirs; null if it was not
 * @param name        how they want to be called; may be empty
 * @param password    whether they can sign in with one
 * @param operator    whether they manage the node
 * @param disabled    since when they cannot sign in; null if they can
 * @param terms       version of the terms that they agreed to; null if to none
 * @param termsAgreed when
 * @param lastSignIn  null before the first
 */
public record Account(
        String id,
        String email,
        @Nullable Instant confirmed,
        String name,
        boolean password,
        boolean operator,
        @Nullable Instant disabled,
        @Nullable String terms,
        @Nullable Instant termsAgreed,
        Instant created,
        @Nullable Instant lastSignIn) {

    /** What to call them: the name, else the address up to its @. */
    public String called() {
        return name.isBlank() ? email.substring(0, Math.max(1, email.indexOf('@'))) : name;
    }
}
