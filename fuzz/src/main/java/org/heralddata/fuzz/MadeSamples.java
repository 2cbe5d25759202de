package org.heralddata.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;

/** Small files by Herald's own writers. */
final class MadeSamples {
    private static final List<Column> COLUMNS = List.of(
            Column.of("event_id", ColumnType.INT64),
            Column.of("energy", ColumnType.FLOAT64).withUnit("GeV").withUcd("phys.energy"),
            Column.of("zenith", ColumnType.FLOAT32).withUnit("deg").withDescription("zenith angle"),
            Column.of("nmu", ColumnType.UINT16),
            Column.of("good", ColumnType.BOOL),
            Column.of("name", ColumnType.STRING),
            Column.of("time", ColumnType.TIMESTAMP),
            Column.of("core", ColumnType.FLOAT64).withShape(Shape.of(2)).withUnit("m"),
            Column.of("deposits", ColumnType.FLOAT32).withShape(Shape.LIST));

    private MadeSamples() {}

    /** A table of a few rows and one of some thousand, in every format that has a writer. */
    static List<Sample> write(Formats formats, Path folder) throws IOException {
        var samples = new ArrayList<Sample>();
        for (TableWriter writer : formats.writers()) {
            for (int rows : new int[] {5, 3000}) {
                String name = writer.format() + "-" + rows + "." + writer.extension();
                Path file = folder.resolve(name);
                write(writer, rows, file);
                samples.add(Sample.of("made/" + name, file));
            }
        }
        return samples;
    }

    private static void write(TableWriter writer, int rows, Path file) throws IOException {
        var metadata = new LinkedHashMap<>(Map.of("title", "Made for tests"));
        var header = new TableHeader("events", "events of no meaning", OptionalLong.of(rows), COLUMNS, metadata);
        var random = new Random(rows);
        var table = new ArrayList<List<@Nullable Object>>();
        for (int row = 0; row < rows; row++) {
            table.add(Tables.row(
                    (long) row,
                    Math.exp(20 * random.nextDouble()),
                    (double) (float) (60 * random.nextDouble()),
                    row % 7 == 3 ? null : (Object) (long) random.nextInt(65536),
                    random.nextBoolean(),
                    row % 5 == 2 ? null : "shower " + random.nextInt(1000),
                    1_700_000_000_000_000_000L + row * 1_234_567_891L,
                    List.of(random.nextGaussian(), random.nextGaussian()),
                    random.doubles(row % 4)
                            .mapToObj(d -> (Object) (double) (float) d)
                            .toList()));
        }
        try (OutputStream out = Files.newOutputStream(file);
                TableSink sink = writer.open(out, header)) {
            for (var batch : Tables.batches(COLUMNS, table, 1000)) {
                sink.write(batch);
            }
            sink.finish();
        }
    }
}
