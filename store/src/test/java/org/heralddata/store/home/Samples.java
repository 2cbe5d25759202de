package org.heralddata.store.home;

import java.util.BitSet;
import java.util.List;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.StagedTable;
import org.jspecify.annotations.Nullable;

/** Small tables to publish in tests. */
final class Samples {
    static final CollectionId ID = new CollectionId("toy");

    /** Columns of {@link #events}. */
    static final List<Column> EVENTS = List.of(
            Column.of("id", ColumnType.INT64),
            Column.of("t", ColumnType.TIMESTAMP),
            Column.of("e", ColumnType.FLOAT32).withUnit("GeV").withDescription("energy"));

    private Samples() {}

    static CollectionDescription collection() {
        return new CollectionDescription(
                ID,
                "Toy",
                "A toy",
                "cosmic-ray",
                null,
                null,
                null,
                List.of(new Creator("Toy Collaboration", null, null)),
                new Licence("CC-BY-4.0", null),
                null,
                null,
                null,
                List.of("toy"),
                List.of(),
                new Access.Open());
    }

    /** Rows {@code from} to {@code from + rows}, times falling, the energy of every tenth missing. */
    static Batch events(int from, int rows) {
        long[] id = new long[rows];
        long[] t = new long[rows];
        double[] e = new double[rows];
        var nulls = new BitSet();
        for (int i = 0; i < rows; i++) {
            id[i] = (long) from + i;
            t[i] = 1_700_000_000_000_000_000L - (from + i) * 1_000_001L;
            e[i] = (from + i) * 0.5;
            nulls.set(i, (from + i) % 10 == 9);
        }
        return new Batch(
                rows,
                List.of(
                        new Vector.Longs(id, rows, null),
                        new Vector.Longs(t, rows, null),
                        new Vector.Doubles(e, rows, nulls)));
    }

    static PublishedTable published(String name, long rows, List<Column> columns, SortOrder sort) {
        return new PublishedTable(
                name,
                "",
                rows,
                columns.stream().map(Samples::published).toList(),
                List.of(),
                new CommonEvent("uuid", null, null, null, null, null),
                sort);
    }

    /** Publishes a table {@code events} of so many rows. */
    static Release publish(Home home, @Nullable String name, int rows) {
        try (ReleaseTransaction transaction = home.begin(ID, java.util.Optional.ofNullable(name))) {
            StagedTable table = transaction.table("events", EVENTS, SortOrder.TIME, "t");
            for (int from = 0; from < rows; from += Batch.ROWS) {
                table.append(events(from, Math.min(Batch.ROWS, rows - from)));
            }
            table.finish();
            return transaction.commit(
                    collection(),
                    "herald test",
                    "herald: 1\n",
                    List.of(published("events", rows, EVENTS, SortOrder.TIME)),
                    List.of(),
                    List.of());
        }
    }

    private static PublishedColumn published(Column column) {
        return new PublishedColumn(
                column.name(),
                column.type(),
                column.shape(),
                new Unit(column.unit() == null ? "" : column.unit()),
                Ucd.NONE,
                column.description() == null ? "" : column.description(),
                null,
                null,
                false,
                new ColumnStatistics(0, 0, 0, null, null));
    }
}
