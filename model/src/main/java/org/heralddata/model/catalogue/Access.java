package org.heralddata.model.catalogue;

import java.time.LocalDate;
import org.heralddata.model.access.Group;
import org.heralddata.model.access.Viewer;
import org.jspecify.annotations.Nullable;

/** Who may have the data of a collection, a release, a table or a column. What they are is for everyone to know. */
public sealed interface Access {
    /** Everyone may. */
    Access OPEN = new Open();

    /** Whether a viewer may have the data on a day (UTC). */
    boolean allows(Viewer viewer, LocalDate day);

    /** Everyone. */
    record Open() implements Access {
        @Override
        public boolean allows(Viewer viewer, LocalDate day) {
            return true;
        }
    }

    /**
     * Members of a group, and operators.
     *
     * @param group its path; if it is none, nobody is a member
     * @param until the day (UTC) from which everyone may; null if never
     */
    record Restricted(String group, @Nullable LocalDate until) implements Access {

        /** Whether it still holds: its embargo is not over. */
        public boolean isInForce(LocalDate day) {
            return until == null || day.isBefore(until);
        }

        /** Such as {@code members of the group `kascade` until 2028-01-01 (UTC)}. */
        public String forWhom() {
            String members = "members of the group `%s`".formatted(group);
            return until == null ? members : "%s until %s (UTC)".formatted(members, until);
        }

        @Override
        public boolean allows(Viewer viewer, LocalDate day) {
            return !isInForce(day) || viewer.operator() || (Group.isPath(group) && viewer.isOf(new Group(group)));
        }
    }
}
