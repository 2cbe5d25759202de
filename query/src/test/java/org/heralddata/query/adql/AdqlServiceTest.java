package org.heralddata.query.adql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.adql.AdqlCode;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.query.QueryCode;
import org.heralddata.query.Showers;
import org.heralddata.query.Showers.Shower;
import org.heralddata.query.engine.DuckDbEngine;
import org.heralddata.query.engine.EngineOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdqlServiceTest {
    @TempDir
    static Path folder;

    private static Showers showers;
    private static DuckDbEngine engine;
    private static AdqlService service;

    @BeforeAll
    static void open() throws Exception {
        showers = Showers.in(folder.resolve("wh"), SortOrder.SKY);
        engine = new DuckDbEngine(new EngineOptions(
                List.of(folder.resolve("wh")), folder.resolve("tmp"), 2, 512, 2, 8, 4, Duration.ofSeconds(30)));
        service = new AdqlService(showers, engine, List.of());
    }

    @AfterAll
    static void close() {
        service.close();
        engine.close();
    }

    private static List<List<@Nullable Object>> rows(String query) {
        try (AdqlAnswer answer = service.ask(AdqlQuery.of(query))) {
            return rows(answer);
        }
    }

    private static List<List<@Nullable Object>> rows(AdqlAnswer answer) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Batch batch = answer.next(); batch != null; batch = answer.next()) {
            for (int row = 0; row < batch.rows(); row++) {
                var cells = new ArrayList<@Nullable Object>();
                for (Vector vector : batch.vectors()) {
                    cells.add(cell(vector, row));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static @Nullable Object cell(Vector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector) {
            case Vector.Longs longs -> longs.values()[row];
            case Vector.Doubles doubles -> doubles.values()[row];
            case Vector.Strings strings -> strings.values()[row];
            case Vector.Blobs blobs -> blobs.values()[row];
            case Vector.Lists lists -> {
                var list = new ArrayList<@Nullable Object>();
                for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                    list.add(cell(lists.elements(), i));
                }
                yield list;
            }
        };
    }

    private static @Nullable Object one(String query) {
        List<List<@Nullable Object>> rows = rows(query);
        assertThat(rows).hasSize(1);
        return rows.getFirst().getFirst();
    }

    private static void refused(DiagnosticCode code, String query) {
        assertThatThrownBy(() -> rows(query))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().code())
                                .isEqualTo(code));
    }

    @Test
    void givesAllColumnsOfARow() {
        Shower first = showers.rows().getFirst();
        List<@Nullable Object> row = rows("SELECT * FROM showers.events WHERE uuid = '" + first.uuid() + "'")
                .getFirst();
        assertThat(row.subList(0, 3)).isEqualTo(List.of(first.uuid(), first.n(), first.big()));
        assertThat(row.get(8)).isEqualTo(first.time());
    }

    @Test
    void countsWhatPasses() {
        long expected = showers.rows().stream()
                .filter(s -> s.e() != null && !s.e().isNaN() && s.e() > 15.5 && s.ze() < 30)
                .count();
        assertThat(one("SELECT COUNT(*) FROM showers.events WHERE e > 15.5 AND ze < 30"))
                .isEqualTo(expected);
    }

    @Test
    void takesNanForNull() {
        long known = showers.rows().stream()
                .filter(s -> s.e() != null && !s.e().isNaN())
                .count();
        assertThat(one("SELECT COUNT(e) FROM showers.events")).isEqualTo(known);
        assertThat(one("SELECT COUNT(*) FROM showers.events WHERE NOT (e < 0)")).isEqualTo(known);
        assertThat((Double) one("SELECT MAX(e) FROM showers.events")).isLessThan(18);
    }

    @Test
    void comparesTimesToTheNanosecond() {
        Shower shower = showers.rows().get(17);
        long seconds = Math.floorDiv(shower.time(), 1_000_000_000L);
        String text = java.time.Instant.ofEpochSecond(seconds, Math.floorMod(shower.time(), 1_000_000_000L))
                .toString();
        assertThat(rows("SELECT uuid, \"time\" FROM showers.events WHERE \"time\" = '" + text + "'"))
                .containsExactly(List.of(shower.uuid(), shower.time()));
        assertThat(one("SELECT COUNT(*) FROM showers.events WHERE \"time\" > TIMESTAMP '" + text + "'"))
                .isEqualTo(showers.rows().stream()
                        .filter(s -> s.time() > shower.time())
                        .count());
    }

    private static boolean isNear(@Nullable Double ra, @Nullable Double dec) {
        return ra != null && dec != null && SkyPosition.separationDeg(ra, dec, 83.63, 22.01) <= 1;
    }

    @Test
    void findsAConeAsTheFormulaDoes() {
        long expected =
                showers.rows().stream().filter(s -> isNear(s.ra(), s.dec())).count();
        assertThat(one("SELECT COUNT(*) FROM showers.events WHERE "
                        + "1 = CONTAINS(POINT('ICRS', ra, dec), CIRCLE('ICRS', 83.63, 22.01, 1))"))
                .isEqualTo(expected);
        assertThat(one("SELECT COUNT(*) FROM showers.events WHERE DISTANCE(ra, dec, 83.63, 22.01) <= 1"))
                .isEqualTo(expected);
    }

    @Test
    void stopsAtTheMostRowsAndSaysSo() {
        var query = AdqlQuery.of("SELECT n FROM showers.events");
        try (AdqlAnswer cut = service.ask(query.withMaxRows(7));
                AdqlAnswer whole = service.ask(query.withMaxRows(2000));
                AdqlAnswer none = service.ask(query.withMaxRows(0))) {
            assertThat(rows(cut)).hasSize(7);
            assertThat(cut.overflowed()).isTrue();
            assertThat(rows(whole)).hasSize(2000);
            assertThat(whole.overflowed()).isFalse();
            assertThat(rows(none)).isEmpty();
            assertThat(none.overflowed()).isTrue();
        }
    }

    @Test
    void describesItself() {
        assertThat(rows("SELECT table_name FROM tap_schema.tables ORDER BY table_index"))
                .extracting(List::getFirst)
                .contains("showers.events", "notes.notes", "tap_schema.tables", "tap_schema.columns");
        assertThat(rows("SELECT datatype, unit, xtype FROM TAP_SCHEMA.columns WHERE table_name = 'showers.events' "
                        + "AND column_name IN ('ra', '\"time\"') ORDER BY column_index"))
                .isEqualTo(List.of(
                        java.util.Arrays.asList("double", "deg", null),
                        java.util.Arrays.asList("char", null, "timestamp")));
        assertThat(one("SELECT COUNT(*) FROM tap_schema.columns WHERE table_name LIKE 'tap\\_schema%'"))
                .isEqualTo(0L);
        assertThat((Long) one("SELECT COUNT(*) FROM tap_schema.columns WHERE table_name LIKE 'tap_schema%'"))
                .isGreaterThan(30L);
    }

    @Test
    void saysWhatItsColumnsAre() {
        try (AdqlAnswer answer = service.ask(
                AdqlQuery.of("SELECT ra, \"time\" AS t, MAX(ze) AS m, POINT(ra, dec) AS p FROM showers.events"
                        + " GROUP BY ra, \"time\", dec"))) {
            assertThat(answer.described()).extracting(c -> c.column().name()).containsExactly("ra", "t", "m", "p");
            assertThat(answer.described().get(0).column().unit()).isEqualTo("deg");
            assertThat(answer.described().get(1).xtype()).isEqualTo("timestamp");
            assertThat(answer.described().get(2).column().type()).isEqualTo(ColumnType.FLOAT32);
            assertThat(answer.described().get(3).xtype()).isEqualTo("point");
            assertThat(answer.releases()).extracting(r -> r.name()).containsExactly("r1");
        }
    }

    @Test
    void joinsAnUploadedTable() {
        var columns = List.of(
                org.heralddata.model.table.Column.of("name", ColumnType.STRING),
                org.heralddata.model.table.Column.of("id", ColumnType.INT64));
        var batch = new Batch(
                2,
                List.of(
                        new Vector.Strings(new String[] {"a", "b"}, 2, null),
                        new Vector.Longs(new long[] {Long.MAX_VALUE - 5, 1}, 2, null)));
        var batches = new ArrayList<>(List.of(batch)).iterator();
        try (UploadedTable upload = service.upload("mine", columns, () -> batches.hasNext() ? batches.next() : null);
                AdqlAnswer answer = service.ask(AdqlQuery.of(
                                "SELECT u.name, e.uuid FROM TAP_UPLOAD.mine AS u JOIN showers.events AS e ON e.n = u.id")
                        .withUploads(List.of(upload)))) {
            assertThat(rows(answer)).containsExactly(List.of("a", "00000000-0000-5000-8000-%012d".formatted(5)));
        }
    }

    @Test
    void tellsAllMistakesAtOnceWithTheirPlaces() {
        assertThatThrownBy(() -> rows("SELECT raa,\n  ABSS(dec) FROM showers.events WHERE zee < 1"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(DiagnosticText.render(refusal.diagnostics()))
                                .contains("there is no column `raa`", "did you mean `ra`?")
                                .contains("query:2:3", "there is no function `ABSS`", "did you mean `ABS`?")
                                .contains("there is no column `zee`"));
    }

    @Test
    void refusesWhatIsNotThere() {
        refused(AdqlCode.NO_TABLE, "SELECT * FROM showers.event");
        refused(AdqlCode.RESERVED_WORD, "SELECT time FROM showers.events");
        refused(AdqlCode.FAILED, "SELECT CAST(kind AS INTEGER) FROM showers.events");
        assertThatThrownBy(() ->
                        service.ask(AdqlQuery.of("SELECT * FROM showers.events").withRelease("r9")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().code())
                                .isEqualTo(QueryCode.NO_RELEASE));
    }

    @Test
    void pinsARelease() {
        try (AdqlAnswer answer =
                service.ask(AdqlQuery.of("SELECT COUNT(*) FROM events").withRelease("r1"))) {
            assertThat(rows(answer)).containsExactly(List.of(2000L));
        }
    }

    private static AdqlEstimate estimate(String query, boolean counting) {
        return service.estimate(AdqlQuery.of(query), counting);
    }

    @Test
    void estimateTellsWhatIsReadAndGivenWithoutRunning() {
        int all = showers.rows().size();
        AdqlEstimate whole = estimate("SELECT n, ra FROM showers.events", false);
        assertThat(whole.rows()).hasValue(all);
        assertThat(whole.reads()).singleElement().satisfies(read -> {
            assertThat(read.name()).isEqualTo("showers.events");
            assertThat(read.most()).isEqualTo(all);
            assertThat(read.columns()).isEqualTo(2);
            assertThat(read.cut()).isFalse();
        });
        assertThat(whole.columns()).hasSize(2);
        assertThat(whole.seconds()).isPositive();
        AdqlEstimate cut = estimate("SELECT n FROM showers.events WHERE ze < 20", false);
        assertThat(cut.rows()).isEmpty();
        assertThat(cut.most()).isEqualTo(all);
        assertThat(cut.reads().getFirst().cut()).isTrue();
    }

    @Test
    void estimateCountsRowsWhereThatIsSoonDone() {
        String query = "SELECT n FROM showers.events WHERE ze < 20 AND kind IS NOT NULL ORDER BY n";
        assertThat(estimate(query, true).rows()).hasValue(rows(query).size());
        String join = "SELECT a.n FROM showers.events AS a JOIN showers.events AS b ON a.n = b.n WHERE b.ze < 20";
        assertThat(estimate(join, true).rows()).hasValue(rows(join).size());
    }

    @Test
    void estimateTellsOfJoinsWithoutACondition() {
        long all = showers.rows().size();
        assertThat(estimate("SELECT a.n FROM showers.events AS a, showers.events AS b", true)
                        .crossed())
                .singleElement()
                .satisfies(crossed -> assertThat(crossed.pairs()).isEqualTo(all * all));
    }

    @Test
    void estimateRefusesWhatCannotRun() {
        assertThatThrownBy(() -> estimate("SELECT nothing FROM showers.events", true))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> estimate("SELECT n FROM showers.events WHERE CAST(uuid AS INTEGER) > 3", true))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void speedOfReadingIsLearntFromWhatTookLong() {
        var speed = new ReadSpeed();
        double before = speed.seconds(1e9, 0);
        speed.measured(1e9, 0.001);
        assertThat(speed.seconds(1e9, 0)).isEqualTo(before);
        speed.measured(1e9, 1);
        assertThat(speed.seconds(1e9, 0)).isLessThan(before);
        assertThat(speed.seconds(0, 1e9)).isGreaterThan(10);
    }
}
