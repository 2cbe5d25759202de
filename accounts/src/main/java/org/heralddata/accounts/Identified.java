package org.heralddata.accounts;

import java.util.Set;
import org.heralddata.model.access.Group;
import org.heralddata.model.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has shown who they are.
 *
 * @param groups   that they are in, directly
 * @param session  number of the session; 0 if by a token
 * @param strong   whether a second factor was shown when the session began
 * @param operates whether they may act as operator: an operator in a session that is strong enough, or with a token for it
 * @param token    null if by a session
 */
public record Identified(
        Account account,
        Set<Group> groups,
        long session,
        boolean strong,
        boolean operates,
        @Nullable Token token) {

    public Identified {
        groups = Set.copyOf(groups);
    }

    /** An operator sees what everybody may only if they {@link #operates operate}. */
    public Viewer viewer() {
        return new Viewer(account.id(), groups, operates);
    }

    /** A session may do everything. */
    public boolean has(Scope scope) {
        return token == null || token.scopes().contains(scope);
    }
}
