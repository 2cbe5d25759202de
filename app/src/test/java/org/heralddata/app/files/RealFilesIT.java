package org.heralddata.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.heralddata.app.RunHerald;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileSummary;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.model.selection.Cut;
import org.heralddata.store.FileCatalogue;
import org.heralddata.store.FileCatalogue.Search;
import org.heralddata.store.home.Home;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The ready-made collections of files, scanned where the public files lie, held against what other programs read in them. */
@TestInstance(Lifecycle.PER_CLASS)
class RealFilesIT {
    private static final Path COLLECTIONS =
            Path.of(Objects.requireNonNull(System.getProperty("herald.root")), "collections");

    private Path place;
    private Home home;

    @BeforeAll
    void open(@TempDir Path folder) {
        place = folder.resolve("home");
        home = Home.open(place);
    }

    @AfterAll
    void close() {
        home.close();
    }

    private FileSummary scanned(String id, String folder) {
        RunHerald.Outcome scan = RunHerald.with(
                "files",
                "scan",
                COLLECTIONS.resolve(id).toString(),
                "--data",
                SharedData.file(folder).toString(),
                "--home",
                place.toString());
        assertThat(scan.status()).as(scan.err()).isZero();
        return home.files().summary(new Search(List.of(collection(id)), Cut.EVERYTHING));
    }

    private FileCollection collection(String id) {
        return home.files().collection(new CollectionId(id)).orElseThrow();
    }

    private List<CataloguedFile> files(String id) {
        List<CataloguedFile> files = new ArrayList<>();
        Search all = new Search(List.of(collection(id)), Cut.EVERYTHING);
        try (FileCatalogue.Cursor cursor = home.files().files(all, List.of(), null, 0)) {
            for (CataloguedFile file = cursor.next(); file != null; file = cursor.next()) {
                files.add(file);
            }
        }
        return files;
    }

    private CataloguedFile file(String id, String path) {
        return home.files().file(new CollectionId(id), path).orElseThrow();
    }

    /** Path and some fields, as the oracles print them. */
    private String told(String id, String... fields) {
        return files(id).stream()
                .map(file -> file.path() + " "
                        + List.of(fields).stream()
                                .map(field -> text(file.metadata().fields().get(field)))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static String text(@Nullable FieldValue value) {
        return switch (value) {
            case null -> "-";
            case FieldValue.Whole(var n) -> Long.toString(n);
            case FieldValue.Real(var x) -> "%.6g".formatted(x);
            case FieldValue.Text(var words) -> words;
            case FieldValue.Truth(var truth) -> Boolean.toString(truth);
            case FieldValue.Time(var ns) -> Long.toString(ns);
        };
    }

    private static TimeSpan seconds(long from, long to) {
        return new TimeSpan(from * 1_000_000_000L, to * 1_000_000_000L);
    }

    @Test
    void runsOfKm3netByTheirTrees() {
        assertThat(scanned("km3net-runs", "km3net"))
                .isEqualTo(new FileSummary(5, 2_519_069, 115_968, 5, 0, 0, 4, seconds(1_567_036_816, 1_676_251_007)));
        String uproot = Oracle.python("uproot", "h5py").run("""
                import sys, uproot
                for name in ('dst/orca4_sample.root', 'hdf5/geamon.h5', 'km3-230213A/event/KM3-230213A_allhits.root',
                             'offline/km3net_offline.root', 'offline/usr-sample.root'):
                    if name.endswith('.h5'):
                        print(name, '- - - - -')
                        continue
                    tree = uproot.open(sys.argv[1] + '/' + name)['E']
                    of = lambda column: tree['Evt/' + column].array(library='np')
                    print(name, of('run_id').min(), of('det_id').min(), of('t/t.fSec').min(), of('t/t.fSec').max(), tree.num_entries)
                """, SharedData.file("km3net"));
        assertThat(told("km3net-runs", "run", "detector", "first", "last", "events"))
                .isEqualTo(uproot.strip());
        CataloguedFile made = file("km3net-runs", "hdf5/geamon.h5");
        assertThat(made.metadata().fields())
                .as("of the provenance beside it, geamon.h5.prov.json")
                .containsEntry("processed", new FieldValue.Time(1_612_288_259_827_937_000L))
                .containsEntry("processed_by", new FieldValue.Text("1.3.5"));
        assertThat(made.metadata().notes()).hasSize(5).allMatch(note -> note.contains("there is no table `E`"));
    }

    @Test
    void detectorsOfKm3netByTheirHeadersAndModules() {
        FileSummary all = scanned("km3net-detectors", "km3net");
        assertThat(all.files()).isEqualTo(9);
        assertThat(all.bytes()).isEqualTo(3_395_517);
        assertThat(all.timed()).as("version 1 has no dates").isEqualTo(8);
        String km3pipe = Oracle.python("numpy").run("""
                import sys, glob, os
                for file in sorted(glob.glob(sys.argv[1] + '/detx/*.detx')):
                    lines = [l for l in open(file) if l.strip() and not l.startswith('#')]
                    version = lines[0].split()[1]
                    modules = int(version) if version.isdigit() else int(lines[3])
                    print(os.path.relpath(file, sys.argv[1]), lines[0].split()[0], modules)
                """, SharedData.file("km3net"));
        assertThat(told("km3net-detectors", "detector", "modules").lines().filter(l -> l.startsWith("detx/")))
                .containsExactlyElementsOf(km3pipe.strip().lines().toList());
        // the same detector in both formats
        assertThat(told("km3net-detectors", "detector", "modules", "pmts", "version")
                        .lines())
                .contains("datx/KM3NeT_00000133_20221025.datx 133 399 11718 5")
                .contains("detx/KM3NeT_00000133_20221025.detx 133 399 11718 5");
    }

    @Test
    void corsikaByHeadersCardsLogsAndProfiles() {
        FileSummary all = scanned("corsika-files", "corsika");
        assertThat(all.files()).isEqualTo(9);
        assertThat(all.bytes()).isEqualTo(1_241_733);
        // showers, runs and primary energies as SOURCE.md lists them and pycorsikaio reads them
        assertThat(told("corsika-files", "run", "showers", "corsika_version", "began", "thinned")
                        .lines())
                .containsExactly(
                        "cer_corsika76900_thin 3 200 7.69000 2024-05-25 true",
                        "corsika74100 1 20 7.41000 2017-10-18 false",
                        "corsika75700 1 10 7.57000 2018-03-14 false",
                        "corsika75700.zst 1 10 7.57000 2018-03-14 false",
                        "corsika757_particle 1 10 7.57000 2018-03-15 false",
                        "corsika_77500_particle_vertical.long - - - - -",
                        "km3net/DAT000001 1 10 7.74100 2022-03-23 false",
                        "km3net/datacard_run_000001.inp - - - - -",
                        "km3net/datacard_run_000001.out.gz - - - - -");
        String corsikaio = Oracle.python("corsikaio").run("""
                import sys, corsikaio
                for name, reader in (('corsika74100', corsikaio.CorsikaFile), ('corsika75700', corsikaio.CorsikaFile),
                                     ('corsika757_particle', corsikaio.CorsikaParticleFile), ('km3net/DAT000001', corsikaio.CorsikaParticleFile)):
                    with reader(sys.argv[1] + '/' + name) as file:
                        energies = [shower.header['total_energy'] for shower in file]
                        print(name, len(energies), '%.6g' % (max(energies) / 1000))
                """, SharedData.file("corsika"));
        assertThat(told("corsika-files", "showers", "e_max").lines())
                .containsAll(
                        corsikaio.strip().lines().map(RealFilesIT::asJavaPrints).toList());
        assertThat(file("corsika-files", "km3net/datacard_run_000001.inp")
                        .metadata()
                        .fields())
                .containsEntry("card_showers", new FieldValue.Whole(10))
                .containsEntry("card_primary", new FieldValue.Whole(14));
        assertThat(file("corsika-files", "km3net/datacard_run_000001.out.gz")
                        .metadata()
                        .fields())
                .containsEntry("log_version", new FieldValue.Text("7.7410"));
        assertThat(file("corsika-files", "corsika_77500_particle_vertical.long")
                        .metadata()
                        .fields())
                .containsEntry("profile_depth", new FieldValue.Text("vertical"));
    }

    /** Java's {@code %g} keeps the zeros at the end that C's leaves out. */
    private static String asJavaPrints(String line) {
        String[] words = line.split(" ", -1);
        return "%s %s %.6g".formatted(words[0], words[1], Double.parseDouble(words[2]));
    }

    @Test
    void binariesByTheFieldsOfTheirDescription() {
        FileSummary all = scanned("xia-pixie4e", "binary-ksy/xia-pixie4e");
        assertThat(all.bytes()).isEqualTo(57_728 + 1_856 + 1_472);
        assertThat(told("xia-pixie4e", "run", "part", "serial_number", "run_format", "records")
                        .lines())
                .containsExactly(
                        "LaBr_Na22coinc_attn8_500fast_0148_xsmall.b00 148 xsmall 226 list_mode 100",
                        "LaBr_Na22coinc_attn8_500fast_0148_xxsmall.b00 148 xxsmall 226 list_mode 3",
                        "StilbeneAmCs_500_0253_xxsmall.b00 253 xxsmall 226 list_mode 3");
        String struct = Oracle.python("numpy").run("""
                import sys, glob, os, struct
                for file in sorted(glob.glob(sys.argv[1] + '/*.b00')):
                    data = open(file, 'rb').read()
                    block, serial = struct.unpack_from('<H', data, 0)[0], struct.unpack_from('<H', data, 24)[0]
                    at, energies = 64, []
                    while at < len(data) - 64:
                        blocks, = struct.unpack_from('<H', data, at + 4)
                        energies.append(struct.unpack_from('<H', data, at + 16)[0])
                        at += 64 + 2 * blocks * block
                    print(os.path.basename(file), serial, len(energies), max(energies))
                """, SharedData.file("binary-ksy/xia-pixie4e"));
        assertThat(files("xia-pixie4e").stream()
                        .map(file -> "%s %s %s %.0f"
                                .formatted(
                                        file.path(),
                                        text(file.metadata().fields().get("serial_number")),
                                        text(file.metadata().fields().get("records")),
                                        ((FieldValue.Real) Objects.requireNonNull(
                                                        file.metadata().fields().get("energy_max")))
                                                .value())))
                .containsExactlyElementsOf(struct.strip().lines().toList());
    }

    /** Tables and files by one command; the HDF5 file is no source of the tables. */
    @Test
    void kascadeByItsTableAndAttributes() {
        RunHerald.Outcome ingest = RunHerald.with(
                "ingest",
                COLLECTIONS.resolve("hisparc-kascade").toString(),
                "--data",
                SharedData.file("kascade").toString(),
                "--home",
                place.toString());
        assertThat(ingest.status()).as(ingest.err()).isZero();
        assertThat(ingest.err()).contains("release r1, 10 rows", "2 files: 2 new");
        // h5py knows no H5T_TIME; PyTables, which wrote the file, does
        String pytables = Oracle.python("tables").run("""
                import sys, tables
                with tables.open_file(sys.argv[1]) as file:
                    events = file.root.kascade.events
                    print(events.col('run_id').min(), events.col('timestamp').min(), events.col('timestamp').max(), '%.6e' % events.col('energy').max())
                """, SharedData.file("kascade/hisparc-kascade/kascade.h5"));
        String[] words = pytables.strip().split(" ", -1);
        CataloguedFile file = file("hisparc-kascade", "hisparc-kascade/kascade.h5");
        assertThat(file.metadata().run()).isEqualTo(Long.parseLong(words[0])).isEqualTo(6402);
        assertThat(file.metadata().span()).isEqualTo(seconds(Long.parseLong(words[1]), Long.parseLong(words[2])));
        assertThat("%.6e"
                        .formatted(((FieldValue.Real) Objects.requireNonNull(
                                        file.metadata().fields().get("e_max")))
                                .value()))
                .isEqualTo(words[3]);
        assertThat(file.metadata().fields()).containsEntry("title", new FieldValue.Text("KASCADE events"));
        assertThat(file("hisparc-kascade", "hisparc-kascade/kascade.dat")
                        .metadata()
                        .rows())
                .isEqualTo(10);
    }
}
