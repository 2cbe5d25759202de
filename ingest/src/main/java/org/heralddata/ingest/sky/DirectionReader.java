package org.heralddata.ingest.sky;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.heralddata.model.descriptor.DirectionMapping;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.Site;
import org.heralddata.model.table.Vector;
import org.jastronomy.jsofa.JSOFA;
import org.jspecify.annotations.Nullable;

/** Reads the directions of events as ICRS. For one thread. */
public final class DirectionReader {
    private final ToIcrs how;
    private final @Nullable LocalToIcrs local;
    private long impossible;

    /**
     * ICRS directions of some rows, all three null together.
     *
     * @param raDeg   0 to 360 (360 excluded)
     * @param decDeg  -90 to 90
     * @param healpix nested index of order {@value Healpix#MAX_ORDER}
     */
    public record Directions(Vector.Doubles raDeg, Vector.Doubles decDeg, Vector.Longs healpix) {}

    /** Turns the numbers of a row into a unit vector in ICRS; false if they are no direction. */
    private interface ToIcrs {
        boolean turn(double[] row, long utcNs, double[] direction);
    }

    private DirectionReader(ToIcrs how, @Nullable LocalToIcrs local) {
        this.how = how;
        this.local = local;
    }

    /**
     * @param site where local directions are measured; null if the mapping needs none
     * @throws IllegalArgumentException if the mapping needs a site and there is none, or azimuth runs to where it starts
     */
    public static DirectionReader of(DirectionMapping mapping, @Nullable Site site) {
        return switch (mapping) {
            case DirectionMapping.Equatorial _ ->
                new DirectionReader((row, _, p) -> spherical(row[0], row[1], p), null);
            case DirectionMapping.Galactic _ -> new DirectionReader(DirectionReader::galactic, null);
            case DirectionMapping.Horizontal(var _, var _, var from, var to, var points) -> {
                var turner = new LocalToIcrs(required(site));
                var horizon = new Horizon(from, to, points);
                yield new DirectionReader(
                        (row, utcNs, p) -> {
                            if (!horizon.direction(row[0], row[1], p)) {
                                return false;
                            }
                            turner.turn(p, utcNs);
                            return true;
                        },
                        turner);
            }
            case DirectionMapping.LocalVector(var _, var _, var _, var points) -> {
                var turner = new LocalToIcrs(required(site));
                double sign = points == DirectionMapping.Points.ORIGIN ? 1 : -1;
                yield new DirectionReader(
                        (row, utcNs, p) -> {
                            double length = sign * Math.hypot(Math.hypot(row[0], row[1]), row[2]);
                            for (int i = 0; i < 3; i++) {
                                p[i] = row[i] / length;
                            }
                            if (!Double.isFinite(p[0] + p[1] + p[2])) {
                                return false;
                            }
                            turner.turn(p, utcNs);
                            return true;
                        },
                        turner);
            }
        };
    }

    /** True if a direction needs a time, too. */
    public boolean isLocal() {
        return local != null;
    }

    /**
     * @param columns angles in degrees, or components of a vector, in the order of the mapping; NaN if there is none
     * @param times   nanoseconds of UTC; null only if {@link #isLocal} is not
     */
    public Directions read(List<Vector.Doubles> columns, Vector.@Nullable Longs times) {
        int size = columns.getFirst().size();
        var ra = new double[size];
        var dec = new double[size];
        var healpix = new long[size];
        BitSet nulls = null;
        var row = new double[columns.size()];
        var direction = new double[3];
        for (int r = 0; r < size; r++) {
            if (has(columns, times, r) && turned(columns, times, r, row, direction)) {
                double degrees = Math.toDegrees(Math.atan2(direction[1], direction[0]));
                ra[r] = degrees < 0 ? (degrees + 360) % 360 : degrees;
                dec[r] = Math.toDegrees(Math.atan2(direction[2], Math.hypot(direction[0], direction[1])));
                healpix[r] = Healpix.index(Healpix.MAX_ORDER, ra[r], dec[r]);
            } else {
                nulls = nulls == null ? new BitSet(size) : nulls;
                nulls.set(r);
            }
        }
        return new Directions(
                new Vector.Doubles(ra, size, nulls),
                new Vector.Doubles(dec, size, nulls),
                new Vector.Longs(healpix, size, nulls));
    }

    /** What there is to tell of the directions read so far, one sentence each; empty if all is well. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (impossible > 0) {
            notes.add(impossible + " directions are NaN or no direction and became null");
        }
        if (local != null) {
            notes.addAll(local.notes());
        }
        return List.copyOf(notes);
    }

    private static boolean has(List<Vector.Doubles> columns, Vector.@Nullable Longs times, int row) {
        for (Vector.Doubles column : columns) {
            if (column.isNull(row)) {
                return false;
            }
        }
        return times == null || !times.isNull(row);
    }

    private boolean turned(
            List<Vector.Doubles> columns, Vector.@Nullable Longs times, int r, double[] row, double[] direction) {
        for (int c = 0; c < row.length; c++) {
            row[c] = columns.get(c).values()[r];
        }
        boolean turned = how.turn(row, times == null ? 0 : times.values()[r], direction);
        if (!turned) {
            impossible++;
        }
        return turned;
    }

    private static boolean spherical(double longitudeDeg, double latitudeDeg, double[] direction) {
        if (!(Double.isFinite(longitudeDeg) && Math.abs(latitudeDeg) <= 90)) {
            return false;
        }
        double longitude = Math.toRadians(longitudeDeg);
        double latitude = Math.toRadians(latitudeDeg);
        direction[0] = Math.cos(latitude) * Math.cos(longitude);
        direction[1] = Math.cos(latitude) * Math.sin(longitude);
        direction[2] = Math.sin(latitude);
        return true;
    }

    private static boolean galactic(double[] row, long utcNs, double[] direction) {
        if (!(Double.isFinite(row[0]) && Math.abs(row[1]) <= 90)) {
            return false;
        }
        JSOFA.SphericalCoordinate icrs = JSOFA.jauG2icrs(Math.toRadians(row[0]), Math.toRadians(row[1]));
        return spherical(Math.toDegrees(icrs.alpha), Math.toDegrees(icrs.delta), direction);
    }

    private static Site required(@Nullable Site site) {
        if (site == null) {
            throw new IllegalArgumentException("local directions need a site");
        }
        return site;
    }
}
