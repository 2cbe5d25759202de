package org.heralddata.serve.event;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.DataService;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.TableRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds events by what addresses call them. */
@Component
public class EventReader {
    private static final String UUID = "uuid";

    private final DataService data;

    EventReader(DataService data) {
        this.data = data;
    }

    /**
     * Reads one event.
     *
     * @param key   UUID, or {@code column=value,…}, or a value of the column with the UCD {@code meta.id;meta.main}
     * @param where selection that its neighbours are to be of; empty for the whole table
     * @param at    its place in that selection if the asker knows it, from 0; else null: it is then counted by time
     * @throws org.heralddata.model.diagnostic.Refusal if there is none, or the selection is faulty
     */
    public Event read(TableRef ref, String key, String where, @Nullable Long at) {
        Release release = data.release(ref);
        PublishedTable table = data.table(ref);
        var fixed = new TableRef(ref.collection(), ref.table(), release.name());
        List<Map<String, @Nullable Object>> found =
                rows(fixed, new RowsRequest(EventKey.where(table, key), List.of(), List.of(), 2L, 0));
        if (found.isEmpty()) {
            throw EventKey.unknown(key, "release `%s` may lack it; another may have it".formatted(release.name()));
        }
        if (found.size() > 1) {
            throw EventKey.unknown(key, "several events have these values: name more columns, or the UUID");
        }
        Map<String, @Nullable Object> values = found.getFirst();
        long of = data.count(fixed, where).rows();
        Place place = place(fixed, table, values, where, at);
        return new Event(
                release,
                table,
                values,
                where,
                place.index(),
                of,
                place.previous(),
                place.next(),
                new StationReader(data).read(release, table, values).orElse(null));
    }

    private record Place(
            long index, @Nullable String previous, @Nullable String next) {
        static final Place UNKNOWN = new Place(-1, null, null);
    }

    private Place place(
            TableRef ref, PublishedTable table, Map<String, @Nullable Object> values, String where, @Nullable Long at) {
        Object uuid = values.get(UUID);
        long index = at != null ? at : counted(ref, table, values, where);
        if (uuid == null || index < 0) {
            return Place.UNKNOWN;
        }
        long from = Math.max(0, index - 1);
        List<String> around =
                rows(ref, new RowsRequest(where, List.of(UUID), List.of(), index - from + 2, from)).stream()
                        .map(row -> String.valueOf(row.get(UUID)))
                        .toList();
        int here = (int) (index - from);
        if (here >= around.size() || !Objects.equals(around.get(here), uuid)) {
            return at == null ? Place.UNKNOWN : place(ref, table, values, where, null);
        }
        return new Place(
                index, here == 0 ? null : around.get(here - 1), here + 1 < around.size() ? around.get(here + 1) : null);
    }

    /** How many of the selection are earlier: its place if the release is sorted by time; -1 if it has none. */
    private long counted(TableRef ref, PublishedTable table, Map<String, @Nullable Object> values, String where) {
        String time = table.common().time();
        if (time == null || !(values.get(time) instanceof String moment)) {
            return -1;
        }
        String earlier = "%s < %s".formatted(time, moment);
        return data.count(ref, where.isBlank() ? earlier : "(%s) and %s".formatted(where, earlier))
                .rows();
    }

    private List<Map<String, @Nullable Object>> rows(TableRef ref, RowsRequest request) {
        try (RowStream rows = data.rows(ref, request)) {
            return RowValues.of(rows);
        }
    }
}
