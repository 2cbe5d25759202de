package org.heralddata.bench.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableHeader;

/** Columns of {@code float64} in memory, half noise, half rounded; seeded. */
@SuppressWarnings("ArrayRecordComponent") // the arrays that every library is given
record Columns(double[][] values) {

    static Columns of(int rows, int width) {
        var random = new SplittableRandom(1);
        double[][] values = new double[width][rows];
        for (int c = 0; c < width; c++) {
            for (int i = 0; i < rows; i++) {
                values[c][i] = c % 2 == 0 ? random.nextGaussian() : Math.rint(random.nextDouble() * 1000) / 10;
            }
        }
        return new Columns(values);
    }

    int rows() {
        return values[0].length;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < values.length; c++) {
            names.add("c" + c);
        }
        return names;
    }

    TableHeader header() {
        List<Column> columns =
                names().stream().map(n -> Column.of(n, ColumnType.FLOAT64)).toList();
        return new TableHeader("events", "", OptionalLong.of(rows()), columns, new LinkedHashMap<>());
    }

    List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < rows(); from += Batch.ROWS) {
            int count = Math.min(Batch.ROWS, rows() - from);
            List<Vector> vectors = new ArrayList<>();
            for (double[] column : values) {
                vectors.add(new Vector.Doubles(Arrays.copyOfRange(column, from, from + count), count, null));
            }
            batches.add(new Batch(count, vectors));
        }
        return batches;
    }

    double sum() {
        double sum = 0;
        for (double[] column : values) {
            sum += sum(column, column.length);
        }
        return sum;
    }

    static double sum(double[] values, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return sum;
    }
}
