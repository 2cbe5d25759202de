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

/**
 * A table as an event stream has it: of each four columns one of noise, one of rounded numbers, one of growing and one of
 * small integers. Seeded; kept in memory, so that making it is not measured.
 */
final class Sample {
    private final List<Column> columns = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private final long rows;

    Sample(int rows, int width) {
        this.rows = rows;
        for (int c = 0; c < width; c++) {
            columns.add(Column.of("c" + c, c % 4 < 2 ? ColumnType.FLOAT64 : ColumnType.INT64));
        }
        var random = new SplittableRandom(1);
        for (int from = 0; from < rows; from += Batch.ROWS) {
            int count = Math.min(Batch.ROWS, rows - from);
            List<Vector> vectors = new ArrayList<>();
            for (int c = 0; c < width; c++) {
                vectors.add(vector(c % 4, from, count, random));
            }
            batches.add(new Batch(count, vectors));
        }
    }

    private static Vector vector(int kind, int from, int count, SplittableRandom random) {
        double[] doubles = new double[count];
        long[] longs = new long[count];
        for (int i = 0; i < count; i++) {
            switch (kind) {
                case 0 -> doubles[i] = random.nextGaussian();
                case 1 -> doubles[i] = Math.rint(random.nextDouble() * 1000) / 10;
                case 2 -> longs[i] = (long) from + i;
                default -> longs[i] = random.nextInt(1000);
            }
        }
        return kind < 2 ? new Vector.Doubles(doubles, count, null) : new Vector.Longs(longs, count, null);
    }

    TableHeader header() {
        return new TableHeader("events", "", OptionalLong.of(rows), columns, new LinkedHashMap<>());
    }

    List<Batch> batches() {
        return batches;
    }

    long rows() {
        return rows;
    }
}
