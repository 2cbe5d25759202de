package org.heralddata.formats.ksy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Descriptions and data that ask for too much are stopped with a diagnostic. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {
    private static final String HEAD = "meta:\n  id: sample\n  endian: le\n";
    private static final ReadOptions ONE_SECOND = new ReadOptions(Map.of("seconds", "1"));

    @TempDir
    private Path folder;

    @Test
    void structuresWithinThemselvesEnd() throws IOException {
        refused(
                HEAD + "seq:\n  - id: a\n    type: u1\n  - id: inner\n    type: t\ntypes:\n  t:\n    seq:\n"
                        + "      - id: again\n        type: t\n",
                new byte[9]);
    }

    @Test
    void elementsThatTakeNoByteEnd() throws IOException {
        refused(
                HEAD
                        + "seq:\n  - id: none\n    type: t\n    repeat: expr\n    repeat-expr: 0x7fffffffffff\ntypes:\n  t:\n"
                        + "    instances:\n      one:\n        value: 1\n",
                new byte[9]);
        refused(HEAD + "seq:\n  - id: none\n    size: 0\n    repeat: eos\n", new byte[9]);
        refused(
                HEAD + "seq:\n  - id: none\n    size: 0\n    repeat: until\n    repeat-until: false\n  - id: a\n"
                        + "    type: u1\n",
                new byte[9]);
    }

    @Test
    void anInstanceThatReadsItselfEnds() throws IOException {
        Path data = Samples.write(
                folder,
                HEAD + "seq:\n  - id: a\n    size: b\ninstances:\n  b:\n    value: c + 1\n  c:\n    value: b + 1\n",
                new byte[9]);
        Diagnostics.assertRefusal(() -> readAll(data, ReadOptions.NONE), "F782", "depends on itself");
    }

    @Test
    void lyingLengthsTakeNoMemory() throws IOException {
        Path data = Samples.write(
                folder, HEAD + "seq:\n  - id: n\n    type: u4\n  - id: a\n    size: n\n", new byte[] {-1, -1, -1, -1, 0
                });
        Diagnostics.assertRefusal(
                () -> readAll(data, ReadOptions.NONE),
                "F773",
                "requested 4294967295 bytes, but only 1 bytes available");
    }

    @Test
    void zipBombsAreStopped() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            for (int i = 0; i < 300; i++) {
                deflater.write(new byte[1 << 20]);
            }
        }
        refused(HEAD + "seq:\n  - id: a\n    size-eos: true\n    process: zlib\n", packed.toByteArray());
    }

    @Test
    void rowsOfTooManyValuesAreStopped() throws IOException {
        refused(
                HEAD + "seq:\n  - id: a\n    type: t\n    repeat: expr\n    repeat-expr: 3\ntypes:\n  t:\n    seq:\n"
                        + "      - id: b\n        type: u\n        repeat: expr\n        repeat-expr: 100000000\n  u:\n    seq:\n"
                        + "      - id: c\n        type: b1\n    instances:\n      d:\n        pos: 0\n        type: u8\n",
                new byte[6_000_000]);
    }

    @Test
    void aRowThatTakesTooLongIsStopped() throws IOException {
        Path data = Samples.write(
                folder,
                HEAD + "seq:\n  - id: rows\n    type: row\n    repeat: eos\ntypes:\n  row:\n    seq:\n"
                        + "      - id: text\n        type: str\n        size: 100000\n        encoding: ASCII\n"
                        + "      - id: slow\n        size: 0\n        repeat: until\n"
                        + "        repeat-until: text.reverse.length == 0\n",
                new byte[100_000]);
        Diagnostics.assertRefusal(() -> readAll(data, ONE_SECOND), "F784", "a row takes longer than 1 s");
    }

    /** So that whoever waits for a batch may go away, and knows within seconds that rows come. */
    @Test
    void slowRowsComeInSmallBatches() throws IOException {
        Path data = Samples.write(
                folder,
                HEAD + "seq:\n  - id: rows\n    type: row\n    repeat: eos\ntypes:\n  row:\n    seq:\n"
                        + "      - id: n\n        type: u1\n    instances:\n"
                        + "      all:\n        pos: 0\n        size: 30000\n        type: str\n        encoding: ASCII\n"
                        + "      slow:\n        value: all%s.length\n".formatted(".reverse".repeat(40)),
                new byte[100_000]);
        long start = System.nanoTime();
        try (TableFile file = new KsyTableReader().open(data, ReadOptions.NONE);
                TableCursor cursor = file.read(file.tables().getFirst().name(), List.of())) {
            assertThat(Objects.requireNonNull(cursor.next()).rows()).isBetween(1, 5_000);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("where all rows would take minutes")
                .isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void rowsThatTogetherTakeTooLongAreStopped() throws IOException {
        Path data = Samples.write(
                folder,
                HEAD + "seq:\n  - id: rows\n    type: row\n    repeat: eos\ntypes:\n  row:\n    seq:\n"
                        + "      - id: n\n        type: u1\n    instances:\n"
                        + "      all:\n        pos: 0\n        size: 30000\n        type: str\n        encoding: ASCII\n"
                        + "      slow:\n        value: all%s.length\n".formatted(".reverse".repeat(40)),
                new byte[30_000]);
        Diagnostics.assertRefusal(() -> readAll(data, ONE_SECOND), "F784", "the file takes longer than 2 s");
    }

    @Test
    void hugeNumbersAreStopped() throws IOException {
        Path data = Samples.write(folder, HEAD + "seq:\n  - id: a\n    size: (1 << 4000) << 4000\n", new byte[9]);
        Diagnostics.assertRefusal(() -> readAll(data, ReadOptions.NONE), "F784");
    }

    private void refused(String ksy, byte[] bytes) throws IOException {
        Path data = Samples.write(folder, ksy, bytes);
        Diagnostics.assertRefusal(() -> readAll(data, ReadOptions.NONE), "F784");
    }

    private static void readAll(Path data, ReadOptions options) throws IOException {
        try (TableFile file = new KsyTableReader().open(data, options)) {
            for (var table : file.tables()) {
                try (TableCursor cursor = file.read(table.name(), List.of())) {
                    while (cursor.next() != null) {
                        // only what is told counts
                    }
                }
            }
        }
    }
}
