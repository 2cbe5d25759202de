package org.heralddata.jobs.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.Estimate;
import org.heralddata.query.ExportForm;
import org.heralddata.query.QueryCode;
import org.heralddata.query.TableRef;
import org.heralddata.query.service.Lookup;
import org.heralddata.spi.WriteOption;

/** Takes requests: says what they mean and cost, and refuses before anything is done what cannot be. Safe for many threads. */
public final class RequestDesk {
    private final DataService data;
    private final RequestLimits limits;

    public RequestDesk(DataService data, RequestLimits limits) {
        this.data = data;
        this.limits = limits;
    }

    RequestLimits limits() {
        return limits;
    }

    /**
     * Fixes all that a request left open: releases, columns, the spelling of selections.
     *
     * @param viewer who asks: columns that they may not have are left out where none are named
     * @throws Refusal if there is no such collection, release, table, column or format, a selection is faulty, or the data are not
     *                 open to who asks
     */
    public FrozenRequest freeze(DataRequest request, Viewer viewer) {
        DataService data = this.data.as(viewer);
        requireForm(request.form());
        var parts = new ArrayList<RequestPart>();
        for (RequestPart part : request.parts()) {
            Release release = data.release(part.ref());
            data.requireOpen(release, part.table());
            var ref = new TableRef(part.collection(), part.table(), release.name());
            PublishedTable table = data.table(ref);
            List<String> all =
                    table.columns().stream().map(PublishedColumn::name).toList();
            part.columns().forEach(column -> Lookup.column(table, column));
            parts.add(new RequestPart(
                    part.collection(),
                    part.table(),
                    release.name(),
                    data.selection(ref, part.where()).text(),
                    part.columns().isEmpty()
                            ? all
                            : part.columns().stream().distinct().toList()));
        }
        List<EventsPart> events =
                request.events().stream().map(part -> freeze(part, data)).toList();
        return new FrozenRequest(new DataRequest(parts, events, request.form(), request.layout(), request.delivery()));
    }

    /** Of all collections those are meant that are open now. */
    private static EventsPart freeze(EventsPart part, DataService data) {
        List<Release> releases = data.eventReleases(part.rows());
        if (part.collections().isEmpty()) {
            releases = releases.stream()
                    .filter(release -> CommonEvents.isWhole(release, data))
                    .toList();
        } else {
            releases.forEach(release -> CommonEvents.requireWhole(release, data));
        }
        if (releases.isEmpty()) {
            throw new Refusal(Diagnostic.error(RequestCode.NO_ROWS, "there is no collection whose events are open"));
        }
        Map<CollectionId, String> pinned = new TreeMap<>();
        releases.forEach(release -> pinned.put(release.collection().id(), release.name()));
        return new EventsPart(data.eventSelection(part.where()).text(), List.copyOf(pinned.keySet()), pinned);
    }

    /** What a request costs, counted. */
    public RequestCost cost(FrozenRequest frozen, Viewer viewer) {
        DataService data = this.data.as(viewer);
        DataRequest request = frozen.request();
        var estimates = new ArrayList<Estimate>();
        request.parts().forEach(part -> estimates.add(data.estimate(part.ref(), part.rows())));
        request.events().forEach(part -> estimates.add(data.estimateEvents(part.rows())));
        SequencedMap<String, Estimate.Size> formats = new TreeMap<>();
        for (Estimate estimate : estimates) {
            estimate.estimates()
                    .forEach((format, size) -> formats.merge(
                            format,
                            size,
                            (one, other) ->
                                    new Estimate.Size(one.bytes() + other.bytes(), one.seconds() + other.seconds())));
        }
        Estimate.Size chosen = formats.getOrDefault(request.form().format(), new Estimate.Size(0, 0));
        List<Long> rows = estimates.stream().map(Estimate::rows).toList();
        return new RequestCost(rows, chosen.bytes(), chosen.seconds(), formats);
    }

    /** Refuses what is empty or too large, with advice. */
    public void requireFeasible(RequestCost cost) {
        List<Diagnostic> refusals = refusals(cost);
        if (!refusals.isEmpty()) {
            throw new Refusal(refusals);
        }
    }

    /** Why one of this cost cannot be, with advice; empty if it can. */
    List<Diagnostic> refusals(RequestCost cost) {
        if (cost.total() == 0) {
            return List.of(Diagnostic.error(RequestCode.NO_ROWS, "no row passes the selection")
                    .helped("widen it; the table's page shows at once how many rows pass"));
        }
        long mostBytes = limits.packageBytes();
        if (cost.bytes() > mostBytes) {
            return List.of(Diagnostic.error(
                            RequestCode.TOO_LARGE,
                            "the request would have about %d MB, and %d MB are granted"
                                    .formatted(cost.bytes() / 1_000_000, mostBytes / 1_000_000))
                    .helped(advice(cost)));
        }
        return List.of();
    }

    private String advice(RequestCost cost) {
        String fitting = cost.formats().entrySet().stream()
                .filter(format -> format.getValue().bytes() <= limits.packageBytes())
                .min(Comparator.comparingLong(format -> format.getValue().bytes()))
                .map(format -> "as `%s` it would have about %d MB; or "
                        .formatted(format.getKey(), format.getValue().bytes() / 1_000_000))
                .orElse("");
        return fitting
                + "narrow the selection, choose fewer columns, or take the files of the release below /files, which are not limited";
    }

    private void requireForm(ExportForm form) {
        if (!data.exportFormats().contains(form.format())) {
            String help = Nearest.help(form.format(), data.exportFormats());
            throw new Refusal(Diagnostic.error(QueryCode.NO_FORMAT, "there is no format `%s`".formatted(form.format()))
                    .helped(help != null ? help : "formats: " + String.join(", ", data.exportFormats())));
        }
        List<String> options =
                data.writeOptions(form.format()).stream().map(WriteOption::name).toList();
        for (String name : form.choices().keySet()) {
            if (!options.contains(name)) {
                throw new Refusal(Diagnostic.error(
                                RequestCode.BAD_REQUEST,
                                "the format `%s` leaves no `%s` to choose".formatted(form.format(), name))
                        .helped(
                                options.isEmpty()
                                        ? "it leaves nothing to choose"
                                        : "options: " + String.join(", ", options)));
            }
        }
    }
}
