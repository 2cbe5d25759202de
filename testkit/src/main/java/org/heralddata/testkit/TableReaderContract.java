package org.heralddata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link TableReader} must do. A reader's test extends it and gives a reader and a file. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class TableReaderContract {

    @TempDir
    private Path folder;

    private Path sample;

    /** The reader under test. */
    protected abstract TableReader reader();

    /**
     * A well-formed file of at least two columns and three rows in its first table.
     *
     * @param folder empty, for files made on the spot
     */
    protected abstract Path sample(Path folder) throws IOException;

    /** How to read the sample. */
    protected ReadOptions sampleOptions() {
        return ReadOptions.NONE;
    }

    /** False if a file cut in the middle may still be a good, shorter file, as text is. */
    protected boolean showsTruncation() {
        return true;
    }

    /** How many copies of the sample with one byte changed are tried. */
    protected int changedCopies() {
        return 60;
    }

    @BeforeEach
    final void findSample() throws IOException {
        sample = sample(Files.createDirectory(folder.resolve("sample")));
    }

    @Test
    void recognisesItsOwn() throws IOException {
        assertThat(reader().recognise(FileHead.of(sample))).isNotEqualTo(Recognition.NO);
    }

    @Test
    void listsTablesWithColumns() throws IOException {
        try (TableFile file = open(sample)) {
            assertThat(file.tables()).isNotEmpty();
            assertThat(file.tables()).extracting(SourceTable::name).doesNotHaveDuplicates();
            for (SourceTable table : file.tables()) {
                assertThat(table.name()).isNotEmpty();
                assertThat(table.columns()).isNotEmpty();
                assertThat(table.columns()).extracting(Column::name).doesNotHaveDuplicates();
            }
            assertThat(file.tables().getFirst().columns()).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void batchesKeepToTheDeclaredTypesAndRows() throws IOException {
        try (TableFile file = open(sample)) {
            for (SourceTable table : file.tables()) {
                long rows = 0;
                try (TableCursor cursor = file.read(table.name(), List.of())) {
                    for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                        assertThat(batch.vectors()).hasSameSizeAs(table.columns());
                        for (int c = 0; c < table.columns().size(); c++) {
                            VectorChecks.check(
                                    table.columns().get(c), batch.vectors().get(c), batch.rows());
                        }
                        rows += batch.rows();
                    }
                    assertThat(cursor.next()).as("after the last batch").isNull();
                }
                if (table.rows().isPresent()) {
                    assertThat(rows)
                            .as("rows of %s", table.name())
                            .isEqualTo(table.rows().getAsLong());
                }
            }
        }
    }

    @Test
    void readsTheColumnsAskedForInTheOrderAskedFor() throws IOException {
        try (TableFile file = open(sample)) {
            for (SourceTable table : file.tables()) {
                List<List<@Nullable Object>> all = Tables.read(file, table.name());
                List<String> names = new ArrayList<>(
                        table.columns().stream().map(Column::name).toList());
                List<String> backwards = names.reversed();
                List<List<@Nullable Object>> turned = Tables.read(file, table.name(), backwards.toArray(String[]::new));
                assertThat(turned).isEqualTo(all.stream().map(List::reversed).toList());
                List<List<@Nullable Object>> last = Tables.read(file, table.name(), names.getLast());
                assertThat(last)
                        .isEqualTo(all.stream()
                                .map(r -> r.subList(r.size() - 1, r.size()))
                                .toList());
            }
            assertThat(Tables.read(file, file.tables().getFirst().name())).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void readsTwiceTheSame() throws IOException {
        try (TableFile file = open(sample)) {
            String table = file.tables().getFirst().name();
            assertThat(Tables.read(file, table)).isEqualTo(Tables.read(file, table));
        }
    }

    @Test
    void closesEarlyAndTwice() throws IOException {
        TableFile file = open(sample);
        TableCursor cursor = file.read(file.tables().getFirst().name(), List.of());
        assertThat(cursor.next()).isNotNull();
        cursor.close();
        cursor.close();
        file.close();
        file.close();
        Files.delete(sample);
    }

    @Test
    void saysThatThereIsNoSuchTableOrColumn() throws IOException {
        try (TableFile file = open(sample)) {
            String table = file.tables().getFirst().name();
            assertThatThrownBy(() -> file.read("no such table?", List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> file.read(table, List.of("no such column?")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesAnUnknownOption() {
        assertThatThrownBy(() -> reader().open(sample, new ReadOptions(Map.of("no-such-option", "1"))))
                .isInstanceOfSatisfying(Refusal.class, TableReaderContract::checkWords);
    }

    @Test
    void doesNotKnowAnEmptyFileAndRefusesToOpenIt() throws IOException {
        Path empty = Files.write(copyName("empty"), new byte[0]);
        assertThat(reader().recognise(FileHead.of(empty))).isNotEqualTo(Recognition.BY_CONTENT);
        assertThat(outcome(empty)).isInstanceOf(Refusal.class);
    }

    @Test
    void doesNotKnowNoiseAndRefusesToOpenIt() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        Path file = Files.write(copyName("noise"), noise);
        assertThat(reader().recognise(FileHead.of(file))).isNotEqualTo(Recognition.BY_CONTENT);
        assertThat(outcome(file)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesATruncatedCopy() throws IOException {
        byte[] whole = Files.readAllBytes(sample);
        for (int part = 1; part < 8; part++) {
            Path cut = Files.write(copyName("cut" + part), Arrays.copyOf(whole, whole.length * part / 8));
            Throwable outcome = outcome(cut);
            if (showsTruncation()) {
                assertThat(outcome).as("cut to %d/8", part).isInstanceOf(Refusal.class);
            }
        }
    }

    @Test
    void survivesChangedBytes() throws IOException {
        byte[] whole = Files.readAllBytes(sample);
        Random random = new Random(7);
        for (int i = 0; i < changedCopies(); i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            outcome(Files.write(copyName("changed"), changed));
        }
    }

    /** Reads everything of a file; null if that went well, else the refusal. Any other exception fails the test. */
    private @Nullable Throwable outcome(Path path) throws IOException {
        reader().recognise(FileHead.of(path));
        try (TableFile file = open(path)) {
            for (SourceTable table : file.tables()) {
                try (TableCursor cursor = file.read(table.name(), List.of())) {
                    while (cursor.next() != null) {
                        // only the outcome counts
                    }
                }
            }
            return null;
        } catch (Refusal refusal) {
            checkWords(refusal);
            return refusal;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError wrong) {
            throw new AssertionError("not refused but " + wrong + " for " + path.getFileName(), wrong);
        }
    }

    private static void checkWords(Refusal refusal) {
        for (Diagnostic diagnostic : refusal.diagnostics()) {
            assertThat(diagnostic.message()).isNotBlank().doesNotEndWith(".").doesNotContain("Exception");
        }
    }

    private Path copyName(String prefix) {
        return folder.resolve(prefix + "-" + sample.getFileName());
    }

    private TableFile open(Path file) throws IOException {
        return reader().open(file, sampleOptions());
    }
}
