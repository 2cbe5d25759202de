package org.heralddata.query.engine;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.Batch;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest.Order;
import org.jspecify.annotations.Nullable;

/** Rows of a table that pass a cut, read from where it costs least. */
final class RowQueries {
    private final Copies copies;
    private final Streams streams;
    private final Duration timeOut;

    RowQueries(Copies copies, Streams streams, Duration timeOut) {
        this.copies = copies;
        this.streams = streams;
        this.timeOut = timeOut;
    }

    RowStream rows(Source source, Cut cut, Engine.Row row, List<Order> order, @Nullable Long limit, long offset) {
        Place place = copies.place(source);
        var wanted = new Wanted(cut, row, order, limit, offset);
        if (!order.isEmpty()) {
            return read(wanted, place, "");
        }
        if (limit != null && place.mayBeginWith(cut, limit + offset)) {
            List<Batch> first = few(print(wanted, place, "", _ -> place.head()), wanted);
            if (first.stream().mapToLong(Batch::rows).sum() == limit) {
                return new ReadRows(row.columns(), first);
            }
        }
        Place inOrder = place.inOrder(cut, limit == null ? Long.MAX_VALUE : limit + offset);
        return read(wanted, inOrder, inOrder.byRow());
    }

    RowStream rowsInAnyOrder(Source source, Cut cut, Engine.Row row, @Nullable Long limit) {
        return read(new Wanted(cut, row, List.of(), limit, 0), copies.place(source), "");
    }

    private record Wanted(
            Cut cut,
            Engine.Row row,
            List<Order> order,
            @Nullable Long limit,
            long offset) {}

    /** Names a relation by the columns used, in the way of {@link Relation}. */
    private interface From {
        String relation(Set<String> used);
    }

    private RowStream read(Wanted wanted, Place place, String last) {
        String sql = print(wanted, place, last, used -> place.relation(wanted.cut, used));
        return wanted.limit != null && wanted.limit <= Copy.FEW
                ? new ReadRows(wanted.row.columns(), few(sql, wanted))
                : streams.open(sql, wanted.row.columns(), timeOut);
    }

    private List<Batch> few(String sql, Wanted wanted) {
        int most = (int) Math.clamp(wanted.limit == null ? Copy.FEW : wanted.limit, 1L, Copy.FEW);
        return streams.few(sql, wanted.row.columns(), most, timeOut);
    }

    /** @param last to sort by after what was asked for; may be empty */
    private static String print(Wanted wanted, Place place, String last, From from) {
        Source source = place.source();
        var condition = new CutSql(place);
        String where = condition.print(wanted.cut);
        Set<String> used = new TreeSet<>(condition.used());
        String cells = wanted.row.outputs().stream()
                .map(o -> RowSql.output(source, o, used))
                .collect(Collectors.joining(", "));
        String sorted = Stream.concat(
                        wanted.order.stream().map(o -> RowSql.sorted(source, o, used)),
                        Stream.of(last).filter(name -> !name.isEmpty()))
                .collect(Collectors.joining(", "));
        return "SELECT " + cells + " FROM " + from.relation(used) + " WHERE " + where
                + (sorted.isEmpty() ? "" : " ORDER BY " + sorted)
                + (wanted.limit == null ? "" : " LIMIT " + wanted.limit)
                + (wanted.offset == 0 ? "" : " OFFSET " + wanted.offset);
    }
}
