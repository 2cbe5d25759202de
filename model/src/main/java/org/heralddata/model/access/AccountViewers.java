package org.heralddata.model.access;

import org.jspecify.annotations.Nullable;

/** Tells what the owner of an account may see now: their groups may have changed since they ordered something. */
@FunctionalInterface
public interface AccountViewers {

    /** Where there are no accounts. */
    AccountViewers NONE = _ -> Viewer.ANYONE;

    /**
     * By the id of an account; {@link Viewer#ANYONE} if there is none, or none any more.
     *
     * @param account id of it
     */
    Viewer viewer(String account);

    /** The same; {@link Viewer#ANYONE} for somebody without an account. */
    default Viewer of(@Nullable String account) {
        return account == null ? Viewer.ANYONE : viewer(account);
    }
}
