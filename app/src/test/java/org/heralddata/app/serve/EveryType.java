package org.heralddata.app.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.StagedTable;
import org.heralddata.store.home.Home;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;

/** A collection of one table whose columns are of every type and shape, with values missing, empty, extreme. */
final class EveryType {
    static final int ROWS = 20_000;
    static final List<Column> COLUMNS = List.of(
            Column.of("uuid", ColumnType.STRING).withUcd("meta.id;meta.main"),
            Column.of("n", ColumnType.INT64).withDescription("a number beyond 2^53"),
            Column.of("small", ColumnType.INT16),
            Column.of("e", ColumnType.FLOAT32).withUnit("log(eV)").withUcd("phys.energy"),
            Column.of("ze", ColumnType.FLOAT64)
                    .withUnit("deg")
                    .withUcd("pos.az.zd")
                    .withDescription("Zenith angle"),
            Column.of("ra", ColumnType.FLOAT64).withUnit("deg").withUcd("pos.eq.ra"),
            Column.of("dec", ColumnType.FLOAT64).withUnit("deg").withUcd("pos.eq.dec"),
            Column.of("healpix", ColumnType.INT64),
            Column.of("time", ColumnType.TIMESTAMP).withUcd("time.epoch"),
            Column.of("seen", ColumnType.TIMESTAMP).withUcd("time.epoch"),
            Column.of("kind", ColumnType.STRING),
            Column.of("flag", ColumnType.BOOL),
            Column.of("big", ColumnType.UINT64),
            Column.of("edep", ColumnType.FLOAT32).withShape(Shape.LIST).withUnit("MeV"),
            Column.of("hits", ColumnType.INT32).withShape(Shape.LIST),
            Column.of("place", ColumnType.FLOAT64).withShape(Shape.of(3)).withUnit("m"),
            Column.of("corners", ColumnType.INT16).withShape(Shape.of(2)),
            Column.of("words", ColumnType.STRING).withShape(Shape.LIST),
            Column.of("waves", ColumnType.FLOAT32)
                    .withShape(Shape.of(Shape.VARIES, Shape.VARIES))
                    .withUnit("V"),
            Column.of("moments", ColumnType.TIMESTAMP).withShape(Shape.of(Shape.VARIES, Shape.VARIES)));

    static final int BIG = COLUMNS.stream().map(Column::name).toList().indexOf("big");

    private EveryType() {}

    /** Makes release {@code r1} of the collection {@code toy}. */
    static void publish(Home home) {
        try (ReleaseTransaction release = home.begin(new CollectionId("toy"), Optional.of("r1"))) {
            StagedTable table = release.table("events", COLUMNS, SortOrder.TIME, "time");
            for (int from = 0; from < ROWS; from += Batch.ROWS) {
                table.append(batch(from, Math.min(Batch.ROWS, ROWS - from)));
            }
            table.finish();
            release.commit(about(), "herald test", "herald: 1\n", List.of(published()), List.of(), List.of());
        }
    }

    /** Every seventh value or so is missing, each column at other rows; lists also are empty. */
    static List<@Nullable Object> row(int k) {
        double ra = k * 0.018;
        double dec = 60 * Math.sin(k * 0.1);
        return Tables.row(
                "00000000-0000-5000-8000-%012d".formatted(k),
                Long.MAX_VALUE - k,
                k % 7 == 6 ? null : k % 100 - 50L,
                k % 7 == 5 ? null : k % 11 == 5 ? Double.NaN : (double) (float) (14 + k % 1000 / 300.0),
                k % 600 / 10.0,
                ra,
                dec,
                Healpix.index(29, ra, dec),
                1_072_915_200_000_000_001L + k * 1_000_000_007L,
                k % 7 == 4 ? null : -1_000_000_000_123_456_789L + k * 987_654_321_987_654L,
                k % 7 == 3 ? null : k % 7 == 2 ? "" : k % 2 == 0 ? "gamma" : "a, \"b\" <é>",
                k % 7 == 2 ? null : k % 3 == 0,
                k % 7 == 1 ? null : k * 0x9E3779B97F4A7C15L,
                k % 7 == 0 ? null : list(k % 4, i -> (double) (float) (k * 0.1 + i)),
                k % 7 == 6 ? null : list(k % 3, i -> (long) k * (i + 1) * (i % 2 == 0 ? 1 : -1)),
                k % 7 == 5 ? null : list(3, i -> 1e3 * Math.sin(k * 7919.0 + i)),
                list(2, i -> (long) (k % 1000) - 500L * i),
                k % 7 == 4 ? null : list(k % 3, i -> i == 0 ? "µ " + k : "with \"quotes\", commas"),
                k % 7 == 3 ? null : waves(k),
                k % 7 == 2 ? null : list(k % 3, i -> list((k + i) % 3, j -> 1_000_000_007L * k - j)));
    }

    /** No list, lists without values, a list that is missing. */
    private static List<@Nullable Object> waves(int k) {
        var waves = new ArrayList<@Nullable Object>(list(
                k % 4, i -> list((k + i) % 3, j -> (double) (float) (k * 0.1 - j))));
        if (k % 5 == 0 && !waves.isEmpty()) {
            waves.set(0, null);
        }
        return waves;
    }

    static List<Object> list(int size, IntFunction<Object> element) {
        return IntStream.range(0, size).mapToObj(element).toList();
    }

    private static Batch batch(int from, int rows) {
        return Tables.batch(
                COLUMNS,
                IntStream.range(from, from + rows).mapToObj(EveryType::row).toList());
    }

    private static CollectionDescription about() {
        return new CollectionDescription(
                new CollectionId("toy"),
                "Toy showers",
                "Showers for a test.",
                "cosmic-ray",
                null,
                null,
                null,
                List.of(new Creator("Doe, Jane", null, null)),
                new Licence("CC-BY-4.0", null),
                "10.1000/182",
                null,
                null,
                List.of(),
                List.of(),
                new Access.Open());
    }

    private static PublishedTable published() {
        var columns = new ArrayList<PublishedColumn>();
        for (Column column : COLUMNS) {
            columns.add(new PublishedColumn(
                    column.name(),
                    column.type(),
                    column.shape(),
                    new Unit(column.unit() == null ? "" : column.unit()),
                    new Ucd(column.ucd() == null ? "" : column.ucd()),
                    column.description() == null ? "" : column.description(),
                    null,
                    null,
                    false,
                    statistics(column.name())));
        }
        return new PublishedTable(
                "events",
                "Toy events",
                ROWS,
                columns,
                List.of(),
                new CommonEvent("uuid", "time", "ra", "dec", "healpix", null),
                SortOrder.TIME);
    }

    /** Of nulls and NaNs, which the engine relies on. */
    private static ColumnStatistics statistics(String column) {
        int place = COLUMNS.stream().map(Column::name).toList().indexOf(column);
        long nulls =
                IntStream.range(0, ROWS).filter(k -> row(k).get(place) == null).count();
        long nans = IntStream.range(0, ROWS)
                .filter(k -> row(k).get(place) instanceof Double d && d.isNaN())
                .count();
        return new ColumnStatistics(nulls, nans, 0, null, null);
    }
}
