package org.heralddata.formats.votable.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.heralddata.formats.votable.VotableReader;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TABLEDATA and BINARY, which have no mask: the third of three rows is missing throughout. */
class SerializationsTest {
    private static final BitSet THIRD = BitSet.valueOf(new long[] {4});

    @TempDir
    Path folder;

    private static Column column(ColumnType type, Shape shape) {
        return new Column(type.name() + shape.sizes().size(), type, shape, null, null, null);
    }

    private static Map<Column, Vector> table() {
        var table = new LinkedHashMap<Column, Vector>();
        table.put(column(ColumnType.BOOL, Shape.SCALAR), longs(1, 0));
        table.put(column(ColumnType.UINT8, Shape.SCALAR), longs(255, 0));
        table.put(column(ColumnType.INT8, Shape.SCALAR), longs(-128, 127));
        table.put(column(ColumnType.INT16, Shape.SCALAR), longs(Short.MIN_VALUE, Short.MAX_VALUE));
        table.put(column(ColumnType.UINT16, Shape.SCALAR), longs(65535, 0));
        table.put(column(ColumnType.INT32, Shape.SCALAR), longs(Integer.MIN_VALUE, Integer.MAX_VALUE));
        table.put(column(ColumnType.UINT32, Shape.SCALAR), longs(4294967295L, 0));
        table.put(column(ColumnType.INT64, Shape.SCALAR), longs(Long.MIN_VALUE + 1, Long.MAX_VALUE));
        table.put(column(ColumnType.FLOAT32, Shape.SCALAR), doubles(1.1f, Double.NEGATIVE_INFINITY));
        table.put(column(ColumnType.FLOAT64, Shape.SCALAR), doubles(0.1, Double.POSITIVE_INFINITY));
        table.put(
                column(ColumnType.STRING, Shape.SCALAR),
                new Vector.Strings(new String[] {"a<b & \"c\"", "\u03b3", null}, 3, THIRD));
        table.put(
                column(ColumnType.INT32, Shape.LIST),
                new Vector.Lists(new int[] {0, 1, 3, 3}, new Vector.Longs(new long[] {5, -6, 7}, 3, null), 3, THIRD));
        table.put(
                column(ColumnType.FLOAT64, Shape.of(2)),
                new Vector.Lists(
                        new int[] {0, 2, 4, 4}, new Vector.Doubles(new double[] {1, 2.5, 3, 4}, 4, null), 3, THIRD));
        return table;
    }

    private static Vector longs(long first, long second) {
        return new Vector.Longs(new long[] {first, second, 0}, 3, THIRD);
    }

    private static Vector doubles(double first, double second) {
        return new Vector.Doubles(new double[] {first, second, Double.NaN}, 3, THIRD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tabledata", "binary", "binary2"})
    void valuesComeBackAndSoDoMissingOnes(String serialization) throws IOException {
        Map<Column, Vector> table = table();
        Path file = folder.resolve("t.vot");
        var header = new TableHeader("t", "", OptionalLong.empty(), List.copyOf(table.keySet()), new LinkedHashMap<>());
        try (OutputStream out = Files.newOutputStream(file);
                TableSink sink =
                        new VotableWriter().serialized(serialization, Map.of()).open(out, header)) {
            sink.write(new Batch(3, List.copyOf(table.values())));
            sink.finish();
        }
        try (var read = new VotableReader().open(file, ReadOptions.NONE);
                var rows = read.read("t", List.of())) {
            Batch batch = Objects.requireNonNull(rows.next());
            var written = new ArrayList<>(table.values());
            for (int c = 0; c < written.size(); c++) {
                String what = header.columns().get(c).name();
                for (int row = 0; row < 2; row++) {
                    assertThat(shown(batch.vectors().get(c), row))
                            .as("%s in row %d", what, row)
                            .isEqualTo(shown(written.get(c), row));
                }
                assertThat(shown(batch.vectors().get(c), 2))
                        .as("%s missing", what)
                        .isIn("null", "[]", "", "[NaN, NaN]");
            }
        }
    }

    private static String shown(Vector vector, int row) {
        if (vector.isNull(row)) {
            return "null";
        }
        return switch (vector) {
            case Vector.Longs longs -> Long.toString(longs.values()[row]);
            case Vector.Doubles doubles -> Double.toString(doubles.values()[row]);
            case Vector.Strings texts -> String.valueOf(texts.values()[row]);
            case Vector.Blobs _ -> throw new IllegalArgumentException("no bytes here");
            case Vector.Lists lists -> {
                var cells = new ArrayList<String>();
                for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                    cells.add(lists.elements().isNull(i) ? "NaN" : shown(lists.elements(), i));
                }
                yield cells.toString();
            }
        };
    }
}
