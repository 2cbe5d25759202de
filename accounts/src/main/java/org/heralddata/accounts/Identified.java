package org.heralddata.accounts;

import java.util.Set;
import org.heralddata.model.access.Group;
import org.heralddata.model.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has shown who they are.
 *
 * @param groups  that they are in, directly
 * @param session number of the session; 0 if by a token
 * @param token   null if by a session
 */
public record Identified(
        Account account,
        Set<Group> groups,
        long session,
        @Nullable Token token) {

    public Identified {
        groups = Set.copyOf(groups);
    }

    /** A token makes an operator of nobody unless it has the scope for it. */
    public Viewer viewer() {
        return new Viewer(account.id(), groups, account.operator() && has(Scope.ADMIN));
    }

    /** A session may do everything. */
    public boolean has(Scope scope) {
        return token == null || token.scopes().contains(scope);
    }
}
