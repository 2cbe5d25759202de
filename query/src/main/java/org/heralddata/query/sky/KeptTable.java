package org.heralddata.query.sky;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;

/**
 * The rows of a table that have a direction, in memory, by rising declination. A cone is a band of declinations, found by halving,
 * and of that band the unit vectors whose distance (the chord) is small enough. Immutable.
 */
final class KeptTable {
    private final List<Column> columns;
    private final List<Vector> vectors;
    private final double[] dec;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final long bytes;

    private KeptTable(List<Column> columns, List<Vector> vectors, double[] ra, double[] dec) {
        this.columns = List.copyOf(columns);
        this.vectors = List.copyOf(vectors);
        this.dec = dec;
        x = new double[dec.length];
        y = new double[dec.length];
        z = new double[dec.length];
        for (int i = 0; i < dec.length; i++) {
            x[i] = x(ra[i], dec[i]);
            y[i] = y(ra[i], dec[i]);
            z[i] = z(dec[i]);
        }
        bytes = 32L * dec.length + vectors.stream().mapToLong(VectorRows::bytes).sum();
    }

    /**
     * @param raColumn  place of the column of right ascensions, degrees
     * @param decColumn place of the column of declinations
     * @param batches   of all rows
     */
    static KeptTable of(List<Column> columns, int raColumn, int decColumn, List<Batch> batches) {
        if (batches.isEmpty()) {
            return new KeptTable(columns, List.of(), new double[0], new double[0]);
        }
        Vector allRa = joined(batches, raColumn);
        Vector allDec = joined(batches, decColumn);
        double[] ra = numbers(allRa);
        double[] dec = numbers(allDec);
        int[] byDec = IntStream.range(0, dec.length)
                .filter(i -> !allRa.isNull(i) && !allDec.isNull(i) && !Double.isNaN(ra[i]) && !Double.isNaN(dec[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(dec[a], dec[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        var vectors = new ArrayList<Vector>();
        for (int c = 0; c < columns.size(); c++) {
            vectors.add(VectorRows.take(joined(batches, c), byDec, 0, byDec.length));
        }
        return new KeptTable(
                columns,
                vectors,
                Arrays.stream(byDec).mapToDouble(i -> ra[i]).toArray(),
                Arrays.stream(byDec).mapToDouble(i -> dec[i]).toArray());
    }

    private static Vector joined(List<Batch> batches, int column) {
        return VectorRows.join(
                batches.stream().map(b -> b.vectors().get(column)).toList());
    }

    private static double[] numbers(Vector vector) {
        if (vector instanceof Vector.Doubles doubles) {
            return doubles.values();
        }
        throw new IllegalArgumentException("directions are floating-point numbers");
    }

    /** About how much memory it takes. */
    long bytes() {
        return bytes;
    }

    /** The first rows within a cone, by declination; at most {@code limit}. */
    int[] within(SkyPosition centre, double radiusDeg, long limit) {
        double margin = radiusDeg + 1e-9;
        int from = firstAtLeast(centre.decDeg() - margin);
        int to = firstAtLeast(centre.decDeg() + margin);
        double cx = x(centre.raDeg(), centre.decDeg());
        double cy = y(centre.raDeg(), centre.decDeg());
        double cz = z(centre.decDeg());
        double half = Math.sin(Math.toRadians(radiusDeg) / 2);
        // As wide at the rim as the selection language's cone
        double chord2 = 4 * half * half * (1 + 1e-14) + 1e-31;
        var found = new int[Math.min(16, to - from)];
        int size = 0;
        for (int i = from; i < to && size < limit; i++) {
            double dx = x[i] - cx;
            double dy = y[i] - cy;
            double dz = z[i] - cz;
            if (dx * dx + dy * dy + dz * dz <= chord2) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, Math.min(2 * size, to - from));
                }
                found[size++] = i;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private int firstAtLeast(double bound) {
        int low = 0;
        int high = dec.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dec[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Rows {@code rows[from]} to {@code rows[to]}, end excluded, of the named columns. */
    Batch rows(List<String> names, int[] rows, int from, int to) {
        List<Vector> taken = new ArrayList<>(names.size());
        for (String name : names) {
            taken.add(VectorRows.take(vectors.get(place(name)), rows, from, to));
        }
        return new Batch(to - from, taken);
    }

    Column column(String name) {
        return columns.get(place(name));
    }

    private int place(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }

    private static double x(double raDeg, double decDeg) {
        return Math.cos(Math.toRadians(decDeg)) * Math.cos(Math.toRadians(raDeg));
    }

    private static double y(double raDeg, double decDeg) {
        return Math.cos(Math.toRadians(decDeg)) * Math.sin(Math.toRadians(raDeg));
    }

    private static double z(double decDeg) {
        return Math.sin(Math.toRadians(decDeg));
    }
}
