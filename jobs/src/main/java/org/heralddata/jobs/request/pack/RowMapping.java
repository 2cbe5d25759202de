package org.heralddata.jobs.request.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.query.RowStream;
import org.jspecify.annotations.Nullable;

/**
 * For each event its row, from 0, in the table of the events and in those of the components; -1 where it lacks one. So KCDC's
 * {@code row_mapping.txt} has it.
 */
final class RowMapping implements RowStream {
    private final RowStream flags;
    private final List<Column> columns;
    private final long[] next;

    /** @param flags one boolean column a component, in the order of {@code columns} after the first */
    RowMapping(RowStream flags, List<Column> columns) {
        this.flags = flags;
        this.columns = columns;
        next = new long[columns.size()];
    }

    /** Of the mapping of some components. */
    static List<Column> columns(List<String> components) {
        return Stream.concat(Stream.of("general"), components.stream())
                .map(name -> new Column(
                        name,
                        ColumnType.INT64,
                        Shape.SCALAR,
                        null,
                        "meta.record",
                        "Row in the table `%s`, from 0; -1 if the event has none".formatted(name)))
                .toList();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public @Nullable Batch next() {
        Batch batch = flags.next();
        if (batch == null) {
            return null;
        }
        var mapped = new ArrayList<Vector>();
        long[] events = new long[batch.rows()];
        for (int row = 0; row < events.length; row++) {
            events[row] = next[0]++;
        }
        mapped.add(new Vector.Longs(events, events.length, null));
        for (int i = 1; i < next.length; i++) {
            mapped.add(rows((Vector.Longs) batch.vectors().get(i - 1), i));
        }
        return new Batch(batch.rows(), mapped);
    }

    private Vector rows(Vector.Longs has, int component) {
        long[] rows = new long[has.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = !has.isNull(row) && has.values()[row] != 0 ? next[component]++ : -1;
        }
        return new Vector.Longs(rows, rows.length, null);
    }

    @Override
    public void close() {
        flags.close();
    }
}
