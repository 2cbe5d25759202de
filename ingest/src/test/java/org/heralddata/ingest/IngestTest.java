package org.heralddata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.descriptor.DescriptorParser;
import org.heralddata.ingest.Ingest.Outcome;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class IngestTest {
    private static final Column ID = Column.of("ID", ColumnType.INT64);
    private static final Column GT = Column.of("GT", ColumnType.INT64).withUnit("s");
    private static final Column ENERGY = Column.of("E", ColumnType.FLOAT64).withUnit("GeV");
    private static final Column ZENITH = Column.of("Ze", ColumnType.FLOAT32).withUnit("deg");
    private static final Column NAME = Column.of("name", ColumnType.STRING);

    @TempDir
    Path folder;

    private final FakeFormat format = new FakeFormat();
    private final FakeStore store = new FakeStore();
    private String software = "herald 1";

    @Test
    void publishesColumnsOfTheDescriptorThenWhatItComputes() throws IOException, InterruptedException {
        write(
                "a.fake",
                List.of(ID, GT, ENERGY, ZENITH),
                Tables.row(7L, 1_000_000_000L, 2.5, 10.0),
                Tables.row(8L, 1L, 3.0, null));
        PublishedTable table = release("""
                        key: id
                        time: {seconds: gt, scale: utc}
                        direction: {zenith: array_ze, azimuth: az, azimuth_from: north, azimuth_to: east}
                        energy: {column: e, unit: eV}
                        sort: time
                        columns:
                          - {name: id, source: ID, ucd: meta.id, description: Number}
                          - {name: gt, source: GT, unit: s, ucd: time.epoch, description: Time}
                          - {name: e, source: E, unit: eV, ucd: phys.energy, range: [0, 2.6e9], description: Energy}
                          - {name: az, source: {value: 90}, unit: deg, ucd: pos.az.azi, description: Azimuth}
                        components:
                          array:
                            description: The array
                            columns:
                              - {name: ze, source: Ze, unit: deg, ucd: pos.az.zd, description: Zenith angle}
                        """.indent(4)).table("events").orElseThrow();
        assertThat(table.columns().stream().map(PublishedColumn::name))
                .containsExactly(
                        "id", "gt", "e", "az", "array_ze", "has_array", "time", "ra", "dec", "healpix", "uuid");
        assertThat(table.columns().stream().filter(PublishedColumn::computed).map(PublishedColumn::name))
                .containsExactly("has_array", "time", "ra", "dec", "healpix", "uuid");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.components()).containsExactly(new PublishedTable.Component("array", "The array", 1));
        assertThat(table.common())
                .isEqualTo(new CommonEvent(
                        "uuid", "time", "ra", "dec", "healpix", new CommonEvent.Energy("e", EnergyScale.LINEAR, 1)));
        PublishedColumn energy = table.column("e").orElseThrow();
        assertThat(energy.statistics().min()).isEqualTo(2.5e9);
        assertThat(energy.statistics().max()).isEqualTo(3e9);
        assertThat(energy.statistics().outOfRange()).isEqualTo(1);
        assertThat(table.column("array_ze").orElseThrow().statistics().nulls()).isEqualTo(1);
        Map<String, @Nullable Object> row = rows().getFirst();
        assertThat(row).containsEntry("time", 1_000_000_000_000_000_000L).containsEntry("az", 90L);
        double ra = number(row, "ra");
        assertThat(row).containsEntry("healpix", Healpix.index(29, ra, number(row, "dec")));
        assertThat(rows().get(1))
                .containsEntry("healpix", null)
                .containsEntry("ra", null)
                .containsEntry("has_array", false);
        assertThat(staged().sort).isEqualTo(SortOrder.TIME);
        assertThat(staged().sortColumn).isEqualTo("time");
        assertThat(staged().finished).isTrue();
        assertThat(store.releases.getLast().notes())
                .containsExactly("`events`: 1 values of `e` are outside 0.0 to 2.6E9 eV");
        assertThat(store.log).containsExactly("commit", "close");
    }

    @Test
    void identifiersAreThoseOfTheKeyOrThePlace() throws IOException, InterruptedException {
        write("a.fake", List.of(ID, NAME), Tables.row(7L, "x/y"), Tables.row(7L, "z"), Tables.row(7L, "z"));
        release(columns("key: [id, name]", "{name: id, source: ID}", "{name: name}"));
        // uuid5(uuid5(NAMESPACE_DNS, 'heralddata.org'), 'demo/events/7/x%2Fy') by Python
        assertThat(rows().getFirst()).containsEntry("uuid", "3b543815-2100-56b0-9356-a5b3909f4ba9");
        assertThat(store.releases.getLast().notes())
                .containsExactly("`events`: 1 rows repeat the key (id, name) of another row");
        release(columns("", "{name: id, source: ID}"));
        assertThat(rows().getFirst()).containsEntry("uuid", "61b23ed9-bdf4-55da-8a1b-ba930ad8abb5");
        assertThat(rows().stream().map(r -> r.get("uuid")).distinct()).hasSize(3);
    }

    @Test
    void keepsUuidsThatTheFilesHave() throws IOException, InterruptedException {
        write("a.fake", List.of(NAME), Tables.row("0190b6b5-0000-7000-8000-000000000001"));
        Release release = release(columns("key: uuid", "{name: uuid, source: name}"));
        assertThat(rows()).containsExactly(Map.of("uuid", "0190b6b5-0000-7000-8000-000000000001"));
        assertThat(release.tables().getFirst().columns()).hasSize(1);
    }

    @Test
    void convertsUnitsAndTypes() throws IOException, InterruptedException {
        Column angle = Column.of("angle", ColumnType.FLOAT32);
        Column list = Column.of("list", ColumnType.INT32).withShape(Shape.LIST).withUnit("MeV");
        Column count = Column.of("count", ColumnType.FLOAT64);
        write(
                "a.fake",
                List.of(ENERGY, angle, list, count, NAME),
                Tables.row(1.0, 0.5, List.of(1L, 2L), 3.0, " 12 "),
                Tables.row(-1.0, -9.0, List.of(), -1.0, ""));
        Release release = release(columns(
                "",
                "{name: e, source: E, unit: TeV, missing: \"-1\"}",
                "{name: angle, unit: deg, source_unit: rad, missing: \"-9\"}",
                "{name: list, unit: GeV}",
                "{name: first, source: \"list[0]\", unit: MeV}",
                "{name: count, type: int16, missing: \"-1\"}",
                "{name: name, type: int32}"));
        assertThat(rows().getFirst()).containsEntry("e", 1e-3).containsEntry("list", List.of(1e-3, 2e-3));
        assertThat(rows().getFirst())
                .containsEntry("first", 1L)
                .containsEntry("count", 3L)
                .containsEntry("name", 12L);
        assertThat(number(rows().getFirst(), "angle")).isCloseTo(28.64789, within(1e-4));
        assertThat(rows().get(1))
                .containsEntry("e", null)
                .containsEntry("angle", null)
                .containsEntry("list", List.of())
                .containsEntry("first", null)
                .containsEntry("count", null)
                .containsEntry("name", null);
        PublishedTable table = release.tables().getFirst();
        assertThat(table.columns().stream().map(PublishedColumn::type))
                .startsWith(
                        ColumnType.FLOAT64,
                        ColumnType.FLOAT32,
                        ColumnType.FLOAT64,
                        ColumnType.INT32,
                        ColumnType.INT16,
                        ColumnType.INT32);
    }

    @Test
    void takesMetadataFileNamesAndConstants() throws IOException, InterruptedException {
        format.write(folder.resolve("run12.fake"), metadata("OBS_ID", "42"), List.of(ID), List.of(Tables.row(1L)));
        release(columns(
                "",
                "{name: obs, source: {metadata: OBS_ID}}",
                "{name: maker, source: {metadata: MADE_BY}}",
                "{name: run, source: {file_name: 'run([0-9]+)'}, type: string}",
                "{name: kind, source: {value: muon}}"));
        assertThat(rows().getFirst())
                .containsEntry("obs", 42L)
                .containsEntry("maker", "a test")
                .containsEntry("run", "12")
                .containsEntry("kind", "muon");
    }

    @Test
    void tellsAllMistakesTogether() throws IOException {
        write(
                "a.fake",
                List.of(ENERGY, Column.of("odd", ColumnType.FLOAT64).withUnit("wibble"), NAME),
                Tables.row(1.0, 1.0, "x"));
        Refusal refusal = refused(columns(
                "",
                "{name: a, source: EE}",
                "{name: b, source: E, unit: m}",
                "{name: c, source: {metadata: MAD_BY}}",
                "{name: d, source: {file_name: 'run([0-9]+)'}}",
                "{name: f, source: odd, unit: m}",
                "{name: g, source: \"E[0]\", unit: GeV}"));
        assertThat(codes(refusal)).containsExactly("I004", "I007", "I005", "I006", "I007", "I004");
        assertThat(text(refusal))
                .contains("did you mean `E`?", "it has `E`, `odd`, `name`", "did you mean `MADE_BY`?", "source_unit");
        assertThat(store.log).isEmpty();
    }

    @Test
    void refusesUnfitValuesWithTheirRow() throws IOException {
        write("a.fake", List.of(NAME), Tables.row("1"), Tables.row("2"), Tables.row("three"));
        Refusal refusal = refused(columns("", "{name: name, type: int32}"));
        assertThat(codes(refusal)).containsExactly("I009");
        assertThat(text(refusal)).contains("column `name`: `three` is no number in row 3", "a.fake");
        assertThat(store.log).containsExactly("abort");
        write("a.fake", List.of(ID), Tables.row(300L));
        assertThat(text(refused(columns("", "{name: id, source: ID, type: uint8}"))))
                .contains("`300` is out of the range of uint8 in row 1");
    }

    @Test
    void takesTypesThatHoldAllFiles() throws IOException, InterruptedException {
        write(
                "a.fake",
                List.of(Column.of("n", ColumnType.INT16), Column.of("x", ColumnType.FLOAT32)),
                Tables.row(1L, 1.0));
        write(
                "b.fake",
                List.of(Column.of("n", ColumnType.UINT16), Column.of("x", ColumnType.INT64)),
                Tables.row(2L, 2L));
        PublishedTable table =
                release(columns("", "{name: n}", "{name: x}")).tables().getFirst();
        assertThat(table.columns().stream().map(PublishedColumn::type))
                .startsWith(ColumnType.INT32, ColumnType.FLOAT64);
        write(
                "b.fake",
                List.of(Column.of("n", ColumnType.STRING), Column.of("x", ColumnType.INT64)),
                Tables.row("2", 2L));
        assertThat(text(refused(columns("", "{name: n}", "{name: x}"))))
                .contains("column `n` is string in this file and int16 in others", "b.fake");
    }

    @Test
    void brokenFileInTheMiddleLeavesNothing() throws IOException {
        write("a.fake", List.of(ID), Tables.row(1L));
        format.write(
                folder.resolve("b.fake"),
                List.of(new FakeFormat.Content(
                        "t",
                        metadata("", ""),
                        List.of(ID),
                        List.of(Tables.row(1L), Tables.row(2L), Tables.row(3L)),
                        2)));
        Refusal refusal = refused(columns("", "{name: id, source: ID}"));
        assertThat(text(refusal)).contains("b.fake, t, byte 1234");
        assertThat(store.log).containsExactly("abort");
        assertThat(store.releases).isEmpty();
    }

    @Test
    void whatTheStoreRefusesEndsIt() throws IOException {
        write("a.fake", List.of(ID), Tables.row(1L), Tables.row(2L), Tables.row(3L));
        store.failure = new IllegalStateException("disk full");
        assertThatThrownBy(() -> run(columns("", "{name: id, source: ID}"), null, false))
                .hasMessage("disk full");
        assertThat(store.log).containsExactly("abort");
    }

    @Test
    void interruptionEndsItCleanly() throws IOException {
        write("a.fake", List.of(ID), Tables.row(1L), Tables.row(2L), Tables.row(3L));
        format.beforeBatch = () -> Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(columns("", "{name: id, source: ID}"), null, false))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(store.log).containsExactly("abort");
    }

    @Test
    void unchangedFilesMakeNoRelease() throws IOException, InterruptedException {
        String table = columns("", "{name: id, source: ID}");
        write("a.fake", List.of(ID), Tables.row(1L));
        assertThat(run(table, null, false)).isInstanceOf(Outcome.Released.class);
        assertThat(run(table, null, false)).isEqualTo(new Outcome.Unchanged(store.releases.getFirst()));
        assertThat(run(table, null, true)).isInstanceOf(Outcome.Released.class);
        assertThat(run(table, "second", false)).isInstanceOf(Outcome.Released.class);
        assertThat(store.releases.getLast().name()).isEqualTo("second");
        assertThat(run(table, null, false)).isInstanceOf(Outcome.Unchanged.class);
    }

    @ParameterizedTest
    @CsvSource({"file", "more files", "descriptor", "software"})
    void whateverChangesMakesARelease(String what) throws IOException, InterruptedException {
        String table = columns("", "{name: id, source: ID}");
        write("a.fake", List.of(ID), Tables.row(1L));
        run(table, null, false);
        switch (what) {
            case "file" -> {
                Path file = folder.resolve("a.fake");
                String text = Files.readString(file);
                write("a.fake", List.of(ID), Tables.row(2L));
                assertThat(Files.readString(file)).isNotEqualTo(text);
            }
            case "more files" -> write("b.fake", List.of(ID), Tables.row(2L));
            case "descriptor" -> table = columns("", "{name: other, source: ID}");
            default -> software = "herald 2";
        }
        assertThat(run(table, null, false)).isInstanceOf(Outcome.Released.class);
    }

    @Test
    void recordsWhereAllCameFrom() throws IOException, InterruptedException {
        write("b.fake", List.of(ID), Tables.row(1L));
        write("a.fake", List.of(ID), Tables.row(1L), Tables.row(2L));
        Release release = release(columns("", "{name: id, source: ID}"));
        assertThat(release.inputs().stream().map(i -> i.path() + " " + i.table() + " " + i.rows() + " " + i.reader()))
                .containsExactly("a.fake events 2 fake", "b.fake events 1 fake");
        var first = release.inputs().getFirst();
        Path file = folder.resolve("a.fake");
        assertThat(first.bytes()).isEqualTo(Files.size(file));
        assertThat(first.modified()).isEqualTo(Files.getLastModifiedTime(file).toInstant());
        assertThat(first.sha256()).matches("[0-9a-f]{64}");
        assertThat(release.software()).isEqualTo("herald 1");
    }

    @Test
    void tellsOfProgress() throws IOException, InterruptedException {
        write("a.fake", List.of(ID), Tables.row(1L), Tables.row(2L), Tables.row(3L));
        write("b.fake", List.of(ID), Tables.row(1L));
        List<Progress.State> states = new ArrayList<>();
        ingest().run(new Ingest.Request(
                descriptor(columns("", "{name: id, source: ID}")), folder, null, false, states::add));
        Progress.State last = states.getLast();
        assertThat(last.rows()).isEqualTo(4);
        assertThat(last.bytes()).isEqualTo(last.ofBytes()).isPositive();
        assertThat(last.files()).isEqualTo(last.ofFiles()).isEqualTo(2);
        assertThat(states).extracting(Progress.State::bytes).isSorted();
    }

    @Test
    void readsElapsedTimesByTheFile() throws IOException, InterruptedException {
        Column time = Column.of("TIME", ColumnType.FLOAT64).withUnit("s");
        String table = columns("time: {elapsed: met}", "{name: met, source: TIME, unit: s}");
        format.write(
                folder.resolve("a.fake"),
                metadata("MJDREFI", "51544", "MJDREFF", "0.5", "TIMESYS", "tt"),
                List.of(time),
                List.of(Tables.row(64.184)));
        release(table);
        assertThat(rows().getFirst()).containsEntry("time", 946_728_000_000_000_000L);
        format.write(folder.resolve("a.fake"), metadata("TIMESYS", "local"), List.of(time), List.of(Tables.row(1.0)));
        assertThat(codes(refused(table))).containsExactly("I010", "I010");
        assertThat(text(refused(table))).contains("reference_mjd", "time scale `local`");
    }

    @Test
    void textThatIsTheTimeBecomesATimestamp() throws IOException, InterruptedException {
        write("a.fake", List.of(NAME), Tables.row("2000-01-01T00:00:00Z"), Tables.row("soon"));
        Release release = release(columns("time: {iso: time}", "{name: time, source: name}"));
        assertThat(rows().stream().map(r -> r.get("time"))).containsExactly(946_684_800_000_000_000L, null);
        assertThat(release.tables().getFirst().column("time").orElseThrow().type())
                .isEqualTo(ColumnType.TIMESTAMP);
        assertThat(release.notes()).containsExactly("`events`: 1 times are not ISO 8601 and became null");
    }

    @Test
    void rolesThatAreNoNumbersAreRefused() throws IOException {
        write("a.fake", List.of(NAME, ID), Tables.row("x", 1L));
        assertThat(codes(refused(columns("time: {seconds: t}", "{name: t, source: name, unit: s}"))))
                .containsExactly("I010");
        assertThat(codes(refused(columns(
                        "direction: {ra: ra, dec: dec}",
                        "{name: ra, source: name, unit: deg}",
                        "{name: dec, source: ID, unit: deg}"))))
                .containsExactly("I014");
    }

    @Test
    void positionsInDegreesAreNotRepeated() throws IOException, InterruptedException {
        Column ra = Column.of("RA", ColumnType.FLOAT64).withUnit("rad");
        Column dec = Column.of("DEC", ColumnType.FLOAT64).withUnit("rad");
        write("a.fake", List.of(ra, dec), Tables.row(Math.PI / 2, -Math.PI / 4));
        Release canonical = release(columns(
                "direction: {ra: ra, dec: dec}",
                "{name: ra, source: RA, unit: rad, range: [0, 6.3]}",
                "{name: dec, source: DEC, unit: rad}"));
        assertThat(names(canonical)).containsExactly("ra", "dec", "healpix", "uuid");
        assertThat(number(rows().getFirst(), "ra")).isCloseTo(90, within(1e-12));
        assertThat(canonical
                        .tables()
                        .getFirst()
                        .column("ra")
                        .orElseThrow()
                        .unit()
                        .symbol())
                .isEqualTo("deg");
        assertThat(canonical.notes()).isEmpty();
        Release own = release(columns(
                "direction: {ra: alpha, dec: delta}",
                "{name: alpha, source: RA, unit: deg}",
                "{name: delta, source: DEC, unit: deg}"));
        assertThat(names(own)).containsExactly("alpha", "delta", "healpix", "uuid");
        assertThat(own.tables().getFirst().common().ra()).isEqualTo("alpha");
        Release radians = release(columns(
                "direction: {ra: alpha, dec: delta}",
                "{name: alpha, source: RA, unit: rad}",
                "{name: delta, source: DEC, unit: rad}"));
        assertThat(names(radians)).containsExactly("alpha", "delta", "ra", "dec", "healpix", "uuid");
        assertThat(number(rows().getFirst(), "dec")).isCloseTo(-45, within(1e-12));
    }

    @Test
    void choosesTheTableOfAFile() throws IOException, InterruptedException {
        var events = new FakeFormat.Content("/a/events", metadata("", ""), List.of(ID), List.of(Tables.row(1L)), -1);
        var other = new FakeFormat.Content("/a/other", metadata("", ""), List.of(GT), List.of(Tables.row(1L)), -1);
        format.write(folder.resolve("a.fake"), List.of(events, other));
        String table = "    columns:\n      - {name: id, source: ID, description: x}\n";
        assertThat(text(refused(table))).contains("the file has 2 tables", "`/a/events`, `/a/other`");
        assertThat(text(refused(table, "table: /a/event"))).contains("I003", "did you mean `/a/events`?");
        assertThat(release(table, "table: a/events").tables().getFirst().rows()).isEqualTo(1);
    }

    @Test
    void refusesFilesOfNoFormat() throws IOException {
        Files.writeString(folder.resolve("a.fake"), "something else");
        String table = columns("", "{name: id, source: ID}");
        assertThat(text(refused(table))).contains("I002", "formats are fake");
        assertThat(text(refused(table, "format: fit"))).contains("there is no format `fit`");
    }

    private Ingest ingest() {
        return new Ingest(format.formats(), store, store, software);
    }

    private Outcome run(String table, @Nullable String name, boolean force) throws IOException, InterruptedException {
        return ingest().run(new Ingest.Request(descriptor(table), folder, name, force, Progress.NONE));
    }

    private Release release(String table, String... source) throws IOException, InterruptedException {
        Outcome outcome =
                ingest().run(new Ingest.Request(descriptor(table, source), folder, null, true, Progress.NONE));
        assertThat(outcome).isInstanceOf(Outcome.Released.class);
        return store.releases.getLast();
    }

    private Refusal refused(String table, String... source) {
        return Objects.requireNonNull(catchThrowableOfType(
                Refusal.class,
                () -> ingest().run(new Ingest.Request(descriptor(table, source), folder, null, true, Progress.NONE))));
    }

    private static CollectionDescriptor descriptor(String table, String... source) {
        String text = """
                herald: 1
                id: demo
                title: Demo
                description: For a test
                messenger: cosmic-ray
                site: {latitude: 49 deg, longitude: 8 deg, height: 110 m}
                creators: [{name: Nobody}]
                licence: CC0-1.0
                tables:
                  events:
                    description: Events
                    source: {files: "*.fake"%s}
                """.formatted(source.length == 0 ? "" : ", " + String.join(", ", source));
        return DescriptorParser.parse("collection.yaml", text + table, Set.of()).orRefuse();
    }

    private static String columns(String role, String... columns) {
        var text = new StringBuilder(role.isEmpty() ? "" : "    " + role + "\n").append("    columns:\n");
        for (String column : columns) {
            text.append("      - ").append(column, 0, column.length() - 1).append(", description: x}\n");
        }
        return text.toString();
    }

    @SafeVarargs
    private void write(String name, List<Column> columns, List<@Nullable Object>... rows) throws IOException {
        List<List<@Nullable Object>> all = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            all.add(row);
        }
        format.write(folder.resolve(name), metadata("", ""), columns, all);
    }

    private static SequencedMap<String, String> metadata(String... pairs) {
        var metadata = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            metadata.put(pairs[i], pairs[i + 1]);
        }
        metadata.remove("");
        return metadata;
    }

    private FakeStore.Staged staged() {
        return Objects.requireNonNull(store.tables.get("events"));
    }

    private List<Map<String, @Nullable Object>> rows() {
        return staged().rows;
    }

    private static double number(Map<String, @Nullable Object> row, String column) {
        return (Double) Objects.requireNonNull(row.get(column));
    }

    private static List<String> names(Release release) {
        return release.tables().getFirst().columns().stream()
                .map(PublishedColumn::name)
                .toList();
    }

    private static List<String> codes(Refusal refusal) {
        return refusal.diagnostics().stream()
                .map(Diagnostic::code)
                .map(c -> c.id())
                .toList();
    }

    private static String text(Refusal refusal) {
        return DiagnosticText.render(refusal.diagnostics());
    }
}
