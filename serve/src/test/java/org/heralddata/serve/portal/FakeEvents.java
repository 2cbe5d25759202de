package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.unit.Unit;
import org.heralddata.query.EventCount;
import org.heralddata.query.EventRows;
import org.heralddata.query.EventsRequest;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.SkyMap;
import org.heralddata.query.TableRef;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.PackedCubes;
import org.heralddata.query.cuts.CutSchema;
import org.heralddata.query.cuts.Cuts;

/** Common events of {@link FakeData}: one selection over several tables. */
record FakeEvents(FakeData data, EventsRequest request) {
    /** Only positions and times are common in the fake. */
    private static final CutSchema COMMON = new CutSchema(List.of(
            new CutSchema.Column("time", ColumnType.TIMESTAMP, Shape.SCALAR, Unit.NONE),
            new CutSchema.Column("ra", ColumnType.FLOAT64, Shape.SCALAR, new Unit("deg")),
            new CutSchema.Column("dec", ColumnType.FLOAT64, Shape.SCALAR, new Unit("deg"))));

    EventCount count() {
        var parts = new ArrayList<EventCount.Part>();
        for (CollectionId id : asked()) {
            parts.add(new EventCount.Part(
                    id,
                    data.latest(id).name(),
                    "events",
                    common(id).length,
                    data.fake(id).rows()));
        }
        return new EventCount(
                parts.stream().mapToLong(EventCount.Part::rows).sum(),
                parts.stream().mapToLong(EventCount.Part::of).sum(),
                parts,
                List.of());
    }

    private List<CollectionId> asked() {
        return request.collections().isEmpty()
                ? data.collections().stream().map(r -> r.collection().id()).toList()
                : request.collections();
    }

    PackedCubes cubes(CubeQuestion question) {
        List<FakeTable> tables = asked().stream().map(data::fake).toList();
        var cuts = new java.util.HashMap<String, Cut>();
        return new FakeEventCubes(tables, question)
                .of(table -> (row, where) ->
                        FakeCut.passes(table, row, cuts.computeIfAbsent(where, w -> Cuts.read(w, COMMON))));
    }

    private int[] common(CollectionId id) {
        Cut cut = Cuts.read(request.where(), COMMON);
        FakeTable table = data.fake(id);
        return IntStream.range(0, table.rows())
                .filter(row -> FakeCut.passes(table, row, cut))
                .toArray();
    }

    EventRows rows() {
        if (asked().isEmpty()) {
            return new EventRows(new OneBatch(List.of(), null), List.of());
        }
        CollectionId first = asked().getFirst();
        return new EventRows(
                data.rows(
                        TableRef.latest(first, "events"),
                        new RowsRequest("", List.of("time", "ra", "dec"), List.of(), request.limit(), 0)),
                List.of());
    }

    SkyMap skyMap(int order) {
        var counts = new TreeMap<Long, Long>();
        for (CollectionId id : asked()) {
            data.sky(TableRef.latest(id, "events"), common(id), order, counts);
        }
        return new SkyMap(order, List.copyOf(counts.keySet()), List.copyOf(counts.values()), 0, List.of());
    }
}
