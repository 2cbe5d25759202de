package org.heralddata.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.QueryExample;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.descriptor.ColumnDescriptor;
import org.heralddata.model.descriptor.ColumnSource;
import org.heralddata.model.descriptor.DirectionMapping;
import org.heralddata.model.descriptor.DirectionMapping.Compass;
import org.heralddata.model.descriptor.DirectionMapping.Points;
import org.heralddata.model.descriptor.EnergyMapping;
import org.heralddata.model.descriptor.TableDescriptor;
import org.heralddata.model.descriptor.TimeMapping;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.sky.Site;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.time.TimeScale;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.testkit.ProjectRoot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorParserTest {

    @Test
    void readsTheExampleOfTheReference() throws IOException {
        CollectionDescriptor kascade = read(valid());
        assertThat(kascade.about().id().value()).isEqualTo("kascade");
        assertThat(kascade.about().site()).isEqualTo(new Site(49.0994, 8.4378, 110));
        assertThat(kascade.about().licence()).isEqualTo(new Licence("CC-BY-4.0", null));
        assertThat(kascade.about().creators()).containsExactly(new Creator("KASCADE Collaboration", null, null));
        assertThat(kascade.about().access()).isEqualTo(new Access.Open());
        assertThat(kascade.text()).isEqualTo(valid());
        TableDescriptor events = kascade.tables().getFirst();
        assertThat(events.name()).isEqualTo("events");
        assertThat(events.source().files()).containsExactly("data/*.h5");
        assertThat(events.key()).containsExactly("event_id");
        assertThat(events.time()).isEqualTo(new TimeMapping.Seconds("gt", "mt", TimeScale.UTC));
        assertThat(events.direction())
                .isEqualTo(new DirectionMapping.Horizontal("ze", "az", Compass.NORTH, Compass.EAST, Points.ORIGIN));
        assertThat(events.energy()).isEqualTo(new EnergyMapping("array_e", EnergyScale.LOG10, new Unit("eV")));
        assertThat(events.sort()).isEqualTo(SortOrder.TIME);
        assertThat(events.columns().get(3))
                .isEqualTo(new ColumnDescriptor(
                        "ze",
                        new ColumnSource.FileColumn("Ze"),
                        new Unit("deg"),
                        null,
                        new Ucd("pos.az.zd"),
                        new Range(0, 60),
                        "Zenith angle",
                        null,
                        null));
        assertThat(events.components()).singleElement().satisfies(array -> {
            assertThat(array.name()).isEqualTo("array");
            assertThat(array.columns().getFirst().unit()).isEqualTo(new Unit("log(eV)"));
        });
    }

    @Test
    void readsEveryFormOfAColumnsSource() {
        List<ColumnDescriptor> columns = table("""
                - {name: plain, description: d}
                - {name: renamed, source: "TEL[2]", description: d}
                - {name: spelt_out, source: {column: A}, description: d}
                - {name: run, source: {file_name: 'run_(\\d+)'}, type: int32, description: d}
                - {name: obs_id, source: {metadata: OBS_ID}, description: d}
                - {name: period, source: {value: 2020}, description: d, missing: -999}
                """).columns();
        assertThat(columns.stream().map(ColumnDescriptor::source))
                .containsExactly(
                        new ColumnSource.FileColumn("plain"),
                        new ColumnSource.FileColumn("TEL[2]"),
                        new ColumnSource.FileColumn("A"),
                        new ColumnSource.FileName("run_(\\d+)"),
                        new ColumnSource.Metadata("OBS_ID"),
                        new ColumnSource.Constant("2020"));
        assertThat(columns.get(3).type()).isEqualTo(ColumnType.INT32);
        assertThat(columns.get(5).missing()).isEqualTo("-999");
    }

    @Test
    void readsEveryFormOfTime() {
        assertThat(time("{mjd: a, scale: tt}")).isEqualTo(new TimeMapping.Mjd("a", TimeScale.TT));
        assertThat(time("{iso: a}")).isEqualTo(new TimeMapping.Iso("a", TimeScale.UTC));
        assertThat(time("{gps: a, nanoseconds: b}")).isEqualTo(new TimeMapping.Gps("a", "b"));
        assertThat(time("{seconds: a}")).isEqualTo(new TimeMapping.Seconds("a", null, TimeScale.UTC));
        assertThat(time("{elapsed: a}")).isEqualTo(new TimeMapping.Elapsed("a", null, null));
        assertThat(time("{elapsed: a, reference_mjd: 51910, scale: tt}"))
                .isEqualTo(new TimeMapping.Elapsed("a", 51910.0, TimeScale.TT));
    }

    @Test
    void readsEveryFormOfDirection() {
        assertThat(direction("{ra: x, dec: y}")).isEqualTo(new DirectionMapping.Equatorial("x", "y"));
        assertThat(direction("{l: x, b: y}")).isEqualTo(new DirectionMapping.Galactic("x", "y"));
        assertThat(direction("{zenith: x, azimuth: y, azimuth_from: east, azimuth_to: north, points: travel}"))
                .isEqualTo(new DirectionMapping.Horizontal("x", "y", Compass.EAST, Compass.NORTH, Points.TRAVEL));
        assertThat(direction("{vector: [x, y, z], points: travel}"))
                .isEqualTo(new DirectionMapping.LocalVector("x", "y", "z", Points.TRAVEL));
    }

    @Test
    void sortsByTimeElseBySkyUnlessTold() {
        assertThat(table("- {name: a, description: d}").sort()).isEqualTo(SortOrder.NONE);
        String sky = "direction: {ra: x, dec: y}";
        String columns = "- {name: x, unit: deg, description: d}\n- {name: y, unit: deg, description: d}\n";
        assertThat(table(sky, columns).sort()).isEqualTo(SortOrder.SKY);
        assertThat(table(sky + "\n    sort: none", columns).sort()).isEqualTo(SortOrder.NONE);
    }

    @Test
    void letsColumnsTakeTheNameOfWhatTheyAre() {
        String columns = "- {name: ra, unit: deg, description: d}\n- {name: dec, unit: deg, description: d}\n"
                + "- {name: time, description: d}\n- {name: uuid, description: d}\n";
        String roles = "key: uuid\n    time: {iso: time}\n    direction: {ra: ra, dec: dec}";
        assertThat(table(roles, columns).key()).containsExactly("uuid");
    }

    @Test
    void readsTermsOfUse() {
        String text = document("", "- {name: a, description: d}")
                .replace("licence: CC0-1.0", """
                        licence: {name: KCDC EULA, url: https://kcdc.iap.kit.edu}
                        access: {group: members, until: 2028-01-01}
                        creators:
                          - {name: 'Carberry, Josiah', orcid: 0000-0002-1825-0097, affiliation: Brown}
                          - Someone
                        keywords: [air shower, knee]
                        examples: [{title: All, query: SELECT a FROM toys.events}]""")
                .replace("creators: [x]\n", "");
        CollectionDescriptor read = read(text);
        assertThat(read.about().licence()).isEqualTo(new Licence("KCDC EULA", "https://kcdc.iap.kit.edu"));
        assertThat(read.about().access()).isEqualTo(new Access.Restricted("members", LocalDate.of(2028, 1, 1)));
        assertThat(read.about().creators())
                .containsExactly(
                        new Creator("Carberry, Josiah", "0000-0002-1825-0097", "Brown"),
                        new Creator("Someone", null, null));
        assertThat(read.about().keywords()).containsExactly("air shower", "knee");
        assertThat(read.about().examples()).containsExactly(new QueryExample("All", null, "SELECT a FROM toys.events"));
    }

    @Test
    void letsTablesShareColumnsByAlias() {
        String text = document("", "- {name: a, description: d}").replace("columns:", "columns: &columns")
                + "  more:\n    description: d\n    source: {files: more.csv}\n    columns: *columns\n";
        assertThat(read(text).tables())
                .hasSize(2)
                .allSatisfy(t -> assertThat(t.columns())
                        .singleElement()
                        .extracting(ColumnDescriptor::name)
                        .isEqualTo("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{{{",
                "a: *unknown",
                "&a [*a]",
                "herald: &a {x: *a}",
                "!!java.net.URL [x]",
                "\u0000",
                "? [a]\n: b"
            })
    void refusesWhatIsNoDescriptor(String text) {
        assertThatThrownBy(() -> DescriptorParser.parse("x.yaml", text).orRefuse())
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesHostileTextsQuickly() {
        var many = new StringBuilder("herald: 1\ntables:\n  t: &t\n    columns:\n");
        many.repeat("      - {name: a}\n", 10_000);
        for (int i = 0; i < 150; i++) {
            many.append("  t").append(i).append(": *t\n");
        }
        var deepening = new StringBuilder();
        for (int i = 0; i < 1_300; i++) {
            deepening.repeat(' ', i).append("a:\n");
        }
        for (String text : List.of(
                "[".repeat(500_000),
                "- ".repeat(400_000),
                "? ".repeat(400_000),
                "a: &a\n" + "b: *a\n".repeat(10_000),
                "x".repeat(1_000_001),
                many.toString(),
                deepening.toString())) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> assertThat(DescriptorParser.parse("x.yaml", text).descriptor())
                            .isEmpty());
        }
    }

    private static @Nullable TimeMapping time(String form) {
        String unit = form.contains("mjd: a") ? "d" : form.contains("iso") ? "\"\"" : "s";
        String columns =
                "- {name: a, unit: %s, description: d}\n- {name: b, unit: ns, description: d}\n".formatted(unit);
        return table("time: " + form, columns).time();
    }

    private static @Nullable DirectionMapping direction(String form) {
        String columns = """
                - {name: t, unit: s, description: d}
                - {name: x, unit: deg, description: d}
                - {name: y, unit: rad, description: d}
                - {name: z, description: d}
                """;
        return table("time: {seconds: t}\n    direction: " + form, columns).direction();
    }

    private static TableDescriptor table(String columns) {
        return table("", columns);
    }

    private static TableDescriptor table(String roles, String columns) {
        return read(document(roles, columns)).tables().getFirst();
    }

    private static String document(String roles, String columns) {
        return """
                herald: 1
                id: x
                title: t
                description: d
                messenger: photon
                site: {latitude: -90, longitude: 0, height: 2.835 km}
                creators: [x]
                licence: CC0-1.0
                tables:
                  events:
                    description: d
                    source: {files: [a.csv, "b/*.csv"]}
                    %s
                    columns:
                %s""".formatted(roles, columns.indent(6));
    }

    private static CollectionDescriptor read(String text) {
        ParsedDescriptor parsed = DescriptorParser.parse("collection.yaml", text);
        assertThat(DiagnosticText.render(parsed.diagnostics())).isEmpty();
        return parsed.orRefuse();
    }

    private static String valid() throws IOException {
        return Files.readString(ProjectRoot.path().resolve("descriptor/src/test/golden/valid/input.yaml"));
    }
}
