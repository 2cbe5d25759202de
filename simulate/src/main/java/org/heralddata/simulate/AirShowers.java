package org.heralddata.simulate;

import static org.heralddata.simulate.Columns.list;
import static org.heralddata.simulate.Columns.scalar;

import java.time.Instant;
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
 * Air showers over KASCADE: five mass groups with a knee, particle numbers by Heitler and Matthews with fluctuations,
 * measured by the array, partly by GRANDE and the hadron calorimeter.
 */
final class AirShowers implements Simulation {
    static final double LOW_LG_E = 14.0;
    static final double HIGH_LG_E = 18.0;

    private static final long START_S = Instant.parse("2004-03-08T00:00:00Z").getEpochSecond();
    private static final long STOP_S = Instant.parse("2008-03-08T00:00:00Z").getEpochSecond();
    private static final long RUN_S = 12 * 3600;

    /** Vertical depth at 1003 hPa, g/cm². */
    private static final double DEPTH_G_CM2 = 1022;

    private static final double MAX_ZENITH_RAD = Math.toRadians(60);
    private static final double MAX_CORE_M = 91;

    /** Electrons at ground below which KASCADE reconstructs no shower. */
    private static final double LEAST_ELECTRONS = 300;

    /** Energy at which half of the events are seen by GRANDE too, log10(E/eV): a tenth of the real one, so that a demo has many. */
    private static final double GRANDE_LG_E = 15.0;

    /** One event in so many has its stations listed. */
    private static final int STATION_SAMPLE = 50;

    private final List<Population> populations = Arrays.stream(MassGroup.values())
            .map(group -> new Population(group, new PrimarySpectrum(group, LOW_LG_E, HIGH_LG_E)))
            .toList();
    private final double allWeights =
            populations.stream().mapToDouble(p -> p.spectrum().weight()).sum();

    @Override
    public TableHeader header(long events) {
        List<Column> columns = List.of(
                scalar("Gt", ColumnType.INT64, "s", "Global time, seconds since 1970-01-01 (UTC)"),
                scalar("Mt", ColumnType.INT32, "ns", "Micro time: nanoseconds after Gt"),
                scalar("R", ColumnType.INT32, "", "Run number"),
                scalar("Ev", ColumnType.INT32, "", "Event number"),
                scalar("T", ColumnType.FLOAT32, "degC", "Air temperature"),
                scalar("P", ColumnType.FLOAT32, "hPa", "Air pressure"),
                scalar("array_E", ColumnType.FLOAT32, "log(eV)", "Estimated primary energy, log10"),
                scalar("array_Xc", ColumnType.FLOAT32, "m", "Core position to the east"),
                scalar("array_Yc", ColumnType.FLOAT32, "m", "Core position to the north"),
                scalar("array_Ze", ColumnType.FLOAT32, "deg", "Zenith angle"),
                scalar("array_Az", ColumnType.FLOAT32, "deg", "Azimuth, from north to east"),
                scalar("array_Ne", ColumnType.FLOAT32, "", "Number of electrons, log10"),
                scalar("array_Nmu", ColumnType.FLOAT32, "", "Number of muons, log10"),
                scalar("array_Age", ColumnType.FLOAT32, "", "Lateral shower age"),
                scalar("grande_Xc", ColumnType.FLOAT32, "m", "Core position to the east"),
                scalar("grande_Yc", ColumnType.FLOAT32, "m", "Core position to the north"),
                scalar("grande_Ze", ColumnType.FLOAT32, "deg", "Zenith angle"),
                scalar("grande_Az", ColumnType.FLOAT32, "deg", "Azimuth, from north to east"),
                scalar("grande_Nch", ColumnType.FLOAT32, "", "Number of charged particles, log10"),
                scalar("grande_Nmu", ColumnType.FLOAT32, "", "Number of muons, log10"),
                scalar("grande_Age", ColumnType.FLOAT32, "", "Lateral shower age"),
                scalar("calorimeter_Nhad", ColumnType.INT32, "", "Number of hadrons"),
                scalar("calorimeter_Ehad", ColumnType.FLOAT32, "log(eV)", "Energy sum of the hadrons, log10"),
                list("stations_Id", ColumnType.INT32, "", "Stations with a signal, 1 to 252"),
                list("stations_EDeposit", ColumnType.FLOAT32, "MeV", "Energy deposit in each station"),
                list("stations_Arrival", ColumnType.FLOAT32, "ns", "Arrival time at each station"),
                scalar("true_E", ColumnType.FLOAT32, "log(eV)", "Simulated primary energy, log10"),
                scalar("true_A", ColumnType.INT32, "", "Simulated mass number of the primary"));
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("title", "Simulated air showers like KASCADE's");
        metadata.put("licence", "CC0-1.0");
        return new TableHeader("events", "One row an air shower", OptionalLong.of(events), columns, metadata);
    }

    @Override
    public Batch generate(Block block, SplittableRandom random) {
        int n = block.size();
        var made = new ShowerColumns(n);
        double[] times = times(block, random);
        for (int i = 0; i < n; i++) {
            event(i, block.first() + i, times[i], random, made);
        }
        return made.batch();
    }

    /** Sorted uniform times within the block's share of the campaign: a Poisson process given its count. */
    private static double[] times(Block block, SplittableRandom random) {
        var times = new double[block.size()];
        double from = block.elapsed(0) * (STOP_S - START_S);
        double to = block.elapsed(block.size()) * (STOP_S - START_S);
        for (int i = 0; i < times.length; i++) {
            times[i] = random.nextDouble(from, to);
        }
        Arrays.sort(times);
        return times;
    }

    private void event(int i, long number, double elapsedS, SplittableRandom random, ShowerColumns to) {
        long wholeS = (long) elapsedS;
        to.gt[i] = START_S + wholeS;
        to.mt[i] = (long) ((elapsedS - wholeS) * 1e9);
        long run = wholeS / RUN_S;
        to.run[i] = 4775 + run;
        to.ev[i] = number + 1;
        double pressure = Weather.pressureHPa(START_S + elapsedS);
        to.temperature[i] = Weather.temperatureDegC(START_S + elapsedS) + 0.3 * random.nextGaussian();
        to.pressure[i] = pressure;
        Shower shower = reconstructed(pressure, random);
        array(i, shower, random, to);
        grande(i, shower, random, to);
        calorimeter(i, shower, random, to);
        to.stations(i, number % STATION_SAMPLE == 0, shower, random);
        to.trueLgE[i] = shower.lgE();
        to.trueA[i] = shower.massNumber();
    }

    /** Draws a shower that the array can reconstruct: weak and inclined ones die out before the ground. */
    private Shower reconstructed(double pressureHPa, SplittableRandom random) {
        while (true) {
            Shower shower = shower(pressureHPa, random);
            if (shower.electrons() >= LEAST_ELECTRONS) {
                return shower;
            }
        }
    }

    /** Draws a shower as it reaches the ground. */
    private Shower shower(double pressureHPa, SplittableRandom random) {
        Population population = population(random);
        double lgE = population.spectrum().draw(random);
        double energyEv = Math.pow(10, lgE);
        int a = population.group().massNumber();
        // isotropic flux through a flat array: dN/dθ ∝ sin θ cos θ, so sin²θ is uniform
        double zenith = Math.asin(Math.sqrt(random.nextDouble()) * Math.sin(MAX_ZENITH_RAD));
        double depth = DEPTH_G_CM2 * pressureHPa / 1003 / Math.cos(zenith);
        // the first interaction wanders by one mean free path, less for nuclei; the cascade adds a normal part
        double first = 55 * Math.pow(a, -0.3) * (-Math.log1p(-random.nextDouble()) - 1);
        double depthMaximum =
                HeitlerMatthews.depthOfMaximum(energyEv, a) + first + 25 * Math.pow(a, -0.3) * random.nextGaussian();
        double muonSpread = Math.exp(0.12 * Math.pow(a, -0.25) * random.nextGaussian());
        double muons = HeitlerMatthews.muons(energyEv, a) * muonSpread * Math.exp(-(depth - DEPTH_G_CM2) / 823);
        double electrons = HeitlerMatthews.electronsAtMaximum(energyEv, HeitlerMatthews.muons(energyEv, a))
                * HeitlerMatthews.remaining(depth, depthMaximum);
        double radius = MAX_CORE_M * Math.sqrt(random.nextDouble());
        double around = random.nextDouble(2 * Math.PI);
        return new Shower(
                lgE,
                a,
                zenith,
                random.nextDouble(2 * Math.PI),
                radius * Math.cos(around),
                radius * Math.sin(around),
                Math.max(electrons, 1),
                Math.max(muons, 1),
                Math.clamp(HeitlerMatthews.age(depth, depthMaximum) - 0.45, 0.3, 1.45));
    }

    private Population population(SplittableRandom random) {
        double wanted = random.nextDouble() * allWeights;
        for (Population population : populations) {
            wanted -= population.spectrum().weight();
            if (wanted < 0) {
                return population;
            }
        }
        return populations.getLast();
    }

    private static void array(int i, Shower shower, SplittableRandom random, ShowerColumns to) {
        double resolution = Math.max(0.06, 0.16 - 0.04 * (shower.lgE() - 14.5));
        to.arrayE[i] = shower.lgE() + resolution * random.nextGaussian();
        to.arrayX[i] = shower.coreXM() + 2 * random.nextGaussian();
        to.arrayY[i] = shower.coreYM() + 2 * random.nextGaussian();
        smear(i, shower, 0.4, random, to.arrayZe, to.arrayAz);
        to.arrayNe[i] = Math.log10(shower.electrons()) + 0.04 * random.nextGaussian();
        to.arrayNmu[i] = Math.log10(shower.muons()) + 0.08 * random.nextGaussian();
        to.arrayAge[i] = Math.clamp(shower.age() + 0.05 * random.nextGaussian(), 0.1, 1.47);
    }

    private static void grande(int i, Shower shower, SplittableRandom random, ShowerColumns to) {
        double chance =
                shower.zenithRad() < Math.toRadians(40) ? 1 / (1 + Math.exp(-(shower.lgE() - GRANDE_LG_E) / 0.2)) : 0;
        if (random.nextDouble() >= chance) {
            to.noGrande.set(i);
            return;
        }
        to.grandeX[i] = shower.coreXM() + 6 * random.nextGaussian();
        to.grandeY[i] = shower.coreYM() + 6 * random.nextGaussian();
        smear(i, shower, 0.8, random, to.grandeZe, to.grandeAz);
        double charged = shower.electrons() + shower.muons();
        to.grandeNch[i] = Math.log10(charged) + 0.07 * random.nextGaussian();
        to.grandeNmu[i] = Math.log10(shower.muons()) + 0.1 * random.nextGaussian();
        to.grandeAge[i] = Math.clamp(shower.age() + 0.08 * random.nextGaussian(), -0.38, 1.48);
    }

    /** The calorimeter covers 16 m x 20 m around the centre; hadrons keep within some metres of the core. */
    private static void calorimeter(int i, Shower shower, SplittableRandom random, ShowerColumns to) {
        double distance = Math.hypot(shower.coreXM(), shower.coreYM());
        double hadrons = 9 * Math.pow(10, 0.9 * (shower.lgE() - 15)) * Math.exp(-distance / 8);
        int counted = KascadeArray.poisson(Math.min(hadrons, 500), random);
        if (distance > 25 || counted == 0) {
            to.noCalorimeter.set(i);
            return;
        }
        to.hadrons[i] = Math.min(counted, 511);
        to.hadronE[i] = Math.log10(counted * 1.5e11) + 0.25 * random.nextGaussian();
    }

    /** Turns the true direction by a two-dimensional normal error of the given size in degrees. */
    private static void smear(
            int i, Shower shower, double sigmaDeg, SplittableRandom random, double[] zenithDeg, double[] azimuthDeg) {
        double zenith = Math.toDegrees(shower.zenithRad()) + sigmaDeg * random.nextGaussian();
        double sine = Math.max(Math.sin(shower.zenithRad()), Math.toRadians(sigmaDeg));
        double azimuth = Math.toDegrees(shower.azimuthRad()) + sigmaDeg / sine * random.nextGaussian();
        zenithDeg[i] = Math.abs(zenith);
        azimuthDeg[i] = ((azimuth % 360) + 360) % 360;
    }

    /** One mass group with the energies at which it triggers the array. */
    private record Population(MassGroup group, PrimarySpectrum spectrum) {}

    /**
     * @param lgE        log10(E/eV)
     * @param zenithRad  0 to 60 degrees
     * @param azimuthRad from north to east
     * @param age        lateral age as the array would fit it
     */
    record Shower(
            double lgE,
            int massNumber,
            double zenithRad,
            double azimuthRad,
            double coreXM,
            double coreYM,
            double electrons,
            double muons,
            double age) {}
}
