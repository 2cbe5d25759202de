package org.heralddata.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.heralddata.app.RunHerald;
import org.heralddata.descriptor.DescriptorParser;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.ingest.files.FileScan;
import org.heralddata.ingest.files.FileScan.Outcome;
import org.heralddata.ingest.files.ScanProgress;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileChange;
import org.heralddata.model.files.FileEvent;
import org.heralddata.model.files.FileState;
import org.heralddata.model.files.FileSummary;
import org.heralddata.model.selection.Cut;
import org.heralddata.spi.Extractors;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.store.FileCatalogue.Search;
import org.heralddata.store.home.Home;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Files registered where they are, into one home. */
@TestInstance(Lifecycle.PER_CLASS)
class ScanIT {
    private static final Path COLLECTIONS =
            Path.of(Objects.requireNonNull(System.getProperty("herald.root")), "collections");

    private static final String DESCRIPTOR = """
            herald: 1
            id: %s
            title: Runs
            description: Runs of a test.
            messenger: photon
            instrument: Test camera
            creators: [{name: Nobody}]
            licence: CC0-1.0
            files:
              source: "data/**/*.csv"
              pattern: "{night:yyyyMMdd}/run_{run:int}.csv"
              time: {start: night, duration: livetime}
              fields:
                - {name: run, from: path, description: Run}
                - {name: night, from: path, description: Night}
                - {name: livetime, from: sidecar, file: "{stem}.json", key: run/livetime, unit: s, source_unit: min, description: Livetime}
                - {name: e_max, from: column, column: e, take: max, unit: GeV, source_unit: TeV, description: Greatest energy}
                - {name: first, from: text, regex: "^e,k\\n([0-9.]+)", description: First number}
            %s""";

    private Home home;
    private FileScan scan;
    private Path folder;

    @BeforeAll
    void open(@TempDir Path temporary) {
        folder = temporary;
        home = Home.open(folder.resolve("home"));
        scan = new FileScan(Formats.installed(), Extractors.installed(), home::register, "herald test");
    }

    @AfterAll
    void close() {
        home.close();
    }

    private static CollectionDescriptor descriptor(String id, String more) {
        return DescriptorParser.parse("collection.yaml", DESCRIPTOR.formatted(id, more))
                .orRefuse();
    }

    private Outcome scan(CollectionDescriptor descriptor, Path data) throws IOException, InterruptedException {
        return scan.run(FileScan.Request.of(descriptor, data, ScanProgress.NONE));
    }

    private CataloguedFile file(String id, String path) {
        return home.files().file(new CollectionId(id), path).orElseThrow();
    }

    private static void run(Path data, String night, int run, String rows, String sidecar) throws IOException {
        Path place = Files.createDirectories(data.resolve("data").resolve(night));
        Files.writeString(place.resolve("run_%03d.csv".formatted(run)), "e,k\n" + rows);
        if (!sidecar.isEmpty()) {
            Files.writeString(place.resolve("run_%03d.json".formatted(run)), sidecar);
        }
    }

    @Test
    void takesMetadataFromNamesSidecarsColumnsAndText() throws IOException, InterruptedException {
        Path data = folder.resolve("taken");
        run(data, "20131103", 7, "1.5,2\n4.25,3\n", "{\"run\": {\"livetime\": 20}}");
        run(data, "20131104", 8, "0.5,1\n", "{\"run\": ");
        run(data, "20131199", 9, "0.5,1\n", "");
        Files.writeString(data.resolve("data/stray.csv"), "e,k\n1,2\n");
        assertThat(scan(descriptor("taken", ""), data)).isEqualTo(new Outcome(4, 4, 0, 0, 0, 0, 0, 0));
        CataloguedFile seven = file("taken", "data/20131103/run_007.csv");
        assertThat(seven.metadata().run()).isEqualTo(7);
        assertThat(seven.metadata().instrument()).isEqualTo("Test camera");
        assertThat(seven.metadata().format()).isEqualTo("csv");
        assertThat(seven.metadata().notes()).isEmpty();
        assertThat(seven.metadata().fields())
                .containsEntry("livetime", new FieldValue.Real(1200))
                .containsEntry("e_max", new FieldValue.Real(4250))
                .containsEntry("first", new FieldValue.Text("1.5"));
        long night = Instant.parse("2013-11-03T00:00:00Z").getEpochSecond() * 1_000_000_000L;
        assertThat(Objects.requireNonNull(seven.metadata().span()).start()).isEqualTo(night);
        assertThat(Objects.requireNonNull(seven.metadata().span()).stop()).isEqualTo(night + 1_200_000_000_000L);
        assertThat(file("taken", "data/20131104/run_008.csv").metadata().notes())
                .singleElement()
                .asString()
                .startsWith("F790");
        // no calendar has the day; the file is registered all the same
        CataloguedFile nine = file("taken", "data/20131199/run_009.csv");
        assertThat(nine.metadata().run()).isEqualTo(9);
        assertThat(nine.metadata().span()).isNull();
        assertThat(file("taken", "data/stray.csv").metadata().notes())
                .anySatisfy(note -> assertThat(note).startsWith("I020").contains("does not fit the pattern"));
    }

    @Test
    void readsOnlyWhatIsNewAndForgetsNothing() throws IOException, InterruptedException {
        Path data = folder.resolve("moving");
        for (int run = 1; run <= 5; run++) {
            run(data, "20140101", run, run + ",2\n", "");
        }
        CollectionDescriptor rules = descriptor("moving", "");
        assertThat(scan(rules, data)).isEqualTo(new Outcome(5, 5, 0, 0, 0, 0, 0, 0));
        assertThat(scan(rules, data)).isEqualTo(new Outcome(5, 0, 0, 0, 0, 0, 0, 0));
        Path night = data.resolve("data/20140101");
        Files.setLastModifiedTime(night.resolve("run_001.csv"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.writeString(night.resolve("run_002.csv"), "e,k\n9,9\n8,8\n");
        Files.move(night.resolve("run_003.csv"), data.resolve("away.csv"));
        Files.writeString(night.resolve("run_004.csv"), "e,k\n\"9,9\n");
        assertThat(scan(rules, data)).isEqualTo(new Outcome(4, 0, 2, 0, 0, 1, 1, 0));
        assertThat(file("moving", "data/20140101/run_001.csv").content().modified())
                .isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(file("moving", "data/20140101/run_002.csv").metadata().fields())
                .containsEntry("e_max", new FieldValue.Real(9000));
        CataloguedFile gone = file("moving", "data/20140101/run_003.csv");
        assertThat(gone.state()).isEqualTo(FileState.VANISHED);
        assertThat(gone.metadata().run()).isEqualTo(3);
        CataloguedFile broken = file("moving", "data/20140101/run_004.csv");
        assertThat(broken.state()).isEqualTo(FileState.BROKEN);
        assertThat(broken.metadata().run()).isEqualTo(4);
        assertThat(broken.metadata().notes())
                .anySatisfy(note -> assertThat(note).startsWith("F10"));
        Files.move(data.resolve("away.csv"), night.resolve("run_003.csv"));
        assertThat(scan(rules, data)).isEqualTo(new Outcome(5, 0, 0, 0, 1, 0, 0, 0));
        assertThat(home.files().history(gone.id()))
                .extracting(FileEvent::change)
                .containsExactly(FileChange.FOUND, FileChange.VANISHED, FileChange.RETURNED);
        Outcome other =
                scan(descriptor("moving", "    - {name: more, from: value, value: x, description: More}\n"), data);
        assertThat(other).isEqualTo(new Outcome(5, 0, 0, 5, 0, 0, 1, 0));
    }

    @Test
    void aScanStoppedWithinAFileRegistersOnlyThoseBefore() throws IOException, InterruptedException {
        Path data = folder.resolve("stopped");
        for (int run = 1; run <= 3; run++) {
            run(data, "20140101", run, run + ",2\n", "");
        }
        TableReader csv = Formats.installed().reader("csv").orElseThrow();
        var stopping = new FileScan(
                new Formats(List.of(new StoppedReader(csv, "run_002.csv")), List.of()),
                Extractors.installed(),
                home::register,
                "herald test");
        CollectionDescriptor rules = descriptor("stopped", "");
        assertThatThrownBy(() -> stopping.run(FileScan.Request.of(rules, data, ScanProgress.NONE)))
                .isInstanceOf(InterruptedException.class);
        assertThat(summary("stopped").files()).isEqualTo(1);
        assertThat(scan(rules, data)).isEqualTo(new Outcome(3, 2, 0, 0, 0, 0, 0, 0));
    }

    /** What a file channel does to a reader whose thread is interrupted, at one of the files. */
    private record StoppedReader(TableReader inner, String at) implements TableReader {

        @Override
        public FormatName format() {
            return inner.format();
        }

        @Override
        public Set<String> options() {
            return inner.options();
        }

        @Override
        public Recognition recognise(FileHead head) {
            return inner.recognise(head);
        }

        @Override
        public TableFile open(Path file, ReadOptions options) throws IOException {
            if (file.endsWith(at)) {
                Thread.currentThread().interrupt();
                throw new ClosedByInterruptException();
            }
            return inner.open(file, options);
        }
    }

    @Test
    void cataloguesTheRunsOfHess() throws IOException, InterruptedException {
        Path data = SharedData.file("gamma-dl3/hess-dl3-dr1");
        assertThat(scan(Descriptors.load(COLLECTIONS.resolve("hess-dl3-dr1")), data))
                .isEqualTo(new Outcome(8, 8, 0, 0, 0, 0, 0, 0));
        CataloguedFile run = file("hess-dl3-dr1", "data/hess_dl3_dr1_obs_id_020136.fits.gz");
        assertThat(run.metadata().run()).isEqualTo(20_136);
        assertThat(run.metadata().instrument()).isEqualTo("HESS");
        assertThat(run.metadata().fields())
                .containsEntry("livetime", new FieldValue.Real(1521.02685546875))
                .containsEntry("events", new FieldValue.Whole(11_243))
                .containsEntry("object", new FieldValue.Text("MSH15-52"));
        // TSTART 101962602 s of TT after MJD 51910.00074287037, TT ahead of UTC by 64.184 s in 2004
        assertThat(Objects.requireNonNull(run.metadata().span()).start())
                .isEqualTo(Instant.parse("2004-03-26T02:56:42Z").getEpochSecond() * 1_000_000_000L);
        assertThat(summary("hess-dl3-dr1").bytes()).isEqualTo(4_492_768);
    }

    private FileSummary summary(String id) {
        var collection = home.files().collection(new CollectionId(id)).orElseThrow();
        return home.files().summary(new Search(List.of(collection), Cut.EVERYTHING));
    }

    @Test
    void theCommandScansAndTells() throws IOException {
        Path data = folder.resolve("told");
        run(data, "20150101", 1, "1,2\n", "");
        Files.writeString(data.resolve("collection.yaml"), DESCRIPTOR.formatted("told", ""));
        RunHerald.Outcome told = RunHerald.with(
                "files",
                "scan",
                data.toString(),
                "--home",
                folder.resolve("home").toString());
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.err()).contains("told: 1 files: 1 new");
        RunHerald.Outcome ingested = RunHerald.with(
                "ingest", data.toString(), "--home", folder.resolve("home").toString());
        assertThat(ingested.status()).as(ingested.err()).isZero();
        assertThat(ingested.err()).contains("0 new");
        RunHerald.Outcome nowhere = RunHerald.with(
                "files",
                "scan",
                data.toString(),
                "--data",
                data.resolve("none").toString(),
                "--home",
                folder.resolve("home").toString());
        assertThat(nowhere.status()).isEqualTo(1);
        assertThat(nowhere.err()).contains("I001");
    }
}
