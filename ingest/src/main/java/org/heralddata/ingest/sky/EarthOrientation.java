package org.heralddata.ingest.sky;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the Earth is turned and its pole placed, every fifth day, interpolated linearly: UT1 to 1 ms (0.015 arcsec), the
 * pole to 1 mas. Immutable.
 *
 * @see <a href="https://www.iers.org">International Earth Rotation and Reference Systems Service</a>, EOP 20 C04
 */
final class EarthOrientation {
    private final double firstMjd;
    private final double step;
    private final double[] ut1MinusTaiSeconds;
    private final double[] xArcsec;
    private final double[] yArcsec;

    /**
     * @param ut1MinusTaiSeconds without the steps of leap seconds
     * @param xArcsec            of the pole towards Greenwich
     * @param yArcsec            of the pole towards 90 degrees west
     */
    record At(double ut1MinusTaiSeconds, double xArcsec, double yArcsec) {}

    private EarthOrientation(Map<String, Double> head, List<double[]> rows) {
        firstMjd = head.getOrDefault("first_mjd", Double.NaN);
        step = head.getOrDefault("step", Double.NaN);
        ut1MinusTaiSeconds = rows.stream().mapToDouble(row -> row[0] * 1e-5).toArray();
        xArcsec = rows.stream().mapToDouble(row -> row[1] * 1e-3).toArray();
        yArcsec = rows.stream().mapToDouble(row -> row[2] * 1e-3).toArray();
    }

    /** The table that comes with Herald. */
    static EarthOrientation bundled() {
        try (InputStream in = EarthOrientation.class.getResourceAsStream("earth-orientation.csv")) {
            if (in == null) {
                throw new IllegalStateException("earth-orientation.csv is missing from the program");
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            Map<String, Double> head = new HashMap<>();
            List<double[]> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    head.put(line.substring(0, equals), Double.valueOf(line.substring(equals + 1)));
                } else if (!line.startsWith("#")) {
                    String[] cells = line.split(",", -1);
                    rows.add(new double[] {
                        Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2])
                    });
                }
            }
            return new EarthOrientation(head, rows);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    double firstMjd() {
        return firstMjd;
    }

    double lastMjd() {
        return firstMjd + step * (xArcsec.length - 1);
    }

    /** At a date of UTC; outside the table as at its nearer end. */
    At at(double mjd) {
        double place = Math.clamp((mjd - firstMjd) / step, 0, xArcsec.length - 1.0);
        int before = Math.min((int) place, xArcsec.length - 2);
        double part = place - before;
        return new At(
                between(ut1MinusTaiSeconds, before, part),
                between(xArcsec, before, part),
                between(yArcsec, before, part));
    }

    private static double between(double[] values, int before, double part) {
        return values[before] + part * (values[before + 1] - values[before]);
    }
}
