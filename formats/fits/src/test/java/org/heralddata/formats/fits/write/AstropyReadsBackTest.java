package org.heralddata.formats.fits.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.TableHeader;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that Herald writes, as astropy sees them. */
class AstropyReadsBackTest {
    private static final List<Column> COLUMNS = List.of(
            Column.of("id", ColumnType.INT64).withUcd("meta.id;meta.main"),
            Column.of("energy", ColumnType.FLOAT64).withUnit("GeV").withDescription("Energy of the primary"),
            Column.of("weight", ColumnType.FLOAT32),
            Column.of("flag", ColumnType.BOOL),
            Column.of("small", ColumnType.INT8),
            Column.of("word", ColumnType.UINT16),
            Column.of("count", ColumnType.UINT64),
            Column.of("time", ColumnType.TIMESTAMP),
            Column.of("kind", ColumnType.STRING),
            Column.of("hits", ColumnType.INT32).withShape(Shape.LIST),
            Column.of("matrix", ColumnType.FLOAT32).withShape(Shape.of(2, 3)),
            Column.of("names", ColumnType.STRING).withShape(Shape.of(2)));

    private static final String SCRIPT = """
            import sys, warnings
            warnings.simplefilter("error")
            from astropy.io import fits
            from astropy.table import Table
            hdus = fits.open(sys.argv[1])
            hdus.verify("exception")
            header, data = hdus[1].header, hdus[1].data
            print(hdus[1].name, len(data), header["TITLE"], header["SELECTION"], len(header["CITATION"]), header["CITATION"][-5:])
            print(header["TUNIT2"], header["TCOMM2"], header["TUCD1"], header["TIMESYS"])
            warnings.filterwarnings("ignore", "Column 'flag' contains NULL")
            t = Table.read(sys.argv[1], hdu=1)
            print(t["id"].tolist(), t["energy"].tolist(), t["flag"].tolist(), t["small"].tolist())
            print(t["word"].tolist(), t["count"].tolist(), t["time"].tolist(), t["kind"].tolist())
            print([v.tolist() for v in data["hits"]], data["matrix"][1].tolist(), data["names"].tolist())
            print(str(t["energy"].unit))
            """;

    @TempDir
    private Path folder;

    @Test
    void valuesUnitsAndCards() throws IOException {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("title", "Air showers");
        metadata.put("selection", "kind = 'gamma' and energy > 3");
        metadata.put("citation", "it's long; ".repeat(40) + "ended");
        var rows = List.<List<@Nullable Object>>of(
                row(1L, 1.5, true, -128L, 65535L, -1L, 0L, "gamma", List.of(1L, 2L, 3L), "a", "bcd"),
                row(-2L, 0.1, false, 127L, 0L, 5L, 1_700_000_000_123_456_789L, "p", List.of(), "", "x"),
                Tables.row(null, null, null, null, null, null, null, null, null, null, null, null));
        var header = new TableHeader("EVENTS", "", OptionalLong.empty(), COLUMNS, metadata);
        Path file = folder.resolve("out.fits");
        Files.write(file, Tables.write(new FitsTableWriter(), header, List.of(Tables.batch(COLUMNS, rows))));

        String seen = Oracle.python("astropy", "numpy").run(SCRIPT, file);

        assertThat(seen.lines())
                .containsExactly(
                        "EVENTS 3 Air showers kind = 'gamma' and energy > 3 445 ended",
                        "GeV Energy of the primary meta.id;meta.main UTC",
                        "[1, -2, None] [1.5, 0.1, None] [True, False, False] [-128, 127, None]",
                        "[65535, 0, None] [18446744073709551615, 5, 18446744073709551614]"
                                + " ['1970-01-01T00:00:00.000000000', '2023-11-14T22:13:20.123456789', '']"
                                + " ['gamma', 'p', '']",
                        "[[1, 2, 3], [], []] [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]] [['a', 'bcd'], [' ', 'x'], ['', '']]",
                        "GeV");
    }

    private static List<@Nullable Object> row(
            long id,
            double energy,
            boolean flag,
            long small,
            long word,
            long count,
            long time,
            String kind,
            List<Long> hits,
            String first,
            String second) {
        List<Object> matrix = new ArrayList<>(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0));
        return Tables.row(id, energy, 0.5, flag, small, word, count, time, kind, hits, matrix, List.of(first, second));
    }
}
