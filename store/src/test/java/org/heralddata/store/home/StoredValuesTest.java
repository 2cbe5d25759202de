package org.heralddata.store.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.StagedTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every type of column, as scalar (by the streaming way) and as list (by the appending way), comes back as it was. */
class StoredValuesTest {
    @TempDir
    Path folder;

    @Test
    void keepsScalarsOfEveryType() {
        assertThat(roundTrip(Shape.SCALAR))
                .containsExactly(
                        row(
                                "true",
                                "-128",
                                "32767",
                                "-2147483648",
                                "9223372036854775807",
                                "255",
                                "65535",
                                "4294967295",
                                "18446744073709551615",
                                "0.1",
                                "0.1",
                                "käse",
                                "\\x00\\xFF",
                                "1969-12-31 23:59:59.999999",
                                "999"),
                        row(
                                "false",
                                "0",
                                "0",
                                "0",
                                "0",
                                "0",
                                "0",
                                "0",
                                "0",
                                "NaN",
                                "Infinity",
                                "",
                                "",
                                "2262-04-11 23:47:16.854775",
                                "807"),
                        row(
                                (@Nullable String) null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
    }

    @Test
    void keepsListsOfEveryType() {
        assertThat(roundTrip(Shape.LIST))
                .containsExactly(
                        row(
                                "[true, false]",
                                "[-128, 0]",
                                "[32767, 0]",
                                "[-2147483648, 0]",
                                "[9223372036854775807, 0]",
                                "[255, 0]",
                                "[65535, 0]",
                                "[4294967295, 0]",
                                "[18446744073709551615, 0]",
                                "[0.1, nan]",
                                "[0.1, inf]",
                                "[käse, '']",
                                "['\\\\x00\\\\xFF', '']",
                                "['1969-12-31 23:59:59.999999', '2262-04-11 23:47:16.854775']",
                                "[999, 807]"),
                        row("[]", "[]", "[]", "[]", "[]", "[]", "[]", "[]", "[]", "[]", "[]", "[]", "[]", "[]", "[]"),
                        row(
                                (@Nullable String) null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        row(
                                "[NULL]", "[NULL]", "[NULL]", "[NULL]", "[NULL]", "[NULL]", "[NULL]", "[NULL]",
                                "[NULL]", "[NULL]", "[NULL]", "[NULL]", "[NULL]", "[NULL]", "[NULL]"));
    }

    @Test
    void keepsListsOfListsOfEveryType() {
        assertThat(roundTrip(Shape.of(Shape.VARIES, Shape.VARIES)))
                .containsExactly(
                        row(
                                "[[true, false], []]",
                                "[[-128, 0], []]",
                                "[[32767, 0], []]",
                                "[[-2147483648, 0], []]",
                                "[[9223372036854775807, 0], []]",
                                "[[255, 0], []]",
                                "[[65535, 0], []]",
                                "[[4294967295, 0], []]",
                                "[[18446744073709551615, 0], []]",
                                "[[0.1, nan], []]",
                                "[[0.1, inf], []]",
                                "[[käse, ''], []]",
                                "[['\\\\x00\\\\xFF', ''], []]",
                                "[['1969-12-31 23:59:59.999999', '2262-04-11 23:47:16.854775'], []]",
                                "[[999, 807], []]"),
                        row(nested("[NULL, [NULL]]")),
                        row(nested("[]")),
                        row(nested(null)));
    }

    private static @Nullable String[] nested(@Nullable String everywhere) {
        @Nullable String[] cells = new @Nullable String[15];
        Arrays.fill(cells, everywhere);
        return cells;
    }

    private List<List<@Nullable String>> roundTrip(Shape shape) {
        List<Column> columns = Arrays.stream(ColumnType.values())
                .map(type -> Column.of(type.label(), type).withShape(shape))
                .toList();
        List<Vector> scalars = columns.stream().map(c -> vector(c.type())).toList();
        List<Vector> vectors = shape.isScalar()
                ? scalars
                : scalars.stream()
                        .map(StoredValuesTest::lists)
                        .map(lists -> shape.isNested() ? listsOfLists(lists) : lists)
                        .toList();
        int rows = vectors.getFirst().size();
        try (Home home = TestHomes.open(folder);
                ReleaseTransaction transaction = home.begin(Samples.ID, Optional.empty())) {
            StagedTable table = transaction.table("values", columns, SortOrder.NONE, null);
            table.append(new Batch(rows, vectors));
            table.finish();
            Release release = transaction.commit(
                    Samples.collection(),
                    "test",
                    "",
                    List.of(Samples.published("values", rows, columns, SortOrder.NONE)),
                    List.of(),
                    List.of());
            return Parquet.query(home.catalogue().scan(release, "values"), "", "SELECT * FROM scan");
        }
    }

    private static Vector vector(ColumnType type) {
        var nulls = new BitSet();
        nulls.set(2);
        return switch (type) {
            case BOOL -> longs(nulls, 1, 0);
            case INT8 -> longs(nulls, -128, 0);
            case INT16 -> longs(nulls, 32767, 0);
            case INT32 -> longs(nulls, Integer.MIN_VALUE, 0);
            case INT64 -> longs(nulls, Long.MAX_VALUE, 0);
            case UINT8 -> longs(nulls, 255, 0);
            case UINT16 -> longs(nulls, 65535, 0);
            case UINT32 -> longs(nulls, 4294967295L, 0);
            case UINT64 -> longs(nulls, -1, 0);
            case FLOAT32 -> new Vector.Doubles(new double[] {0.1f, Double.NaN, 0}, 3, nulls);
            case FLOAT64 -> new Vector.Doubles(new double[] {0.1, Double.POSITIVE_INFINITY, 0}, 3, nulls);
            case STRING -> new Vector.Strings(new @Nullable String[] {"käse", "", null}, 3, nulls);
            case BYTES -> new Vector.Blobs(new byte[][] {{0, -1}, {}, {}}, 3, nulls);
            case TIMESTAMP -> longs(nulls, -1, Long.MAX_VALUE);
        };
    }

    private static Vector longs(BitSet nulls, long first, long second) {
        return new Vector.Longs(new long[] {first, second, 0}, 3, nulls);
    }

    /** Of {@link #lists}: the first two, the last two, none, no list. */
    private static Vector listsOfLists(Vector lists) {
        var nulls = new BitSet();
        nulls.set(3);
        return new Vector.Lists(new int[] {0, 2, 4, 4, 4}, lists, 4, nulls);
    }

    /** Two elements, none, no list, a null element. */
    private static Vector lists(Vector elements) {
        var nulls = new BitSet();
        nulls.set(2);
        return new Vector.Lists(new int[] {0, 2, 2, 2, 3}, elements, 4, nulls);
    }

    private static List<@Nullable String> row(@Nullable String... cells) {
        return Arrays.asList(cells);
    }
}
