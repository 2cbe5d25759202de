package org.heralddata.accounts;

import java.util.List;
import org.heralddata.model.access.Group;

/**
 * A group and how people come into it.
 *
 * @param members how many are in it directly, whichever way
 */
public record GroupAbout(Group group, String description, int members, List<GroupRule> rules) {

    public GroupAbout {
        rules = List.copyOf(rules);
    }
}
