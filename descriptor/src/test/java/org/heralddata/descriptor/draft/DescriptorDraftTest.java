package org.heralddata.descriptor.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heralddata.descriptor.DescriptorCode;
import org.heralddata.descriptor.DescriptorParser;
import org.heralddata.descriptor.ParsedDescriptor;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.descriptor.DirectionMapping;
import org.heralddata.model.descriptor.EnergyMapping;
import org.heralddata.model.descriptor.TableDescriptor;
import org.heralddata.model.descriptor.TimeMapping;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.time.TimeScale;
import org.heralddata.model.unit.Unit;
import org.heralddata.spi.Formats;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorDraftTest {
    private static final Formats FORMATS = Formats.installed();

    @ParameterizedTest
    @ValueSource(strings = {"kascade", "icecube", "magic-ml", "gamma-dl3", "hisparc", "km3net/hdf5"})
    void draftsOfRealFilesPassTheCheck(String folder) throws IOException {
        int drafted = 0;
        for (Path file : SharedData.files(
                folder, p -> !p.matches(".*(\\.md|\\.txt|\\.rst|\\.cff|\\.names|LICENSE.*|\\.json)$"))) {
            if (FORMATS.recognise(file).isEmpty()) {
                continue;
            }
            try {
                assertPasses(DescriptorDraft.from(List.of(file), FORMATS), file.toString());
                drafted++;
            } catch (Refusal refusal) {
                assertThat(refusal.diagnostics())
                        .as(file.toString())
                        .allSatisfy(d -> assertThat(d.code()).isEqualTo(DescriptorCode.NO_TABLE));
            }
        }
        assertThat(drafted).isPositive();
    }

    @Test
    void findsTheEventsOfGammaRayFiles() throws IOException {
        List<Path> runs = SharedData.files("gamma-dl3/hess-dl3-dr1/data", p -> p.contains("obs_id_0235"));
        String draft = DescriptorDraft.from(runs, FORMATS);
        TableDescriptor events = table(draft);
        assertThat(events.source().files()).containsExactly("hess_dl3_dr1_obs_id_0235*.fits.gz");
        assertThat(events.source().table()).isEqualTo("EVENTS");
        assertThat(events.time()).isInstanceOf(TimeMapping.Elapsed.class);
        assertThat(events.direction()).isEqualTo(new DirectionMapping.Equatorial("ra", "dec"));
        assertThat(events.energy()).isEqualTo(new EnergyMapping("energy", EnergyScale.LINEAR, new Unit("TeV")));
        assertThat(events.key()).containsExactly("event_id");
        assertThat(draft).contains("messenger: photon", "latitude: -23.27", "were left out: GTI");
    }

    @Test
    void takesRightAscensionInHoursToDegrees() throws IOException {
        String draft =
                DescriptorDraft.from(List.of(SharedData.file("icecube/20080911_AMANDA_7_Year_Data.zip")), FORMATS);
        assertThat(draft).contains("{name: ra, source: RA, unit: deg, source_unit: \"15deg\"");
        assertThat(table(draft).direction()).isEqualTo(new DirectionMapping.Equatorial("ra", "dec"));
    }

    @Test
    void guessesUnitsOfUnlabelledColumnsFromTheirValues() throws IOException {
        String draft = DescriptorDraft.from(List.of(SharedData.file("kascade/kcdc-tutorial/dataset1.csv")), FORMATS);
        assertThat(table(draft).energy()).isEqualTo(new EnergyMapping("lg_e", EnergyScale.LOG10, new Unit("eV")));
        assertThat(draft)
                .contains(
                        "{name: ze, source: Ze, unit: deg",
                        "# values 0.174868 to 58.7516; unit guessed from the values");
    }

    @Test
    void findsTimeOfSecondsAndNanoseconds() throws IOException {
        String draft = DescriptorDraft.from(List.of(SharedData.file("km3net/hdf5/basic_analysis_sample.h5")), FORMATS);
        assertThat(table(draft).time())
                .isEqualTo(new TimeMapping.Seconds("utc_seconds", "utc_nanoseconds", TimeScale.UTC));
        assertThat(draft).contains("messenger: cosmic-ray");
    }

    @ParameterizedTest
    @CsvSource({
        "fM3Long, f_m3_long",
        "EVENT_ID, event_id",
        "Log(E/GeV), log_e_gev",
        "lgNmu, lg_nmu",
        "nHitSP10, n_hit_sp10",
        "3C273, c_3_c273",
        "'Dec.', dec",
        "!!, column",
        "reco/gandalf, reco_gandalf"
    })
    void makesNamesThatQueriesCanUse(String name, String snake) {
        assertThat(ColumnName.snake(name)).isEqualTo(snake);
    }

    @Test
    void refusesWhatNoReaderKnows(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("noise.bin"), new byte[] {1, 2, 3, 0, (byte) 0xff});
        assertRefused(file, DescriptorCode.NOT_RECOGNISED);
    }

    @Test
    void refusesFilesWithoutTables() {
        assertRefused(SharedData.file("fits-votable/fits/arange.fits"), DescriptorCode.NO_TABLE);
    }

    @Test
    void quotesWhatYamlWouldMisread() {
        for (String text :
                List.of("yes", "12", "a: b", "x, y", "#1", "he said \"no\"", "back\\slash", "[m]", "- a", "")) {
            String yaml = "title: " + DraftText.quoted(text);
            assertThat(DescriptorParser.parse("x", yaml).diagnostics())
                    .as(yaml)
                    .noneMatch(d -> d.code() == DescriptorCode.SYNTAX || d.code() == DescriptorCode.WRONG_KIND);
        }
    }

    private static void assertRefused(Path file, DescriptorCode code) {
        assertThatThrownBy(() -> DescriptorDraft.from(List.of(file), FORMATS))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().code())
                                .isEqualTo(code));
    }

    private static TableDescriptor table(String draft) {
        return DescriptorParser.parse("draft.yaml", draft).orRefuse().tables().getFirst();
    }

    private static void assertPasses(String draft, String file) {
        ParsedDescriptor parsed = DescriptorParser.parse("draft.yaml", draft);
        assertThat(parsed.descriptor())
                .as("%s%n%s%n%s", file, DiagnosticText.render(parsed.diagnostics()), draft)
                .isPresent();
    }
}
