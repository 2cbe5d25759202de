package org.heralddata.query.access;

import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.jspecify.annotations.Nullable;

/** Says in plain words that something is not for who asks, for whom it is, and what to do. */
public record Closed(Viewer viewer) {

    /** Of a column that is left out of what somebody sees of a table. */
    public static Diagnostic column(PublishedTable table, PublishedColumn withheld) {
        String whose = withheld.access() instanceof Access.Restricted rule ? rule.forWhom() : "others";
        return Diagnostic.error(
                        QueryCode.RESTRICTED,
                        "the column `%s` of `%s` is not open to everyone, but for %s"
                                .formatted(withheld.name(), table.name(), whose))
                .helped("leave it out; sign in if you are a member, or ask the creators of the collection");
    }

    /** @param open another release that is open to them; null if there is none */
    Refusal release(Release release, Restriction restriction, @Nullable Release open) {
        String data = "the data of `%s`".formatted(release.collection().id());
        return open == null
                ? refusal(data, "are", restriction, enter(release))
                : refusal(
                        data + " in the release `%s`".formatted(release.name()),
                        "are",
                        restriction,
                        "the release `%s` is open to you".formatted(open.name()));
    }

    Refusal table(Release release, Restriction restriction) {
        return refusal(
                "the rows of `%s` of `%s`"
                        .formatted(restriction.table(), release.collection().id()),
                "are",
                restriction,
                enter(release));
    }

    /** @param columns of one table, at least one */
    Refusal file(Release release, List<Restriction> columns) {
        String names = columns.stream().map(r -> "`" + r.column() + "`").collect(Collectors.joining(", "));
        Restriction first = columns.getFirst();
        return new Refusal(Diagnostic.error(
                        QueryCode.RESTRICTED,
                        "the file holds columns of `%s` that are for %s: %s"
                                .formatted(first.table(), first.rule().forWhom(), names))
                .helped(
                        "ask for rows instead, in any format: /api/v1/collections/%s/tables/%s/rows?release=%s gives the columns"
                                        .formatted(release.collection().id(), first.table(), release.name())
                                + " open to you"));
    }

    private static Refusal refusal(String what, String are, Restriction restriction, String help) {
        return new Refusal(Diagnostic.error(
                        QueryCode.RESTRICTED,
                        "%s %s not open to everyone, but for %s"
                                .formatted(what, are, restriction.rule().forWhom()))
                .helped(help));
    }

    /** How to get in. */
    private String enter(Release release) {
        String ask = "ask its creators (%s)"
                .formatted(release.collection().creators().stream()
                        .map(c -> c.name())
                        .collect(Collectors.joining("; ")));
        return viewer.account() == null
                ? "sign in if you are a member, or " + ask + "; its description is open"
                : "you are not a member: " + ask + "; its description is open";
    }
}
