package org.heralddata.query.service;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.EventCount;
import org.heralddata.query.EventRows;
import org.heralddata.query.EventsRequest;
import org.heralddata.query.QueryCode;
import org.heralddata.query.RowStream;
import org.heralddata.query.Skipped;
import org.heralddata.query.SkyMap;
import org.heralddata.query.TableRef;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.PackedCubes;
import org.heralddata.query.engine.Engine;
import org.heralddata.query.engine.Output;
import org.heralddata.query.engine.Source;
import org.jspecify.annotations.Nullable;

/** Runs one selection over the common events of many tables. */
final class Events {
    private final Lookup lookup;
    private final Engine engine;
    private final Shared shared;

    Events(Lookup lookup, Shared shared) {
        this.lookup = lookup;
        this.shared = shared;
        engine = shared.engine();
    }

    /** A table with the selection in its own columns. */
    private record Part(Release release, Source source, Cut cut) {
        Answers.Question question(Object what) {
            return new Answers.Question(
                    release.collection().id(), release.name(), source.table().name(), cut, what);
        }
    }

    private record Cells(int order) {}

    private record Plan(List<Part> parts, List<Skipped> skipped, long of) {}

    List<Release> releases(EventsRequest request) {
        List<CollectionId> asked = request.collections().isEmpty()
                ? lookup.newest().stream().map(r -> r.collection().id()).toList()
                : request.collections().stream().distinct().sorted().toList();
        return asked.stream()
                .map(id ->
                        lookup.release(new TableRef(id, "", request.releases().get(id))))
                .toList();
    }

    private Plan plan(EventsRequest request, boolean onSky) {
        Cut cut = EventCuts.read(request.where());
        var parts = new ArrayList<Part>();
        var skipped = new ArrayList<Skipped>();
        long of = 0;
        for (Release release : releases(request)) {
            List<PublishedTable> tables = release.tablesOfEvents();
            if (tables.isEmpty()) {
                skipped.addAll(notOfEvents(release));
            }
            for (PublishedTable table : tables) {
                of += table.rows();
                try {
                    requireEvents(lookup, release, table);
                    if (onSky && table.common().healpix() == null) {
                        throw new EventCuts.Lacking("its events have no direction");
                    }
                    Cut own = new EventCuts(release.collection(), table).of(cut);
                    parts.add(new Part(release, lookup.source(release, table.name()), own));
                } catch (EventCuts.Lacking lacking) {
                    skipped.add(
                            new Skipped(release.collection().id(), table.name(), String.valueOf(lacking.getMessage())));
                }
            }
        }
        return new Plan(parts, skipped, of);
    }

    /** Who looks for a collection in vain is told why; a table beside others of events, such as of stations, is not missed. */
    private static List<Skipped> notOfEvents(Release release) {
        return release.tables().stream()
                .map(table -> new Skipped(
                        release.collection().id(),
                        table.name(),
                        "its rows have neither a time nor a direction nor an energy"))
                .toList();
    }

    /** Throws if the common events of a table are closed to who asks. */
    static void requireEvents(Lookup lookup, Release release, PublishedTable table) throws EventCuts.Lacking {
        if (!lookup.isOpen(release, table.name())
                || table.column(table.common().id()).isEmpty()) {
            throw new EventCuts.Lacking("its data are not open to everyone");
        }
    }

    PackedCubes cubes(EventsRequest request, CubeQuestion question) {
        return new EventCubes(lookup, engine, shared.cubes(), releases(request)).of(request, question);
    }

    EventCount count(EventsRequest request) {
        Plan plan = plan(request, false);
        var parts = new ArrayList<EventCount.Part>();
        for (Part part : plan.parts) {
            PublishedTable table = part.source.table();
            parts.add(new EventCount.Part(
                    part.release.collection().id(), part.release.name(), table.name(), rows(part), table.rows()));
        }
        return new EventCount(parts.stream().mapToLong(EventCount.Part::rows).sum(), plan.of, parts, plan.skipped);
    }

    private long rows(Part part) {
        return shared.answers().of(part.question("events"), Long.class, () -> engine.count(part.source, part.cut));
    }

    SkyMap skyMap(EventsRequest request, int order) {
        Plan plan = plan(request, true);
        Map<Long, Long> counts = new TreeMap<>();
        long nulls = 0;
        for (Part part : plan.parts) {
            Engine.Cells cells = shared.answers()
                    .of(
                            part.question(new Cells(order)),
                            Engine.Cells.class,
                            () -> engine.skyMap(part.source, part.cut, order));
            for (int i = 0; i < cells.cells().size(); i++) {
                counts.merge(cells.cells().get(i), cells.counts().get(i), Long::sum);
            }
            nulls += cells.nulls();
        }
        checkCells(counts.size());
        return new SkyMap(order, List.copyOf(counts.keySet()), List.copyOf(counts.values()), nulls, plan.skipped);
    }

    static void checkCells(int cells) {
        if (cells > Engine.MAX_CELLS) {
            throw new Refusal(Diagnostic.error(
                            QueryCode.TOO_LARGE,
                            "the map has more than %d cells with events".formatted(Engine.MAX_CELLS))
                    .helped("ask for a lower order, or for a part of the sky by a cone"));
        }
    }

    EventRows rows(EventsRequest request) {
        Plan plan = plan(request, false);
        Deque<Supplier<RowStream>> tables = new ArrayDeque<>();
        for (Part part : plan.parts) {
            tables.add(() -> engine.rows(part.source, part.cut, row(part), List.of(), request.limit(), 0));
        }
        return new EventRows(new ChainedRows(COLUMNS, tables, request.limit()), plan.skipped);
    }

    static final List<Column> COLUMNS = EventCuts.SCHEMA.columns().stream()
            .map(c -> Column.of(c.name(), c.type())
                    .withUnit(c.unit().symbol().isEmpty() ? null : c.unit().symbol())
                    .withUcd(ucd(c.name()))
                    .withDescription(description(c.name())))
            .toList();

    private static String description(String column) {
        return switch (column) {
            case "id" -> "Identifier of the event";
            case "collection" -> "Id of the collection that the event is of";
            case "table" -> "Table of the collection";
            case "messenger" -> "What brought the message, as the IVOA's vocabulary has it";
            case "time" -> "Time of the event, UTC";
            case "ra" -> "Right ascension, ICRS";
            case "dec" -> "Declination, ICRS";
            case "energy" -> "Energy as the collection has it: reconstructed, or of the primary particle";
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static @Nullable String ucd(String column) {
        return switch (column) {
            case "id" -> "meta.id;meta.main";
            case "collection", "table" -> "meta.dataset";
            case "time" -> "time.epoch";
            case "ra" -> "pos.eq.ra;meta.main";
            case "dec" -> "pos.eq.dec;meta.main";
            case "energy" -> "phys.energy";
            default -> null;
        };
    }

    private static Engine.Row row(Part part) {
        PublishedTable table = part.source.table();
        CommonEvent common = table.common();
        CommonEvent.Energy energy = common.energy();
        return new Engine.Row(
                COLUMNS,
                List.of(
                        new Output.Cell(common.id()),
                        new Output.Constant(part.release.collection().id().value()),
                        new Output.Constant(table.name()),
                        new Output.Constant(part.release.collection().messenger()),
                        cell(common.time(), ColumnType.TIMESTAMP),
                        cell(common.ra(), ColumnType.FLOAT64),
                        cell(common.dec(), ColumnType.FLOAT64),
                        energy == null ? new Output.Missing(ColumnType.FLOAT64) : new Output.EnergyInEv(energy)));
    }

    private static Output cell(@Nullable String column, ColumnType type) {
        return column == null ? new Output.Missing(type) : new Output.Cell(column);
    }
}
