package org.heralddata.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.ingest.Ingest;
import org.heralddata.ingest.Ingest.Outcome;
import org.heralddata.ingest.Progress;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;
import org.heralddata.store.TableScan;
import org.heralddata.store.home.Home;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ingests the ready-made collections from the public files, into one home. */
@TestInstance(Lifecycle.PER_CLASS)
class RealCollectionsIT {
    private static final Path COLLECTIONS =
            Path.of(Objects.requireNonNull(System.getProperty("herald.root")), "collections");

    private Home home;
    private Ingest ingest;

    @BeforeAll
    void openHome(@TempDir Path folder) {
        home = Home.open(folder.resolve("home"));
        ingest = new Ingest(Formats.installed(), home.catalogue(), home::begin, "herald test");
    }

    @AfterAll
    void closeHome() {
        home.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    icecube-ic40,     icecube,                    events, 12876
                    amanda-7yr,       icecube,                    events, 6595
                    icecube-hese,     icecube,                    events, 102
                    magic-uci,        magic-ml,                   images, 19020
                    fermi-lat-crab,   gamma-dl3/joint-crab-repo,  events, 10441
                    hisparc-kascade,  kascade,                    events, 10
                    fact-crab,        gamma-dl3/joint-crab-repo,  events, 8733
                    hawc-crab,        gamma-dl3/hawc,             events, 731
                    km3net-orca,      km3net,                     events, 3484
                    """)
    void ingestsAllRows(String id, String folder, String table, long rows) throws IOException, InterruptedException {
        Release release = released(id, folder);
        assertThat(table(release, table).rows()).isEqualTo(rows);
        assertThat(release.inputs()).allSatisfy(input -> {
            assertThat(input.sha256()).matches("[0-9a-f]{64}");
            assertThat(input.rows()).isPositive();
        });
        assertThat(ingest(id, folder)).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void kcdcTutorialHasItsEnergies() throws IOException, InterruptedException, SQLException {
        Release release = released("kcdc-tutorial", "kascade");
        assertThat(release.tables().stream().map(PublishedTable::rows).toList()).containsExactly(2940L, 2210L);
        PublishedTable first = release.tables().getFirst();
        PublishedColumn energy = first.column("array_e").orElseThrow();
        assertThat(energy.statistics().min()).isEqualTo(13.4399);
        assertThat(energy.statistics().max()).isEqualTo(15.0369);
        double sum = number("select sum(array_e) from %s", release, first.name());
        assertThat(sum).isCloseTo(41_697.2798, within(1e-4));
    }

    @Test
    void hessRunsHaveTheirEventsAndAbsentOnesAreTold() throws IOException, InterruptedException, SQLException {
        Release release = released("hess-dl3-dr1", "gamma-dl3/hess-dl3-dr1");
        assertThat(release.notes())
                .anySatisfy(note -> assertThat(note).contains("obs-index.fits.gz", "97 files that are not there"));
        int[][] runs = {{23_523, 7_613}, {23_526, 7_581}, {23_559, 7_601}, {23_592, 7_334}};
        for (int[] run : runs) {
            assertThat(number("select count(*) from %s where obs_id = " + run[0], release, "events"))
                    .isEqualTo(run[1]);
        }
        assertThat(number("select count(distinct uuid) from %s", release, "events"))
                .isEqualTo(73_723);
        assertThat(number("select epoch_us(min(time)) from %s where obs_id = 23523", release, "events"))
                .isBetween(1.101e15, 1.103e15);
    }

    @Test
    void magicKeepsItsClassesUnderACut() throws IOException, InterruptedException, SQLException {
        Release release = released("magic-uci", "magic-ml");
        PublishedTable events = table(release, "images");
        String text = events.columns().stream()
                .map(PublishedColumn::name)
                .filter(name -> name.contains("class"))
                .findFirst()
                .orElseThrow();
        assertThat(number("select count(*) from %s where f_alpha < 15 and " + text + " = 'g'", release, "images"))
                .isEqualTo(7_568);
        assertThat(number("select count(*) from %s where f_alpha < 15 and " + text + " = 'h'", release, "images"))
                .isEqualTo(1_168);
    }

    /** The sums are those of astropy and h5py over the files. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    fermi-lat-crab, gamma-dl3/joint-crab-repo, events, energy,    310472.2875517578, EVENTS,         ENERGY,    0.001, **/fermi/events.fits.gz
                    fact-crab,      gamma-dl3/joint-crab-repo, events, energy,    14328.926119472862, EVENTS,        ENERGY,    1,     **/2013*_dl3.fits
                    hawc-crab,      gamma-dl3/hawc,            events, energy,    23843.774800855135, EVENTS,        ENERGY,    1,     **/EventList_Crab_fHitbin*NN.fits.gz
                    km3net-orca,    km3net,                    events, weight_w2, 2301183815600000.0, event_info,    weight_w2, 1,     **/basic_analysis_sample.h5
                    km3net-orca,    km3net,                    tracks, dir_z,     144.87294314739822, reco/gandalf,  dir_z,     1,     **/basic_analysis_sample.h5
                    """)
    void columnsAddUpToWhatTheirFilesHold(
            String id,
            String folder,
            String table,
            String column,
            double sum,
            String hdu,
            String field,
            double unit,
            String files)
            throws IOException, InterruptedException, SQLException {
        Release release = released(id, folder);
        double stored = number("select fsum(%s) from %%s".formatted(column), release, table);
        String told =
                Oracle.python("astropy", "h5py", "numpy").run("""
                import glob, math, sys
                import h5py
                from astropy.io import fits
                folder, hdu, field, unit, files = sys.argv[1:]
                values = []
                for file in glob.glob(folder + '/' + files, recursive=True):
                    if file.endswith('.h5'):
                        with h5py.File(file) as h:
                            values.extend(h[hdu][field].tolist())
                    else:
                        with fits.open(file) as h:
                            values.extend(h[hdu].data[field].tolist())
                print(len(values), repr(math.fsum(values) * float(unit)))
                """, SharedData.file(folder), hdu, field, unit, files);
        String[] words = told.split(" ", -1);
        assertThat(table(release, table).rows()).isEqualTo(Long.parseLong(words[0]));
        assertThat(Double.parseDouble(words[1])).isCloseTo(sum, withinPercentage(1e-10));
        // Fermi's energies are 32-bit floats, stored in another unit
        assertThat(stored).isCloseTo(sum, withinPercentage(id.startsWith("fermi") ? 1e-6 : 1e-10));
    }

    private Release released(String id, String folder) throws IOException, InterruptedException {
        return switch (ingest(id, folder)) {
            case Outcome.Released(var release) -> release;
            case Outcome.Unchanged(var release) -> release;
        };
    }

    private Outcome ingest(String id, String folder) throws IOException, InterruptedException {
        try {
            return ingest.run(new Ingest.Request(
                    Descriptors.load(COLLECTIONS.resolve(id)), SharedData.file(folder), null, false, Progress.NONE));
        } catch (Refusal refusal) {
            throw new AssertionError(DiagnosticText.render(refusal.diagnostics()), refusal);
        }
    }

    private double number(String sql, Release release, String table) throws SQLException {
        List<TableScan.ScanFile> files = home.catalogue().scan(release, table).files();
        String list = files.stream().map(f -> "'" + f.path() + "'").collect(Collectors.joining(", "));
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(sql.formatted("read_parquet([" + list + "])"))) {
            assertThat(result.next()).isTrue();
            return result.getDouble(1);
        }
    }

    private static PublishedTable table(Release release, String name) {
        return release.table(name).orElseThrow();
    }
}
