package org.heralddata.formats.root.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.heralddata.formats.root.compress.Algorithm;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.TableHeader;
import org.heralddata.testkit.NodeOracle;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of more than 2 000 000 000 bytes, most of them a hole. */
final class LargeFileTest {
    private static final int ROWS = 100_000;
    private static final List<Column> COLUMNS = List.of(
            Column.of("n", ColumnType.INT64), Column.of("x", ColumnType.FLOAT64), Column.of("text", ColumnType.STRING));

    /** Baskets before and after the border, so that addresses of both lengths occur. */
    @Test
    void othersReadBaskets(@TempDir Path folder) throws IOException {
        Oracle uproot = Oracle.python("uproot");
        for (long start : List.of(1_999_900_000L, 2_500_000_000L, 5_000_000_000L)) {
            Path file = write(folder, start);
            assertThat(Files.size(file)).isGreaterThan(Math.max(start, KeyRecord.SMALL_FILE));
            assertThat(uproot.run(OthersReadTest.script("large.py"), file))
                    .isEqualTo(
                            "1062004 ['events;1', 'licence;1'] 100000 True\n4999950000 2499975000.0 788890 CC-BY-4.0");
            Files.delete(file);
        }
    }

    @Test
    void jsrootReadsBaskets(@TempDir Path folder) throws IOException {
        NodeOracle jsroot = NodeOracle.jsroot();
        assertThat(jsroot.run(OthersReadTest.script("large.mjs"), write(folder, 2_500_000_000L)))
                .isEqualTo("100000 4999950000 2499975000.0 788890 CC-BY-4.0");
    }

    private static Path write(Path folder, long start) throws IOException {
        Path file = folder.resolve("large.root");
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("licence", "CC-BY-4.0");
        var header = new TableHeader("events", "", OptionalLong.empty(), COLUMNS, metadata);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var compression = new Compression(Algorithm.ZLIB, 1)) {
            var root = new RootFile(channel, "large.root", compression);
            root.skipTo(start);
            try (var tree = new TreeWriter(root, header, compression)) {
                for (int from = 0; from < ROWS; from += Batch.ROWS) {
                    tree.write(Tables.batch(COLUMNS, rows(from, Math.min(ROWS, from + Batch.ROWS))));
                }
                tree.finish();
            }
        }
        return file;
    }

    private static List<List<@Nullable Object>> rows(int from, int to) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int i = from; i < to; i++) {
            rows.add(Tables.row((long) i, i * 0.5, "row" + i));
        }
        return rows;
    }
}
