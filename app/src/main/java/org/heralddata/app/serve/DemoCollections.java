package org.heralddata.app.serve;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.Progress;
import org.heralddata.app.curate.Ingesting;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.simulate.Simulator;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableWriter;
import org.heralddata.store.home.Home;

/**
 * The demonstration's collections: simulated files and descriptors in the home's {@code collections/} folder, ingested as any
 * other would be.
 */
final class DemoCollections {

    /** The same events for everybody. */
    private static final long SEED = 2026;

    private final Home home;
    private final Console console;
    private final Formats formats = Formats.installed();

    DemoCollections(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    /** Makes those that the home does not hold yet. */
    void makeMissing() throws IOException {
        for (SimulationKind kind : SimulationKind.values()) {
            if (home.catalogue().latest(new CollectionId(kind.label())).isEmpty()) {
                make(kind, kind.usualEvents());
            }
        }
    }

    /** Simulates and ingests one collection. */
    void make(SimulationKind kind, long events) throws IOException {
        Path folder = home.folders().collections().resolve(kind.label());
        Path data = Files.createDirectories(folder.resolve("data"));
        try (InputStream descriptor = Objects.requireNonNull(
                DemoCollections.class.getResourceAsStream("/collections/%s/collection.yaml".formatted(kind.label())))) {
            Files.copy(descriptor, Descriptors.file(folder), StandardCopyOption.REPLACE_EXISTING);
        }
        detector(kind, folder);
        simulate(kind, events, data.resolve("events." + extension(kind)));
        Ingesting.run(Ingesting.of(folder), home, formats, console);
    }

    /** Where the stations stand, of arrays that have some. */
    private static void detector(SimulationKind kind, Path folder) throws IOException {
        Optional<String> stations = kind.stations();
        if (stations.isPresent()) {
            Path file = Files.createDirectories(folder.resolve("detector")).resolve("stations.csv");
            Files.writeString(file, stations.get());
        }
    }

    /** Each in another format, as experiments do. */
    private static String extension(SimulationKind kind) {
        return switch (kind) {
            case KASCADE_DEMO -> "parquet";
            case NEUTRINO_DEMO -> "csv";
            case GAMMA_DEMO -> "fits";
        };
    }

    private void simulate(SimulationKind kind, long events, Path file) throws IOException {
        TableWriter writer = formats.writerFor(file).orElseThrow();
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try (Progress progress = console.progress("simulating " + kind.what());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16)) {
            Simulator.write(
                    kind,
                    events,
                    SEED,
                    writer,
                    out,
                    done -> progress.at(done, events, String.format(Locale.ROOT, "%,d events", done)));
        }
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        console.err().printf(Locale.ROOT, "%s: simulated %,d %s%n", kind.label(), events, kind.what());
    }
}
