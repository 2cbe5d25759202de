package org.heralddata.model.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heralddata.model.sky.SkyPosition;

/**
 * Corners joined by great circles. Seen from the centre of the sphere on the plane that touches it at the corners' mean direction, the
 * edges are straight lines; half of the sky does not appear there, and no polygon may.
 */
final class PolygonRegion implements Region {
    private final double[][] corners;
    private final double[] centre;
    private final double[] east;
    private final double[] north;
    private final double[] x;
    private final double[] y;

    PolygonRegion(List<SkyPosition> positions) {
        if (positions.size() < 3) {
            throw new IllegalArgumentException("a polygon needs 3 corners, not " + positions.size());
        }
        corners = positions.stream().map(PolygonRegion::vector).toArray(double[][]::new);
        centre = unit(sum(corners));
        double[] pole = Math.abs(centre[2]) < 0.9 ? new double[] {0, 0, 1} : new double[] {1, 0, 0};
        east = unit(cross(pole, centre));
        north = cross(centre, east);
        x = new double[corners.length];
        y = new double[corners.length];
        for (int i = 0; i < corners.length; i++) {
            double ahead = dot(corners[i], centre);
            if (!(ahead > 1e-9)) {
                throw new IllegalArgumentException(
                        "the corners of a polygon lie within 90 degrees of their mean direction");
            }
            x[i] = dot(corners[i], east) / ahead;
            y[i] = dot(corners[i], north) / ahead;
        }
    }

    static boolean fits(List<SkyPosition> positions) {
        double[][] all = positions.stream().map(PolygonRegion::vector).toArray(double[][]::new);
        double[] sum = sum(all);
        double length = Math.sqrt(dot(sum, sum));
        return length > 1e-9 && Arrays.stream(all).allMatch(v -> dot(v, sum) / length > 1e-9);
    }

    @Override
    public boolean contains(SkyPosition position) {
        double[] at = vector(position);
        double ahead = dot(at, centre);
        if (ahead <= 0) {
            return false;
        }
        double px = dot(at, east) / ahead;
        double py = dot(at, north) / ahead;
        boolean inside = false;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (y[i] > py != y[j] > py && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Each from its lower end to its upper one, as {@link #centre} has north. */
    List<SkyPolygon.Edge> edges() {
        List<SkyPolygon.Edge> edges = new ArrayList<>();
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            int low = y[i] < y[j] ? i : j;
            int high = low == i ? j : i;
            edges.add(new SkyPolygon.Edge(above(low), above(high), plain(cross(corners[low], corners[high]))));
        }
        return edges;
    }

    /** What has a positive product with directions below a corner. */
    private SkyPolygon.Vector above(int corner) {
        return new SkyPolygon.Vector(
                y[corner] * centre[0] - north[0], y[corner] * centre[1] - north[1], y[corner] * centre[2] - north[2]);
    }

    private static SkyPolygon.Vector plain(double[] v) {
        return new SkyPolygon.Vector(v[0], v[1], v[2]);
    }

    @Override
    public double toBorderDeg(SkyPosition position) {
        double[] at = vector(position);
        double least = Math.PI;
        for (int i = 0, j = corners.length - 1; i < corners.length; j = i++) {
            least = Math.min(least, toEdge(at, corners[j], corners[i]));
        }
        return Math.toDegrees(least);
    }

    /** The corners' mean direction. */
    SkyPosition centre() {
        return SkyPosition.of(
                Math.toDegrees(Math.atan2(centre[1], centre[0])),
                Math.toDegrees(Math.atan2(centre[2], Math.hypot(centre[0], centre[1]))));
    }

    private static double toEdge(double[] at, double[] from, double[] to) {
        double[] normal = cross(from, to);
        double length = Math.sqrt(dot(normal, normal));
        boolean beside = length > 0 && dot(cross(normal, from), at) >= 0 && dot(cross(to, normal), at) >= 0;
        return beside
                ? Math.asin(Math.min(1, Math.abs(dot(normal, at)) / length))
                : Math.min(angle(at, from), angle(at, to));
    }

    private static double angle(double[] a, double[] b) {
        double[] across = cross(a, b);
        return Math.atan2(Math.sqrt(dot(across, across)), dot(a, b));
    }

    private static double[] vector(SkyPosition position) {
        double ra = Math.toRadians(position.raDeg());
        double dec = Math.toRadians(position.decDeg());
        return new double[] {Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec)};
    }

    private static double[] sum(double[][] vectors) {
        var sum = new double[3];
        for (double[] vector : vectors) {
            for (int k = 0; k < 3; k++) {
                sum[k] += vector[k];
            }
        }
        return sum;
    }

    private static double[] unit(double[] v) {
        double length = Math.sqrt(dot(v, v));
        return new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
