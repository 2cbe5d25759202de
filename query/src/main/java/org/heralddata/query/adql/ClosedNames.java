package org.heralddata.query.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.query.QueryCode;
import org.heralddata.query.access.Closed;
import org.heralddata.query.access.PermittedCatalogue;

/** Tables and columns that are closed to somebody, and that a query seems to name. */
record ClosedNames(PermittedCatalogue catalogue, List<Release> releases) {

    List<Diagnostic> in(String query) {
        String text = query.toLowerCase(Locale.ROOT);
        var found = new ArrayList<Diagnostic>();
        for (Release release : releases) {
            if (text.contains(release.collection().id().value())) {
                release.tables().stream()
                        .filter(table -> text.contains(table.name()))
                        .forEach(table -> add(found, release, table, text));
            }
        }
        return found;
    }

    private void add(List<Diagnostic> found, Release release, PublishedTable table, String text) {
        if (table.withheld().all()) {
            String whose = catalogue.restrictions(release).stream()
                    .filter(r -> r.closed() && (r.isOfRelease() || r.isOfTable(table.name())))
                    .findFirst()
                    .map(r -> r.rule().forWhom())
                    .orElse("others");
            found.add(Diagnostic.error(
                            QueryCode.RESTRICTED,
                            "the table `%s.%s` is not open to everyone, but for %s"
                                    .formatted(release.collection().id(), table.name(), whose))
                    .helped("sign in if you are a member, or ask the creators of the collection"));
        }
        table.withheld().columns().stream()
                .filter(column -> text.contains(column.name()))
                .forEach(column -> found.add(Closed.column(table, column)));
    }
}
