package org.heralddata.formats.votable.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.heralddata.formats.votable.VotableReader;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableHeader;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BINARY2 streams as others see them, broken ones, and ones given up. */
class BinaryStreamTest {
    private static final List<Column> COLUMNS = List.of(
            Column.of("id", ColumnType.INT64),
            Column.of("ra", ColumnType.FLOAT64).withUnit("deg").withUcd("pos.eq.ra;meta.main"),
            Column.of("kind", ColumnType.STRING).withDescription("What it is"),
            Column.of("time", ColumnType.TIMESTAMP),
            Column.of("flag", ColumnType.BOOL),
            Column.of("hits", ColumnType.INT32).withShape(Shape.LIST));

    private static final String SCRIPT = """
            import sys, warnings
            warnings.simplefilter("error")
            from astropy.io.votable import parse
            file = parse(sys.argv[1], verify="exception")
            table = file.get_first_table()
            print(file.version, table.name, [i.name + "=" + i.value for i in file.resources[0].infos])
            print([(f.name, f.datatype, f.arraysize, str(f.unit), f.ucd, f.xtype, f.ref) for f in table.fields])
            print(table.array["id"].tolist(), table.array["ra"].tolist(), table.array["kind"].tolist())
            print(table.array["time"].tolist(), table.array["flag"].tolist(), [[int(x) for x in v] for v in table.array["hits"]])
            """;

    @TempDir
    private Path folder;

    private Path write(int rows) throws IOException {
        var all = new ArrayList<List<@Nullable Object>>();
        for (long i = 0; i < rows; i++) {
            all.add(
                    i == 1
                            ? Tables.row(null, null, null, null, null, null)
                            : Tables.row(i, i / 4.0, "γ" + i, i * 1_000_000_001L, i % 2 == 0, List.of(i, i + 1)));
        }
        var header = new TableHeader(
                "events", "", OptionalLong.empty(), COLUMNS, new LinkedHashMap<>(Map.of("licence", "CC0-1.0")));
        return Files.write(
                folder.resolve("out.vot"),
                Tables.write(new VotableWriter(), header, Tables.batches(COLUMNS, all, 8192)));
    }

    @Test
    void astropyReadsItWithoutAWarning() throws IOException {
        String seen = Oracle.python("astropy", "numpy").run(SCRIPT, write(3));

        assertThat(seen.lines())
                .containsExactly(
                        "1.4 events ['QUERY_STATUS=OK', 'licence=CC0-1.0']",
                        "[('id', 'long', None, 'None', None, None, None),"
                                + " ('ra', 'double', None, 'deg', 'pos.eq.ra;meta.main', None, 'icrs'),"
                                + " ('kind', 'unicodeChar', '*', 'None', None, None, None),"
                                + " ('time', 'char', '*', 'None', None, 'timestamp', 'utc'),"
                                + " ('flag', 'boolean', None, 'None', None, None, None),"
                                + " ('hits', 'int', '*', 'None', None, None, None)]",
                        "[0, None, 2] [0.0, None, 0.5] ['γ0', '', 'γ2']",
                        "['1970-01-01T00:00:00.000000000', '', '1970-01-01T00:00:02.000000002']"
                                + " [True, None, True] [[0, 1], [], [2, 3]]");
    }

    @Test
    void refusesAStreamThatIsDamaged() throws IOException {
        Path file = write(2000);
        String text = Files.readString(file);
        int middle = text.indexOf("<STREAM") + 20_000;
        Files.writeString(file, text.substring(0, middle) + text.substring(text.indexOf("</STREAM>")));
        try (TableFile opened = new VotableReader().open(file, ReadOptions.NONE)) {
            assertThatThrownBy(() -> Tables.read(opened, "events")).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void endsQuietlyWhenGivenUp() throws Exception {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        try {
            Path file = write(100_000);
            Set<Thread> threads = Set.copyOf(Thread.getAllStackTraces().keySet());
            TableFile opened = new VotableReader().open(file, ReadOptions.NONE);
            TableCursor cursor = opened.read("events", List.of());
            assertThat(cursor.next()).isNotNull();
            opened.close();
            long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!left(threads).isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            assertThat(left(threads)).isEmpty();
            assertThat(uncaught).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private static List<String> left(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> !before.contains(t) && t.isAlive())
                .map(Thread::getName)
                .filter(n ->
                        !n.contains("surefire") && !n.startsWith("Common-Cleaner") && !n.startsWith("process reaper"))
                .toList();
    }

    @Test
    void writesWhatXmlNeedsEscaped() throws IOException {
        var header = new TableHeader(
                "a\"<&>", "x < y & z", OptionalLong.empty(), COLUMNS.subList(0, 1), new LinkedHashMap<>());
        byte[] bytes = Tables.write(new VotableWriter(), header, List.of());
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("name=\"a&quot;&lt;&amp;&gt;\"")
                .contains("<DESCRIPTION>x &lt; y &amp; z</DESCRIPTION>");
    }
}
