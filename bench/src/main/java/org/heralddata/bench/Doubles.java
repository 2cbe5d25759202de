package org.heralddata.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableHeader;

/** A table of doubles in memory, seeded. */
final class Doubles {
    private final TableHeader header;
    private final List<Batch> batches = new ArrayList<>();
    private double sum;

    /** @param rounded true for numbers to a tenth as tables have them, false for noise, the worst case for compression */
    Doubles(int rows, int width, boolean rounded) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            columns.add(Column.of("c" + c, ColumnType.FLOAT64));
        }
        header = new TableHeader("events", "", OptionalLong.of(rows), columns, new LinkedHashMap<>());
        var random = new SplittableRandom(1);
        for (int from = 0; from < rows; from += Batch.ROWS) {
            int count = Math.min(Batch.ROWS, rows - from);
            List<Vector> vectors = new ArrayList<>();
            for (int c = 0; c < width; c++) {
                double[] values = new double[count];
                for (int i = 0; i < count; i++) {
                    values[i] = rounded ? Math.rint(random.nextDouble() * 1000) / 10 : random.nextGaussian();
                    sum += values[i];
                }
                vectors.add(new Vector.Doubles(values, count, null));
            }
            batches.add(new Batch(count, vectors));
        }
    }

    TableHeader header() {
        return header;
    }

    List<Batch> batches() {
        return batches;
    }

    /** Of all numbers. */
    double sum() {
        return sum;
    }
}
