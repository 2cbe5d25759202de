package org.heralddata.descriptor;

import java.time.LocalDate;
import java.util.Set;
import org.heralddata.model.access.Group;
import org.heralddata.model.catalogue.Access;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Who may have the data: {@code access: public}, or a group, until an embargo ends. Of a collection, a table or a column. */
final class AccessSection {
    private final Problems problems;

    AccessSection(Problems problems) {
        this.problems = problems;
    }

    /** Open where nothing is said, or it was told that what is said is wrong. */
    Access read(Section of) {
        if (!(of.value("access") instanceof MappingNode node)) {
            of.choice("access", Set.of("public"), word -> word);
            return Access.OPEN;
        }
        Section section = Section.of(node, "`access`", Set.of("group", "until"), problems);
        Text group = section.requiredText("group");
        LocalDate until = new Values(problems).date(section.text("until"));
        if (group == null) {
            return Access.OPEN;
        }
        String path = group.value().strip();
        if (!Group.isPath(path)) {
            problems.error(
                    DescriptorCode.BAD_VALUE,
                    group.node(),
                    "`%s` is not the path of a group".formatted(path),
                    null,
                    "such as `kascade` or, of a group within it, `kascade/analysis`: lower-case letters, digits, hyphens");
        }
        return new Access.Restricted(path, until);
    }
}
