package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * What of a release is not for everyone, in plain words.
 *
 * @param lines one a restriction, columns of one table together
 * @param help  how to get in; empty if all of it is open to whoever looks
 */
public record Notice(List<Line> lines, String help) {

    public Notice {
        lines = List.copyOf(lines);
    }

    /**
     * A restriction.
     *
     * @param what   such as {@code the columns a, b of events}
     * @param whom   such as {@code members of the group kascade until 2028-01-01 (UTC)}
     * @param closed whether it is closed to whoever looks
     */
    public record Line(String what, String whom, boolean closed) {

        public String sentence() {
            String seen = closed ? "not open to you" : "open to you";
            return "%s: for %s, %s.".formatted(what, whom, seen);
        }
    }

    private record Columns(@Nullable String table, Access.Restricted rule, boolean closed) {}

    /** @param table null to tell of all tables */
    static Notice of(Release release, List<Restriction> restrictions, @Nullable String table) {
        var lines = new ArrayList<Line>();
        Map<Columns, List<String>> columns = new LinkedHashMap<>();
        for (Restriction one : restrictions) {
            if (one.isOfRelease()) {
                lines.add(new Line("All data", one.rule().forWhom().replace("`", ""), one.closed()));
            } else if (table == null || table.equals(one.table())) {
                String column = one.column();
                if (column == null) {
                    lines.add(new Line(
                            "The rows of " + one.table(), one.rule().forWhom().replace("`", ""), one.closed()));
                } else {
                    columns.computeIfAbsent(new Columns(one.table(), one.rule(), one.closed()), _ -> new ArrayList<>())
                            .add(column);
                }
            }
        }
        columns.forEach((of, names) -> lines.add(new Line(
                "%s %s of %s"
                        .formatted(
                                names.size() == 1 ? "The column" : "The columns", String.join(", ", names), of.table()),
                of.rule().forWhom().replace("`", ""),
                of.closed())));
        boolean any = lines.stream().anyMatch(Line::closed);
        return new Notice(lines, any ? help(release) : "");
    }

    private static String help(Release release) {
        String creators = release.collection().creators().stream()
                .map(c -> Objects.requireNonNullElse(c.affiliation(), "").isEmpty()
                        ? c.name()
                        : c.name() + " (" + c.affiliation() + ")")
                .collect(Collectors.joining("; "));
        return "Sign in if you are a member. Whom to ask: " + creators
                + ". What the data are is told here all the same.";
    }
}
