package org.heralddata.query.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.PublishedTable.Component;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
import org.heralddata.model.catalogue.Withheld;

/**
 * A release as somebody may see it: everything described; of what is closed, nothing of what is in it. The restrictions that it then
 * names are those in force.
 */
record Redaction(List<Restriction> restrictions) {

    Release of(Release stored) {
        boolean any = restrictions.stream().anyMatch(Restriction::closed);
        return new Release(
                stored.collection().with(access(Restriction::isOfRelease)),
                stored.name(),
                stored.sequence(),
                stored.created(),
                stored.software(),
                stored.descriptor(),
                stored.tables().stream().map(this::table).toList(),
                stored.inputs(),
                stored.files(),
                any ? List.of() : stored.notes());
    }

    private Access access(Predicate<Restriction> of) {
        return restrictions.stream()
                .filter(of)
                .findFirst()
                .<Access>map(Restriction::rule)
                .orElse(Access.OPEN);
    }

    private boolean isClosed(Predicate<Restriction> of) {
        return restrictions.stream().anyMatch(r -> r.closed() && of.test(r));
    }

    private PublishedTable table(PublishedTable table) {
        String name = table.name();
        boolean all = isClosed(r -> r.isOfRelease() || r.isOfTable(name));
        var shown = new ArrayList<PublishedColumn>();
        var withheld = new ArrayList<PublishedColumn>();
        for (PublishedColumn column : table.columns()) {
            boolean closed = isClosed(r -> r.isOfColumn(name, column.name()));
            ColumnStatistics told = all || closed ? ColumnStatistics.UNTOLD : column.statistics();
            PublishedColumn seen = column.with(access(r -> r.isOfColumn(name, column.name())), told);
            (closed && !all ? withheld : shown).add(seen);
        }
        var hidden = new HashSet<String>();
        withheld.forEach(column -> hidden.add(column.name()));
        var common = new CommonParts(table.common(), hidden);
        return new PublishedTable(
                name,
                table.description(),
                table.rows(),
                shown,
                table.components().stream()
                        .filter(c -> !hidden.contains("has_" + c.name()))
                        .map(c -> component(c, all))
                        .toList(),
                common.common(),
                common.sort(table.sort()),
                all ? null : common.coverage(table.coverage()),
                access(r -> r.isOfTable(name)),
                all ? Withheld.ALL : withheld.isEmpty() ? Withheld.NOTHING : new Withheld(false, withheld));
    }

    private static Component component(Component component, boolean closed) {
        return closed ? new Component(component.name(), component.description(), 0) : component;
    }
}
