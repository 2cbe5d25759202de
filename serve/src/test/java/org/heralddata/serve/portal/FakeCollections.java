package org.heralddata.serve.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.Site;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.query.publication.PublishedRelease;

/** Three seeded collections for tests of the portal: showers with components, neutrinos, gamma rays. */
public final class FakeCollections {
    static final long START = 1_072_915_200_000_000_000L;
    private static final long DAY = 86_400_000_000_000L;

    final Map<String, FakeTable> tables = new LinkedHashMap<>();
    final Map<CollectionId, List<Release>> releases = new LinkedHashMap<>();

    /** What became of collections ({@code id}) and releases ({@code id/name}); a test puts and removes entries. */
    public final Map<String, PublicState> states = new ConcurrentHashMap<>();

    public FakeCollections(int showers) {
        add(
                gamma(showers / 4),
                "gamma-toy",
                "photon",
                "Toy array",
                "Gamma rays around the Crab nebula",
                "A toy event list of a Cherenkov telescope looking at the Crab nebula.",
                new CommonEvent(
                        "uuid",
                        "time",
                        "ra",
                        "dec",
                        "healpix",
                        new CommonEvent.Energy("energy", EnergyScale.LINEAR, 1e12)));
        add(
                neutrinos(showers / 8),
                "neutrino-toy",
                "neutrino",
                "Toy telescope",
                "Neutrino candidates of a toy telescope",
                "Tracks and showers, as a deep-sea telescope would see them.",
                new CommonEvent("uuid", "time", "ra", "dec", "healpix", null));
        add(
                showers(showers),
                "shower-toy",
                "cosmic-ray",
                "Toy array",
                "Air showers of a toy array",
                "Simulated air showers between the knee and the ankle, with a second array in a part of the events. "
                        + "Made for tests of the portal.",
                new CommonEvent(
                        "uuid",
                        "time",
                        "ra",
                        "dec",
                        "healpix",
                        new CommonEvent.Energy("array_e", EnergyScale.LOG10, 1)));
    }

    /** All, withdrawn or not. */
    List<PublishedCollection> published() {
        return releases.entrySet().stream()
                .map(e -> new PublishedCollection(
                        e.getKey(),
                        state(e.getKey().value()),
                        e.getValue().stream()
                                .map(r -> new PublishedRelease(r, state(e.getKey() + "/" + r.name())))
                                .toList()))
                .toList();
    }

    private PublicState state(String subject) {
        return states.getOrDefault(subject, PublicState.NONE);
    }

    private void add(
            FakeTable table,
            String id,
            String messenger,
            String facility,
            String title,
            String description,
            CommonEvent common) {
        var collection = new CollectionId(id);
        var about = new CollectionDescription(
                collection,
                title,
                description,
                messenger,
                facility,
                null,
                new Site(49.0994, 8.4378, 110),
                List.of(
                        new Creator("Toy Collaboration", null, "Institute of Toys"),
                        new Creator("Curie, Marie", "0000-0002-1825-0097", null)),
                new Licence("CC-BY-4.0", null),
                "10.1140/epjc/s10052-018-6221-2",
                "https://example.org/toy",
                null,
                List.of("simulation", "test"),
                List.of(),
                new Access.Open());
        var published = table.published("events", "One row an event", common);
        var made = new ArrayList<Release>();
        for (int sequence = 2; sequence >= 1; sequence--) {
            made.add(new Release(
                    about,
                    "r" + sequence,
                    sequence,
                    Instant.parse("2026-11-2" + sequence + "T08:00:00Z"),
                    "herald 0.1.0",
                    "herald: 1",
                    List.of(published),
                    List.of(new InputFile(
                            "data/toy.h5", 12_345_678, "ab".repeat(32), Instant.EPOCH, "hdf5", "events", table.rows())),
                    List.of(new DataFile(
                            "events",
                            id + "/events/r" + sequence + "/part-0.parquet",
                            4_567_890,
                            table.rows(),
                            "cd".repeat(32))),
                    sequence == 2 ? List.of("`ze`: 3 values out of range, kept") : List.of()));
        }
        tables.put(id, table);
        releases.put(collection, List.copyOf(made));
    }

    private static FakeTable showers(int n) {
        var random = new Random(7);
        double[] e = new double[n];
        double[] ra = new double[n];
        double[] dec = new double[n];
        double[] ze = new double[n];
        boolean[] grande = new boolean[n];
        for (int i = 0; i < n; i++) {
            double x = -Math.log10(1 - random.nextDouble()) / 1.7;
            e[i] = Math.min(18, 14.6 + (x > 1 ? 1 + (x - 1) * 0.85 : x));
            ze[i] = Math.toDegrees(Math.asin(Math.sqrt(random.nextDouble() * 0.75)));
            grande[i] = e[i] > 15.6 && random.nextDouble() < 0.7;
            ra[i] = random.nextDouble() * 360;
            double spread = Math.toRadians(ze[i]) * Math.cos(random.nextDouble() * 2 * Math.PI);
            dec[i] = Math.max(-88, Math.min(89.5, 49.1 + Math.toDegrees(spread)));
        }
        return new FakeTable(n)
                .with("event_id", ColumnType.INT64, "", "meta.id;meta.main", "Number of the event", i -> (long) i)
                .with("ze", ColumnType.FLOAT32, "deg", "pos.az.zd", "Zenith angle", i -> ze[i])
                .with(
                        "az",
                        ColumnType.FLOAT32,
                        "deg",
                        "pos.az.azi",
                        "Azimuth, north over east",
                        i -> random.nextDouble() * 360)
                .with(
                        "pressure",
                        ColumnType.FLOAT32,
                        "hPa",
                        "phys.pressure",
                        "Air pressure at the ground",
                        i -> 1003 + 9 * random.nextGaussian())
                .component("array", "Scintillator array", i -> true)
                .of(
                        "array",
                        "e",
                        ColumnType.FLOAT32,
                        Shape.SCALAR,
                        "log(eV)",
                        "phys.energy",
                        "Primary energy",
                        i -> e[i])
                .of(
                        "array",
                        "ne",
                        ColumnType.FLOAT64,
                        Shape.SCALAR,
                        "",
                        "meta.number;phys.electron",
                        "Electrons at the ground",
                        i -> Math.pow(10, e[i] - 9.9 + 0.12 * random.nextGaussian()))
                .of(
                        "array",
                        "age",
                        ColumnType.FLOAT32,
                        Shape.SCALAR,
                        "",
                        "stat.fit.param",
                        "Shower age",
                        i -> 1.1 + 0.13 * random.nextGaussian())
                .of(
                        "array",
                        "edep",
                        ColumnType.FLOAT32,
                        Shape.LIST,
                        "MeV",
                        "phys.energy",
                        "Energy deposit of each station",
                        i -> new double[] {1 + i % 3, 2.5, 8, 4.25})
                .component("grande", "Second, wider array", i -> grande[i])
                .of(
                        "grande",
                        "nch",
                        ColumnType.FLOAT32,
                        Shape.SCALAR,
                        "",
                        "meta.number",
                        "Charged particles, decimal logarithm",
                        i -> grande[i] ? e[i] - 9.4 + 0.1 * random.nextGaussian() : null)
                .of(
                        "grande",
                        "stations",
                        ColumnType.INT16,
                        Shape.SCALAR,
                        "",
                        "meta.number",
                        "Stations hit",
                        i -> grande[i] ? (Object) (long) (12 + random.nextInt(26)) : null)
                .computed(
                        "time",
                        ColumnType.TIMESTAMP,
                        "",
                        "time.epoch",
                        "Time of the event, UTC",
                        i -> START + ((long) (random.nextDouble() * 365)) * DAY + i)
                .computed("ra", ColumnType.FLOAT64, "deg", "pos.eq.ra;meta.main", "Right ascension, ICRS", i -> ra[i])
                .computed("dec", ColumnType.FLOAT64, "deg", "pos.eq.dec;meta.main", "Declination, ICRS", i -> dec[i]);
    }

    private static FakeTable neutrinos(int n) {
        var random = new Random(8);
        return new FakeTable(n)
                .with(
                        "kind",
                        ColumnType.STRING,
                        "",
                        "meta.code.class",
                        "Track or shower",
                        i -> i % 9 == 0 ? "shower" : "track")
                .with("nhit", ColumnType.INT32, "", "meta.number", "Hits", i ->
                        (long) (20 + 60 * -Math.log(1 - random.nextDouble())))
                .with(
                        "beta",
                        ColumnType.FLOAT32,
                        "deg",
                        "stat.error",
                        "Estimate of the angular error",
                        i -> Math.abs(0.5 + 0.25 * random.nextGaussian()))
                .with(
                        "time",
                        ColumnType.TIMESTAMP,
                        "",
                        "time.epoch",
                        "Time of the event, UTC",
                        i -> START + ((long) (random.nextDouble() * 3650)) * DAY + i)
                .with(
                        "ra",
                        ColumnType.FLOAT64,
                        "deg",
                        "pos.eq.ra;meta.main",
                        "Right ascension, ICRS",
                        i -> random.nextDouble() * 360)
                .with(
                        "dec",
                        ColumnType.FLOAT64,
                        "deg",
                        "pos.eq.dec;meta.main",
                        "Declination, ICRS",
                        i -> Math.toDegrees(Math.asin(random.nextDouble() * 1.7 - 1)));
    }

    private static FakeTable gamma(int n) {
        var random = new Random(9);
        return new FakeTable(n)
                .with(
                        "energy",
                        ColumnType.FLOAT32,
                        "TeV",
                        "em.energy",
                        "Energy",
                        i -> 0.3 * Math.pow(1 - random.nextDouble(), -1 / 1.6))
                .with(
                        "gammaness",
                        ColumnType.FLOAT32,
                        "",
                        "stat.probability",
                        "How much like a gamma ray, 0 to 1",
                        i -> Math.pow(random.nextDouble(), 0.6))
                .with(
                        "time",
                        ColumnType.TIMESTAMP,
                        "",
                        "time.epoch",
                        "Time of the event, UTC",
                        i -> START + i * 3_000_000_000L)
                .with(
                        "ra",
                        ColumnType.FLOAT64,
                        "deg",
                        "pos.eq.ra;meta.main",
                        "Right ascension, ICRS",
                        i -> 83.63 + 1.2 * random.nextGaussian())
                .with(
                        "dec",
                        ColumnType.FLOAT64,
                        "deg",
                        "pos.eq.dec;meta.main",
                        "Declination, ICRS",
                        i -> 22.01 + 1.1 * random.nextGaussian());
    }

    static long cell(FakeTable table, int row, int order) {
        return Healpix.index(order, table.number("ra", row), table.number("dec", row));
    }
}
