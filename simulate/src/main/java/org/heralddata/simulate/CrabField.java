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
 * An event list of an imaging atmospheric Cherenkov telescope array that looks at the Crab nebula in four runs, 0.5 degrees
 * beside it each (wobble). Columns as in GADF 0.3, EVENTS.
 */
final class CrabField implements Simulation {
    static final double CRAB_RA_DEG = 83.633;
    static final double CRAB_DEC_DEG = 22.014;

    /** Part of the events that are gamma rays from the nebula. */
    static final double GAMMA_PART = 0.12;

    private static final int RUNS = 4;
    private static final double RUN_S = 1_680;
    private static final double BETWEEN_RUNS_S = 240;
    private static final int FIRST_RUN = 1_001;

    /** 2020-01-01T00:00:00 TT; TIME counts from here. */
    static final int MJDREF = 58_849;

    /** First run: 2020-01-20T21:00:00 TT. */
    private static final double START_S = 19 * 86_400.0 + 21 * 3_600;

    private static final double WOBBLE_DEG = 0.5;
    private static final double ENERGY_MIN_TEV = 0.3;
    private static final double ENERGY_MAX_TEV = 50;

    @Override
    public TableHeader header(long events) {
        List<Column> columns = List.of(
                scalar("EVENT_ID", ColumnType.INT64, "", "Event number"),
                scalar("OBS_ID", ColumnType.INT32, "", "Observation run"),
                scalar("TIME", ColumnType.FLOAT64, "s", "Time since MJDREF (TT)"),
                scalar("RA", ColumnType.FLOAT32, "deg", "Reconstructed right ascension"),
                scalar("DEC", ColumnType.FLOAT32, "deg", "Reconstructed declination"),
                scalar("ENERGY", ColumnType.FLOAT32, "TeV", "Reconstructed energy"),
                scalar("GAMMANESS", ColumnType.FLOAT32, "", "1 like a gamma ray, 0 like a hadron"),
                scalar("MULTIP", ColumnType.INT32, "", "Telescopes that saw the event"),
                scalar("MC_TRUE", ColumnType.BOOL, "", "Simulated truth: true of a gamma ray from the nebula"));
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("title", "Simulated gamma-ray candidates around the Crab nebula");
        metadata.put("licence", "CC0-1.0");
        metadata.put("object", "Crab");
        metadata.put("mjdrefi", Integer.toString(MJDREF));
        metadata.put("mjdreff", "0.0");
        metadata.put("timesys", "TT");
        metadata.put("timeunit", "s");
        metadata.put("radecsys", "ICRS");
        return new TableHeader("EVENTS", "One row an event", OptionalLong.of(events), columns, metadata);
    }

    @Override
    public Batch generate(Block block, SplittableRandom random) {
        int n = block.size();
        var columns = new Columns(n);
        long[] id = columns.longs();
        long[] run = columns.longs();
        double[] time = columns.doubles();
        double[] ra = columns.doubles();
        double[] dec = columns.doubles();
        double[] energy = columns.doubles();
        double[] gammaness = columns.doubles();
        long[] telescopes = columns.longs();
        long[] truth = columns.longs();
        double[] live = liveTimes(block, random);
        for (int i = 0; i < n; i++) {
            int pointing = Math.min(RUNS - 1, (int) (live[i] / RUN_S));
            id[i] = block.first() + i + 1;
            run[i] = FIRST_RUN + (long) pointing;
            time[i] = START_S + live[i] + pointing * BETWEEN_RUNS_S;
            boolean gamma = random.nextDouble() < GAMMA_PART;
            truth[i] = gamma ? 1 : 0;
            energy[i] = gamma ? crabEnergy(random) : powerLaw(2.7, random);
            double[] offset = gamma ? nebula(energy[i], random) : background(pointing, random);
            dec[i] = CRAB_DEC_DEG + offset[1];
            ra[i] = CRAB_RA_DEG + offset[0] / Math.cos(Math.toRadians(dec[i]));
            gammaness[i] = gamma ? Math.sqrt(random.nextDouble()) : 1 - Math.sqrt(random.nextDouble());
            telescopes[i] = 2L + Math.min(2, KascadeArray.poisson(0.8 + 0.5 * Math.log1p(energy[i]), random));
        }
        return columns.batch();
    }

    private static double[] liveTimes(Block block, SplittableRandom random) {
        var live = new double[block.size()];
        double from = block.elapsed(0) * RUNS * RUN_S;
        double to = block.elapsed(block.size()) * RUNS * RUN_S;
        for (int i = 0; i < live.length; i++) {
            live[i] = random.nextDouble(from, to);
        }
        Arrays.sort(live);
        return live;
    }

    /**
     * A curved power law, {@code E^(−2.47 − 0.24 lg E)} with E in TeV (Aleksić et al. 2015, J. High Energy Astrophys. 5-6, 30, table 2),
     * drawn by rejection from a power law of index 2.3.
     */
    private static double crabEnergy(SplittableRandom random) {
        while (true) {
            double energy = powerLaw(2.3, random);
            double ln = Math.log(energy);
            double ratio = Math.exp(-0.17 * ln - 0.24 / Math.log(10) * ln * ln);
            if (random.nextDouble() * 1.08 < ratio) {
                return energy;
            }
        }
    }

    /** dN/dE ∝ E^−index between the ends of the energy range, TeV. */
    private static double powerLaw(double index, SplittableRandom random) {
        double low = Math.pow(ENERGY_MIN_TEV, 1 - index);
        double high = Math.pow(ENERGY_MAX_TEV, 1 - index);
        return Math.pow(low + random.nextDouble() * (high - low), 1 / (1 - index));
    }

    /** A normal point spread function, 0.09 degrees wide at 0.3 TeV and 0.05 at high energies; offsets in degrees. */
    private static double[] nebula(double energyTeV, SplittableRandom random) {
        double sigma = 0.05 + 0.04 * Math.pow(energyTeV / ENERGY_MIN_TEV, -0.7);
        return new double[] {sigma * random.nextGaussian(), sigma * random.nextGaussian()};
    }

    /** Cosmic rays: a normal acceptance, 1.1 degrees wide, around the pointing. */
    private static double[] background(int pointing, SplittableRandom random) {
        double east = pointing == 0 ? WOBBLE_DEG : pointing == 1 ? -WOBBLE_DEG : 0;
        double north = pointing == 2 ? WOBBLE_DEG : pointing == 3 ? -WOBBLE_DEG : 0;
        return new double[] {east + 1.1 * random.nextGaussian(), north + 1.1 * random.nextGaussian()};
    }
}
