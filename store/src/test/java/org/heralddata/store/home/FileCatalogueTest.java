package org.heralddata.store.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileChange;
import org.heralddata.model.files.FileContent;
import org.heralddata.model.files.FileEvent;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.FileMetadata;
import org.heralddata.model.files.FileState;
import org.heralddata.model.files.FileSummary;
import org.heralddata.model.files.FileTable;
import org.heralddata.model.files.Lane;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.model.selection.Comparison;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.selection.Operand;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.store.FileCatalogue;
import org.heralddata.store.FileCatalogue.Order;
import org.heralddata.store.FileCatalogue.Search;
import org.heralddata.store.FileRegistration;
import org.heralddata.store.FileRegistration.Seen;
import org.heralddata.store.FileScanStart;
import org.heralddata.store.StoreDiagnostic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class FileCatalogueTest {
    private static final CollectionId ID = new CollectionId("runs");
    private static final Instant MODIFIED = Instant.parse("2026-01-02T03:04:05.123456789Z");
    private static final long HOUR = 3_600_000_000_000L;

    private Home home;

    @BeforeAll
    void open(@TempDir Path folder) {
        home = TestHomes.open(folder.resolve("home"));
        try (FileRegistration registration = home.register(start(ID, fields()))) {
            List<Seen> files = new ArrayList<>();
            files.add(run(
                    1,
                    Map.of(
                            "livetime",
                            new FieldValue.Real(10.5),
                            "ra",
                            new FieldValue.Real(83.6),
                            "dec",
                            new FieldValue.Real(22.0))));
            files.add(run(
                    2,
                    Map.of(
                            "livetime",
                            new FieldValue.Real(Double.NaN),
                            "ra",
                            new FieldValue.Real(84.7),
                            "dec",
                            new FieldValue.Real(22.0))));
            files.add(run(3, Map.of("good", new FieldValue.Truth(true), "big", new FieldValue.Whole(Long.MAX_VALUE))));
            files.add(run(
                    4, Map.of("good", new FieldValue.Truth(false), "weather", new FieldValue.Text("50%_clear\\\0!"))));
            files.add(run(
                    5,
                    Map.of(
                            "began",
                            new FieldValue.Time(5 * HOUR + 1),
                            "livetime",
                            new FieldValue.Real(Double.POSITIVE_INFINITY))));
            registration.register(files);
        }
    }

    @AfterAll
    void close() {
        home.close();
    }

    private static List<FileField> fields() {
        return List.of(
                field("livetime", ColumnType.FLOAT64, "s"),
                field("ra", ColumnType.FLOAT64, "deg"),
                field("dec", ColumnType.FLOAT64, "deg"),
                field("good", ColumnType.BOOL, ""),
                field("big", ColumnType.INT64, ""),
                field("weather", ColumnType.STRING, ""),
                field("began", ColumnType.TIMESTAMP, ""));
    }

    private static FileField field(String name, ColumnType type, String unit) {
        return new FileField(name, type, new Unit(unit), Ucd.NONE, "A field");
    }

    private static FileScanStart start(CollectionId id, List<FileField> fields) {
        var about = new CollectionDescription(
                id,
                "Runs",
                "Runs",
                "photon",
                null,
                null,
                null,
                List.of(new Creator("X", null, null)),
                new Licence("CC0-1.0", null),
                null,
                null,
                null,
                List.of(),
                List.of(),
                new Access.Open());
        return new FileScanStart(about, fields, "/data", "herald: 1\n", "herald test", "rules-1");
    }

    private static Seen run(int run, Map<String, FieldValue> values) {
        return seen(
                "night/run_%d.dat".formatted(run),
                FileState.PRESENT,
                FileChange.FOUND,
                metadata(run, new LinkedHashMap<>(values), new TimeSpan(run * HOUR, (run + 2) * HOUR)));
    }

    private static FileMetadata metadata(int run, SequencedMap<String, FieldValue> values, @Nullable TimeSpan span) {
        return new FileMetadata(
                "fits",
                span,
                (long) run,
                run % 2 == 0 ? "B" : "A",
                10L * run,
                List.of(new FileTable("EVENTS", 10L * run)),
                values,
                List.of());
    }

    private static Seen seen(String path, FileState state, FileChange change, FileMetadata metadata) {
        return new Seen(path, state, new FileContent(100, MODIFIED, "ab".repeat(32)), metadata, change);
    }

    private List<Long> runs(Cut cut, Order... order) {
        List<Long> runs = new ArrayList<>();
        try (FileCatalogue.Cursor files = home.files().files(search(cut), List.of(order), null, 0)) {
            for (CataloguedFile file = files.next(); file != null; file = files.next()) {
                runs.add(file.metadata().run());
            }
        }
        return runs;
    }

    private Search search(Cut cut) {
        return new Search(List.of(home.files().collection(ID).orElseThrow()), cut);
    }

    private static Cut compare(String field, Comparison how, double with) {
        return new Cut.Compare(new Operand.Cell(field), how, new Literal.Quantity(BigDecimal.valueOf(with), Unit.NONE));
    }

    @Test
    void keepsWhatIsKnownOfAFile() {
        CataloguedFile file = home.files().file(ID, "night/run_5.dat").orElseThrow();
        assertThat(file.content()).isEqualTo(new FileContent(100, MODIFIED, "ab".repeat(32)));
        assertThat(file.name()).isEqualTo("run_5.dat");
        assertThat(file.metadata().span()).isEqualTo(new TimeSpan(5 * HOUR, 7 * HOUR));
        assertThat(file.metadata().tables()).containsExactly(new FileTable("EVENTS", 50L));
        assertThat(file.metadata().fields())
                .containsEntry("began", new FieldValue.Time(5 * HOUR + 1))
                .containsEntry("livetime", new FieldValue.Real(Double.POSITIVE_INFINITY));
        assertThat(home.files().file(file.id())).contains(file);
        assertThat(home.files().history(file.id()))
                .extracting(FileEvent::change)
                .containsExactly(FileChange.FOUND);
    }

    @Test
    void valuesPassAsTheyDoInTables() {
        assertThat(runs(compare("livetime", Comparison.GREATER, 5))).containsExactly(1L, 5L);
        // NaN and nothing pass neither a comparison nor its negation
        assertThat(runs(new Cut.Not(compare("livetime", Comparison.GREATER, 100))))
                .containsExactly(1L);
        assertThat(runs(new Cut.IsNull(new Operand.Cell("livetime")))).containsExactly(2L, 3L, 4L);
        assertThat(runs(new Cut.Not(new Cut.IsNull(new Operand.Cell("livetime")))))
                .containsExactly(1L, 5L);
        assertThat(runs(new Cut.Flag("good"))).containsExactly(3L);
        assertThat(runs(new Cut.Not(new Cut.Flag("good")))).containsExactly(4L);
        assertThat(runs(compare("run", Comparison.LESS, 2.5))).containsExactly(1L, 2L);
        assertThat(runs(new Cut.Compare(
                        new Operand.Cell("big"),
                        Comparison.EQUAL,
                        new Literal.Quantity(new BigDecimal("9223372036854775807"), Unit.NONE))))
                .containsExactly(3L);
        assertThat(runs(new Cut.Compare(
                        new Operand.Cell("big"),
                        Comparison.LESS,
                        new Literal.Quantity(new BigDecimal("1e300"), Unit.NONE))))
                .containsExactly(3L);
        assertThat(runs(new Cut.Compare(new Operand.Cell("began"), Comparison.GREATER, new Literal.Time(5 * HOUR))))
                .containsExactly(5L);
        assertThat(runs(new Cut.Like(new Operand.Cell("weather"), "50\\%\\_%"))).containsExactly(4L);
        assertThat(runs(new Cut.Compare(
                        new Operand.Cell("instrument"), Comparison.EQUAL, new Literal.Text("A' or '1'='1"))))
                .isEmpty();
        assertThat(runs(new Cut.In(
                        new Operand.Cell("instrument"), List.of(new Literal.Text("B"), new Literal.Text("C")))))
                .containsExactly(2L, 4L);
        assertThat(runs(new Cut.Cone("ra", "dec", new SkyPosition(83.63, 22.01), 0.5)))
                .containsExactly(1L);
        List<SkyPosition> around = List.of(
                new SkyPosition(83, 21.5),
                new SkyPosition(84.5, 21.5),
                new SkyPosition(84.5, 22.5),
                new SkyPosition(83, 22.5));
        assertThat(runs(new Cut.Polygon("ra", "dec", around)))
                .isEqualTo(runs(new Cut.Cone("ra", "dec", new SkyPosition(83.63, 22.01), 0.5)));
        assertThat(runs(new Cut.Not(new Cut.Polygon("ra", "dec", around))))
                .isEqualTo(runs(new Cut.Not(new Cut.Cone("ra", "dec", new SkyPosition(83.63, 22.01), 0.5))));
        assertThat(runs(new Cut.Not(new Cut.Cone("ra", "dec", new SkyPosition(83.63, 22.01), 0.5))))
                .containsExactly(2L);
    }

    @Test
    void ordersWithMissingValuesLast() {
        assertThat(runs(Cut.EVERYTHING, new Order("livetime", true)))
                .startsWith(5L, 1L)
                .hasSize(5);
        assertThat(runs(Cut.EVERYTHING, new Order("livetime", false))).startsWith(1L, 5L);
        assertThat(runs(Cut.EVERYTHING, new Order("instrument", false), new Order("run", true)))
                .containsExactly(5L, 3L, 1L, 4L, 2L);
    }

    @Test
    void addsUpAndTellsWhichTimesAreCovered() {
        FileSummary summary = home.files().summary(search(Cut.EVERYTHING));
        assertThat(summary).isEqualTo(new FileSummary(5, 500, 150, 5, 0, 0, 5, new TimeSpan(HOUR, 7 * HOUR)));
        var lanes = home.files().coverage(search(Cut.EVERYTHING), new TimeSpan(HOUR, 7 * HOUR), 6, Lane.INSTRUMENT);
        assertThat(lanes).containsOnlyKeys("A", "B");
        // a file that ends where a part begins touches it
        assertThat(lanes.get("A")).containsExactly(1, 1, 2, 1, 2, 1);
        assertThat(lanes.get("B")).containsExactly(0, 1, 1, 2, 1, 1);
    }

    @Test
    void keepsWhatVanishedAndWhatChanged() {
        var id = new CollectionId("passing");
        var first = metadata(1, new LinkedHashMap<>(), null);
        try (FileRegistration registration = home.register(start(id, List.of()))) {
            registration.register(List.of(
                    seen("a", FileState.PRESENT, FileChange.FOUND, first),
                    seen("b", FileState.BROKEN, FileChange.FOUND, first)));
            registration.vanished(List.of("a", "b"));
            registration.returned(List.of("a", "b"));
            registration.vanished(List.of("a"));
            assertThat(registration.known()).containsOnlyKeys("a", "b");
            assertThatThrownBy(() -> home.register(start(id, List.of())))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.diagnostics())
                                    .extracting(d -> d.code())
                                    .containsExactly(StoreDiagnostic.FILES_BUSY));
        }
        CataloguedFile a = home.files().file(id, "a").orElseThrow();
        assertThat(a.state()).isEqualTo(FileState.VANISHED);
        assertThat(home.files().file(id, "b").orElseThrow().state()).isEqualTo(FileState.BROKEN);
        assertThat(home.files().history(a.id()))
                .extracting(FileEvent::change)
                .containsExactly(FileChange.FOUND, FileChange.VANISHED, FileChange.RETURNED, FileChange.VANISHED);
    }

    @Test
    void valuesOfAnOlderTypeAreAsGoodAsNone() {
        var id = new CollectionId("retyped");
        try (FileRegistration registration = home.register(start(id, List.of(field("x", ColumnType.STRING, ""))))) {
            SequencedMap<String, FieldValue> words = new LinkedHashMap<>();
            words.put("x", new FieldValue.Text("many"));
            registration.register(List.of(seen("a", FileState.PRESENT, FileChange.FOUND, metadata(1, words, null))));
        }
        for (ColumnType type : List.of(ColumnType.FLOAT64, ColumnType.INT64, ColumnType.BOOL, ColumnType.TIMESTAMP)) {
            home.register(start(id, List.of(field("x", type, "")))).close();
            var collection = home.files().collection(id).orElseThrow();
            var isNull = new Search(List.of(collection), new Cut.IsNull(new Operand.Cell("x")));
            assertThat(home.files().summary(isNull).files()).as(type.label()).isEqualTo(1);
            assertThat(home.files().file(id, "a").orElseThrow().metadata().fields())
                    .isEmpty();
        }
    }
}
