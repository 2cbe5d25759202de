package org.heralddata.model.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for data, as far as it matters for what they may see.
 *
 * @param account  id of the account; null for somebody without one
 * @param groups   groups that it is a member of, directly
 * @param operator whether it may see and manage everything
 */
public record Viewer(@Nullable String account, Set<Group> groups, boolean operator) {

    /** Somebody without an account: what is open to everyone is open to them. */
    public static final Viewer ANYONE = new Viewer(null, Set.of(), false);

    /** The one who runs the node, at its own console. */
    public static final Viewer OPERATOR = new Viewer(null, Set.of(), true);

    public Viewer {
        groups = Set.copyOf(groups);
    }

    /** A member of {@code kascade/analysis} is one of {@code kascade}, too. */
    public boolean isOf(Group group) {
        return groups.stream().anyMatch(group::contains);
    }

    /** The groups, those above them included. */
    public Set<Group> allGroups() {
        return groups.stream().flatMap(g -> g.andAbove().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
