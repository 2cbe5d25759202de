package org.heralddata.jobs.request.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.heralddata.jobs.request.CommonEvents;
import org.heralddata.jobs.request.EventsPart;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.Layout;
import org.heralddata.jobs.request.RequestPart;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.PublishedTable.Component;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.table.Column;
import org.heralddata.query.DataService;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.service.Headers;
import org.heralddata.query.service.Lookup;
import org.heralddata.spi.TableHeader;

/** Spreads a request over tables. */
final class TablePlans {
    private final DataService data;
    private final String software;
    private final List<TablePlan> plans = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private TablePlans(DataService data, String software) {
        this.data = data;
        this.software = software;
    }

    /** @param software name and version of this program */
    static List<TablePlan> of(FrozenRequest request, DataService data, String software) {
        var all = new TablePlans(data, software);
        for (RequestPart part : request.request().parts()) {
            Release release = data.release(part.ref());
            data.requireOpen(release, part.table());
            PublishedTable table = data.table(part.ref());
            if (request.request().layout() == Layout.WIDE || table.components().isEmpty()) {
                all.add(part, release, table, "", table.description(), part.columns(), part.where());
            } else {
                all.addComponents(part, release, table);
            }
        }
        request.request().events().forEach(all::addEvents);
        return all.plans;
    }

    private void addEvents(EventsPart part) {
        data.eventReleases(part.rows()).forEach(release -> CommonEvents.requireWhole(release, data));
        plans.add(new TablePlan(
                unique("events"),
                data.eventsHeader(part.rows()),
                () -> data.eventRows(part.rows()).rows()));
    }

    /** As KCDC spreads events: one table of the events, one a component, and which rows of them belong together. */
    private void addComponents(RequestPart part, Release release, PublishedTable table) {
        List<String> general = part.columns().stream()
                .filter(name -> column(table, name).component() == null)
                .toList();
        add(
                part,
                release,
                table,
                "-general",
                table.description() + ": what every event has",
                general.isEmpty() ? id(table) : general,
                part.where());
        List<String> mapped = new ArrayList<>();
        for (Component component : table.components()) {
            List<String> columns = part.columns().stream()
                    .filter(name -> component.name().equals(column(table, name).component()))
                    .toList();
            if (!columns.isEmpty()) {
                String has = "has_" + component.name();
                String where = part.where().isEmpty() ? has : "(%s) and %s".formatted(part.where(), has);
                add(part, release, table, "-" + component.name(), component.description(), columns, where);
                mapped.add(component.name());
            }
        }
        List<String> flags = mapped.stream().map(name -> "has_" + name).toList();
        long rows = data.count(part.ref(), part.where()).rows();
        List<Column> columns = RowMapping.columns(mapped);
        TableHeader header = new TableHeader(
                "row_mapping",
                "Which rows of the other tables belong to one event",
                OptionalLong.of(rows),
                columns,
                Headers.table(release, table, columns, OptionalLong.of(rows), part.where(), software)
                        .metadata());
        var request = new RowsRequest(part.where(), flags.isEmpty() ? id(table) : flags, List.of(), null, 0);
        plans.add(new TablePlan(
                unique(fileName(part) + "-row_mapping"),
                header,
                () -> new RowMapping(data.rows(part.ref(), request), columns)));
    }

    private static List<String> id(PublishedTable table) {
        return List.of(table.common().id());
    }

    private void add(
            RequestPart part,
            Release release,
            PublishedTable table,
            String suffix,
            String description,
            List<String> columns,
            String where) {
        long rows = data.count(part.ref(), where).rows();
        List<Column> declared =
                columns.stream().map(name -> column(table, name).toColumn()).toList();
        SequencedMap<String, String> metadata = Headers.table(
                        release, table, declared, OptionalLong.of(rows), where, software)
                .metadata();
        var header = new TableHeader(table.name(), description, OptionalLong.of(rows), declared, metadata);
        var request = new RowsRequest(where, columns, List.of(), null, 0);
        plans.add(new TablePlan(unique(fileName(part) + suffix), header, () -> data.rows(part.ref(), request)));
    }

    private static PublishedColumn column(PublishedTable table, String name) {
        return Lookup.column(table, name);
    }

    private static String fileName(RequestPart part) {
        return part.collection() + "-" + part.table();
    }

    private String unique(String name) {
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? name : name + "-" + n)
                .filter(names::add)
                .findFirst()
                .orElseThrow();
    }
}
