package org.heralddata.formats.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.heralddata.formats.root.file.Entry;
import org.heralddata.formats.root.file.RootFile;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.ntuple.write.RNTupleTableWriter;
import org.heralddata.model.table.Column;
import org.heralddata.spi.TableHeader;
import org.heralddata.testkit.Tables;
import org.heralddata.testkit.WriterSamples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damage of every kind ends in the one exception that the reader knows, soon and without memory. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class HostileNTuplesTest {
    @TempDir
    private Path folder;

    private byte[] sound = new byte[0];
    private List<Extent> envelopes = List.of();

    @BeforeEach
    void write() throws IOException {
        List<Column> columns = WriterSamples.columns();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int r = 0; r < 7; r++) {
            var row = new ArrayList<@Nullable Object>();
            for (int c = 0; c < columns.size(); c++) {
                Column column = columns.get(c);
                row.add((c % 2 == 0 ? WriterSamples.values(column) : WriterSamples.withNulls(column, c)).get(r));
            }
            rows.add(row);
        }
        var header = new TableHeader("events", "", OptionalLong.empty(), columns, new LinkedHashMap<>());
        sound = Tables.write(new RNTupleTableWriter(null, 1), header, Tables.batches(columns, rows, 7));
        envelopes = envelopes();
    }

    /** Header, page list, footer: all stored as they are. */
    private List<Extent> envelopes() throws IOException {
        try (RootFile file = RootFile.open(Files.write(folder.resolve("sound.root"), sound));
                var source = new PageSource(file.source())) {
            Entry entry = file.entries().stream()
                    .filter(e -> e.key().className().equals(Anchor.CLASS))
                    .findFirst()
                    .orElseThrow();
            Anchor anchor = Anchor.read(file.payload(entry.key()));
            NTuple ntuple = NTuple.read(file, entry, source, (field, why) -> {});
            return List.of(anchor.header(), ntuple.groups().getFirst().pageList(), anchor.footer());
        }
    }

    @Test
    void readsItUndamaged() throws IOException {
        assertThat(TestNTuples.read(folder.resolve("sound.root")).columns()).hasSameSizeAs(WriterSamples.columns());
    }

    @Test
    void everyFlippedByteIsRefusedOrHarmless() throws IOException {
        var random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = sound.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            refused += refuses(damaged) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(100);
    }

    /** The checksums are made anew, so that what is behind them is tried. */
    @Test
    void liesInMetadataAreRefusedOrHarmless() throws IOException {
        var random = new Random(2);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = sound.clone();
            Extent envelope = envelopes.get(random.nextInt(envelopes.size()));
            for (int k = random.nextInt(3); k >= 0; k--) {
                int at = (int) envelope.offset() + 8 + random.nextInt((int) envelope.size() - 16);
                damaged[at] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(4) - 2);
            }
            refused += refuses(sealed(damaged)) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(250);
    }

    @Test
    void cutFilesAreRefused() {
        for (int length = 0; length < sound.length; length += 997) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(RootFormatException.class);
        }
    }

    private boolean refuses(byte[] bytes) throws IOException {
        try {
            read(bytes);
            return false;
        } catch (RootFormatException | ArithmeticException | IndexOutOfBoundsException e) {
            return true; // as the reader's border takes them
        }
    }

    private void read(byte[] bytes) throws IOException {
        TestNTuples.read(Files.write(folder.resolve("damaged.root"), bytes));
    }

    private byte[] sealed(byte[] bytes) {
        long header = seal(bytes, envelopes.getFirst());
        for (int i = 1; i < envelopes.size(); i++) {
            int flags = i == 2 ? 8 : 0; // the footer begins with its features
            int at = (int) envelopes.get(i).offset() + 8 + flags;
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at, header);
            seal(bytes, envelopes.get(i));
        }
        return bytes;
    }

    private static long seal(byte[] bytes, Extent envelope) {
        int from = (int) envelope.offset();
        int length = (int) envelope.size() - 8;
        long checksum = Hashing.xxh3_64().hashBytesToLong(bytes, from, length);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(from + length, checksum);
        return checksum;
    }
}
