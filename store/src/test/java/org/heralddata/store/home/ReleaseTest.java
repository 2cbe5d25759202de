package org.heralddata.store.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.StagedTable;
import org.heralddata.store.StoreDiagnostic;
import org.heralddata.store.TableScan;
import org.heralddata.store.iceberg.FileMetrics;
import org.heralddata.store.write.ParquetTable;
import org.heralddata.store.write.Staging;
import org.heralddata.store.write.StoredColumn;
import org.heralddata.store.write.WrittenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {
    @TempDir
    Path folder;

    @Test
    void isCompleteAndSorted() throws IOException {
        try (Home home = TestHomes.open(folder)) {
            Release release = Samples.publish(home, null, 20_000);
            TableScan scan = home.catalogue().scan(release, "events");
            assertThat(Parquet.query(scan, "", """
                            SELECT count(*), count(e), sum(id), min(t_ns), max(t_ns),
                                count(*) FILTER (later < t) FROM (SELECT *, lead(t) OVER (ORDER BY file_row_number) AS later
                                FROM (SELECT *, file_row_number FROM scan))
                            """.replace(
                                    "scan)",
                                    "read_parquet('" + scan.files().getFirst().path() + "', file_row_number = true))")))
                    .containsExactly(List.of("20000", "18000", "199990000", "0", "999", "0"));
            assertThat(home.warehouse().iceberg().dataFiles(Samples.ID, "events", release.name()))
                    .containsExactlyElementsOf(
                            scan.files().stream().map(TableScan.ScanFile::path).toList());
            assertThat(Fixity.check(home, Optional.empty()).diagnostics()).isEmpty();
        }
    }

    @Test
    void namesItselfByNumberAndRefusesNamesThatAreTaken() {
        try (Home home = TestHomes.open(folder)) {
            assertThat(Samples.publish(home, null, 10).name()).isEqualTo("r1");
            assertThat(Samples.publish(home, "2026-11", 20).sequence()).isEqualTo(2);
            assertThat(Samples.publish(home, null, 30).name()).isEqualTo("r3");
            assertThat(home.catalogue().releases(Samples.ID))
                    .extracting(Release::name)
                    .containsExactly("r3", "2026-11", "r1");
            assertThat(code(() -> home.begin(Samples.ID, Optional.of("r1")))).isEqualTo(StoreDiagnostic.RELEASE_EXISTS);
            assertThat(code(() -> home.begin(Samples.ID, Optional.of("a/b")))).isEqualTo(StoreDiagnostic.RELEASE_NAME);
            assertThat(code(() -> home.begin(Samples.ID, Optional.of("main")))).isEqualTo(StoreDiagnostic.RELEASE_NAME);
        }
    }

    @Test
    void refusesAColumnThatATimestampNeeds() {
        List<Column> columns = List.of(Column.of("t", ColumnType.TIMESTAMP), Column.of("t_ns", ColumnType.INT32));
        try (Home home = TestHomes.open(folder);
                ReleaseTransaction transaction = home.begin(Samples.ID, Optional.empty())) {
            assertThat(code(() -> transaction.table("events", columns, SortOrder.NONE, null)))
                    .isEqualTo(StoreDiagnostic.NAME_TAKEN);
        }
    }

    @Test
    void refusesTheDatabaseOfANewerHerald() throws SQLException {
        var options = new HomeOptions(Optional.of(TestHomes.newDatabase()));
        try (Home home = Home.open(folder, options);
                Connection connection = home.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                        execution_time, success) values (99, '99', 'later', 'SQL', 'V99__later.sql', 'test', 1, true)
                    """);
        }
        try (Home home = Home.open(folder, options)) {
            assertThat(code(home::catalogue)).isEqualTo(StoreDiagnostic.DATABASE_NEWER);
        }
    }

    @Test
    void partsManyRowsIntoFilesThatDoNotOverlap() {
        try (Home home = TestHomes.open(folder);
                Staging staging = Staging.open(folder.resolve("cache"))) {
            assertThat(home).isNotNull();
            var table = new ParquetTable(
                    staging,
                    "events",
                    StoredColumn.of(Samples.EVENTS),
                    Map.of("id", 1, "t", 2, "t_ns", 3, "e", 4),
                    "t",
                    400_000);
            for (int from = 0; from < 100_000; from += 10_000) {
                table.append(Samples.events(from, 10_000));
            }
            table.finish();
            List<WrittenFile> files = table.files();
            assertThat(files).hasSizeGreaterThan(3);
            assertThat(files.stream().mapToLong(WrittenFile::rows).sum()).isEqualTo(100_000);
            for (int i = 1; i < files.size(); i++) {
                assertThat(FileMetrics.least(files.get(i).statistics().get("t")))
                        .isGreaterThan(FileMetrics.greatest(
                                files.get(i - 1).statistics().get("t")));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void leavesNothingBehindIfGivenUp() throws IOException {
        try (Home home = TestHomes.open(folder)) {
            Samples.publish(home, null, 10);
            List<Path> before = files();
            try (ReleaseTransaction transaction = home.begin(Samples.ID, Optional.empty())) {
                transaction.table("events", Samples.EVENTS, SortOrder.TIME, "t").append(Samples.events(0, 100));
                StagedTable other = transaction.table("other", Samples.EVENTS, SortOrder.NONE, null);
                other.append(Samples.events(0, 100));
                other.finish();
            }
            assertThat(files()).isEqualTo(before);
            assertThat(home.catalogue().releases(Samples.ID)).hasSize(1);
        }
    }

    @Test
    void isMadeByOneAtATime() {
        try (Home home = TestHomes.open(folder);
                ReleaseTransaction first = home.begin(Samples.ID, Optional.empty())) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> home.begin(Samples.ID, Optional.empty()))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        Diagnostic diagnostic = refusal.diagnostics().getFirst();
                        assertThat(diagnostic.code()).isEqualTo(StoreDiagnostic.COLLECTION_BUSY);
                        assertThat(diagnostic.message())
                                .contains("process " + ProcessHandle.current().pid());
                    });
        }
    }

    @Test
    void staysReadableWhenTheSchemaGrows() {
        try (Home home = TestHomes.open(folder)) {
            Release old = publish(
                    home,
                    List.of(
                            Column.of("id", ColumnType.INT32),
                            Column.of("e", ColumnType.FLOAT32),
                            Column.of("gone", ColumnType.INT32)),
                    List.of(
                            new Vector.Longs(new long[] {1, 2}, 2, null),
                            new Vector.Doubles(new double[] {0.5, 1.5}, 2, null),
                            new Vector.Longs(new long[] {7, 8}, 2, null)));
            Release grown = publish(
                    home,
                    List.of(
                            Column.of("quality", ColumnType.STRING),
                            Column.of("id", ColumnType.INT64),
                            Column.of("e", ColumnType.FLOAT64)),
                    List.of(
                            new Vector.Strings(new String[] {"good"}, 1, null),
                            new Vector.Longs(new long[] {1L << 40}, 1, null),
                            new Vector.Doubles(new double[] {0.1}, 1, null)));
            TableScan before = home.catalogue().scan(old, "events");
            TableScan after = home.catalogue().scan(grown, "events");
            assertThat(before.columns())
                    .extracting(TableScan.ScanColumn::fieldId)
                    .containsExactly(1, 2, 3);
            assertThat(after.columns())
                    .extracting(TableScan.ScanColumn::fieldId)
                    .containsExactly(4, 1, 2);
            assertThat(Parquet.query(before, "", "SELECT id, e, gone FROM scan"))
                    .containsExactly(List.of("1", "0.5", "7"), List.of("2", "1.5", "8"));
            assertThat(Parquet.query(after, "", "SELECT * FROM scan"))
                    .containsExactly(List.of("good", "1099511627776", "0.1"));
            assertThat(Parquet.query(
                            before,
                            "1: {name: 'id', type: 'BIGINT', default_value: NULL}, 4: {name: 'quality', type: 'VARCHAR', default_value: NULL}",
                            "SELECT max(id), count(quality) FROM scan"))
                    .containsExactly(List.of("2", "0"));
        }
    }

    @Test
    void followsAMovedHome() throws IOException {
        String database = TestHomes.newDatabase();
        Path old = folder.resolve("old");
        Path moved = folder.resolve("elsewhere/new");
        try (Home home = Home.open(old, new HomeOptions(Optional.of(database)))) {
            Samples.publish(home, null, 100);
        }
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.move(old, moved);
        try (Home home = Home.open(moved, new HomeOptions(Optional.of(database)))) {
            Path here = moved.toRealPath();
            Release release = home.catalogue().latest(Samples.ID).orElseThrow();
            assertThat(Parquet.query(home.catalogue().scan(release, "events"), "", "SELECT count(*) FROM scan"))
                    .containsExactly(List.of("100"));
            assertThat(home.warehouse().iceberg().dataFiles(Samples.ID, "events", "r1"))
                    .allMatch(path -> path.startsWith(here));
            Samples.publish(home, null, 200);
            assertThat(Fixity.check(home, Optional.of(Samples.ID)).diagnostics())
                    .isEmpty();
            assertThat(Files.exists(old)).isFalse();
        }
    }

    @Test
    void isSeenByOtherHomesOnTheSameFolder() throws InterruptedException {
        var options = new HomeOptions(Optional.of(TestHomes.newDatabase()));
        try (Home writer = Home.open(folder, options);
                Home reader = Home.open(folder, options)) {
            assertThat(reader.catalogue().collections()).isEmpty();
            Samples.publish(writer, null, 10);
            assertThat(writer.catalogue().collections()).containsExactly(Samples.ID);
            Thread.sleep(600);
            assertThat(reader.catalogue().latest(Samples.ID)).map(Release::name).contains("r1");
        }
    }

    private static Release publish(Home home, List<Column> columns, List<Vector> vectors) {
        int rows = vectors.getFirst().size();
        try (ReleaseTransaction transaction = home.begin(Samples.ID, Optional.empty())) {
            StagedTable table = transaction.table("events", columns, SortOrder.NONE, null);
            table.append(new Batch(rows, vectors));
            table.finish();
            return transaction.commit(
                    Samples.collection(),
                    "test",
                    "",
                    List.of(Samples.published("events", rows, columns, SortOrder.NONE)),
                    List.of(),
                    List.of());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("warehouse"))) {
            return all.sorted().toList();
        }
    }

    private static Object code(Runnable action) {
        try {
            action.run();
        } catch (Refusal refusal) {
            return refusal.diagnostics().getFirst().code();
        }
        return "no refusal";
    }
}
