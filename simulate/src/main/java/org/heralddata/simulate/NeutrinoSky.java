package org.heralddata.simulate;

import static org.heralddata.simulate.Columns.scalar;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.TableHeader;

/**
 * Neutrino candidates of a detector in the Mediterranean that looks through the Earth: mostly atmospheric, uniform in right
 * ascension, with one weak point source. Columns as in ANTARES' point-source sample (Albert et al. 2017, Phys. Rev. D 96, 082001).
 */
final class NeutrinoSky implements Simulation {

    /** Latitude of the detector, degrees north. */
    static final double LATITUDE_DEG = 42.8;

    /** The injected source, degrees. */
    static final double SOURCE_RA_DEG = 343.8;

    static final double SOURCE_DEC_DEG = 23.5;

    /** Part of the events that come from the source: 16 of 8 754. */
    private static final double SOURCE_PART = 16.0 / 8754;

    /** Part of the events that are showers, not tracks. */
    private static final double SHOWER_PART = 195.0 / 8754;

    private static final double START_MJD = 54_129;
    private static final double STOP_MJD = 57_387;

    @Override
    public TableHeader header(long events) {
        List<Column> columns = List.of(
                scalar("Decl", ColumnType.FLOAT64, "deg", "Declination"),
                scalar("RA", ColumnType.FLOAT64, "deg", "Right ascension"),
                scalar("Nhit", ColumnType.INT32, "", "Number of hits used by the reconstruction"),
                scalar("Beta", ColumnType.FLOAT64, "deg", "Estimated error of the direction"),
                scalar("MJD", ColumnType.FLOAT64, "d", "Time of the event, Modified Julian Date (UTC)"),
                scalar("Topology", ColumnType.STRING, "", "track or shower"));
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("title", "Simulated neutrino candidates like those of ANTARES");
        metadata.put("licence", "CC0-1.0");
        return new TableHeader("events", "One row a neutrino candidate", OptionalLong.of(events), columns, metadata);
    }

    @Override
    public Batch generate(Block block, SplittableRandom random) {
        int n = block.size();
        var columns = new Columns(n);
        double[] dec = columns.doubles();
        double[] ra = columns.doubles();
        long[] hits = columns.longs();
        double[] beta = columns.doubles();
        double[] mjd = columns.doubles();
        var topology = new String[n];
        columns.strings(topology);
        for (int i = 0; i < n; i++) {
            boolean shower = random.nextDouble() < SHOWER_PART;
            topology[i] = shower ? "shower" : "track";
            beta[i] = shower
                    ? 2 + 3 * Math.exp(0.4 * random.nextGaussian())
                    : Math.min(1, 0.38 * Math.exp(0.45 * random.nextGaussian()));
            hits[i] = Math.round(Math.max(10, 38 * Math.exp(0.42 * random.nextGaussian()) + (shower ? 60 : 0)));
            mjd[i] = random.nextDouble(mjdAt(block.elapsed(0)), mjdAt(block.elapsed(n)));
            if (random.nextDouble() < SOURCE_PART) {
                source(i, beta[i], random, ra, dec);
                hits[i] += 40;
            } else {
                atmospheric(i, random, ra, dec);
            }
        }
        Arrays.sort(mjd);
        return columns.batch();
    }

    private static double mjdAt(double elapsed) {
        return START_MJD + elapsed * (STOP_MJD - START_MJD);
    }

    /** From below or just above the horizon; the Earth's turning makes right ascension uniform. */
    private static void atmospheric(int i, SplittableRandom random, double[] ra, double[] dec) {
        double cosZenith = random.nextDouble(-1, 0.1);
        double azimuth = random.nextDouble(2 * Math.PI);
        double latitude = Math.toRadians(LATITUDE_DEG);
        double sinDec = Math.sin(latitude) * cosZenith
                + Math.cos(latitude) * Math.sqrt(1 - cosZenith * cosZenith) * Math.cos(azimuth);
        dec[i] = Math.toDegrees(Math.asin(sinDec));
        ra[i] = random.nextDouble(360);
    }

    /** Around the source, normal in both directions with the event's own error. */
    private static void source(int i, double betaDeg, SplittableRandom random, double[] ra, double[] dec) {
        dec[i] = SOURCE_DEC_DEG + betaDeg * random.nextGaussian();
        double shift = betaDeg * random.nextGaussian() / Math.cos(Math.toRadians(dec[i]));
        ra[i] = (SOURCE_RA_DEG + shift + 360) % 360;
    }
}
