package org.heralddata.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/**
 * Writes a file of events of 14 columns, spread evenly over the sky and over four years, with full-entropy numbers (the worst
 * case for compression), and beside it the descriptor to ingest it by. Arguments: file, rows.
 */
public final class MakeEvents {
    private static final long START_S = 1_078_704_000L;
    private static final double SPAN_S = 1.26e8;
    private static final List<Column> COLUMNS = List.of(
            Column.of("event_id", ColumnType.INT64),
            Column.of("seconds", ColumnType.INT64).withUnit("s"),
            Column.of("nanoseconds", ColumnType.INT32).withUnit("ns"),
            Column.of("run", ColumnType.INT32),
            Column.of("ra", ColumnType.FLOAT64).withUnit("deg"),
            Column.of("dec", ColumnType.FLOAT64).withUnit("deg"),
            Column.of("energy", ColumnType.FLOAT32).withUnit("log(eV)"),
            Column.of("zenith", ColumnType.FLOAT32).withUnit("deg"),
            Column.of("azimuth", ColumnType.FLOAT32).withUnit("deg"),
            Column.of("core_x", ColumnType.FLOAT32).withUnit("m"),
            Column.of("core_y", ColumnType.FLOAT32).withUnit("m"),
            Column.of("size", ColumnType.FLOAT32),
            Column.of("muons", ColumnType.FLOAT32),
            Column.of("hits", ColumnType.INT32));

    private MakeEvents() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        long rows = Long.parseLong(arguments[1]);
        TableWriter writer = Formats.installed().writerFor(file).orElseThrow();
        var header = new TableHeader("events", "", OptionalLong.of(rows), COLUMNS, new LinkedHashMap<>());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                TableSink sink = writer.open(out, header)) {
            var random = new SplittableRandom(1);
            for (long first = 0; first < rows; first += Batch.ROWS) {
                sink.write(batch(first, (int) Math.min(Batch.ROWS, rows - first), rows, random));
            }
            sink.finish();
        }
        Files.writeString(
                file.resolveSibling("collection.yaml"),
                descriptor(file.getFileName().toString()));
    }

    private static Batch batch(long first, int size, long rows, SplittableRandom random) {
        var longs = new long[5][size];
        var doubles = new double[9][size];
        for (int i = 0; i < size; i++) {
            double elapsed = (first + i) * (SPAN_S / rows);
            longs[0][i] = first + i;
            longs[1][i] = START_S + (long) elapsed;
            longs[2][i] = random.nextInt(1_000_000_000);
            longs[3][i] = 1000 + (first + i) / 50_000;
            longs[4][i] = random.nextInt(300);
            doubles[0][i] = random.nextDouble(360);
            doubles[1][i] = Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
            doubles[2][i] = 14 - Math.log10(1 - random.nextDouble()) / 1.7;
            for (int column = 3; column < doubles.length; column++) {
                doubles[column][i] = (float) random.nextDouble(90);
            }
        }
        return new Batch(
                size,
                List.of(
                        vector(longs[0]),
                        vector(longs[1]),
                        vector(longs[2]),
                        vector(longs[3]),
                        vector(doubles[0]),
                        vector(doubles[1]),
                        vector(doubles[2]),
                        vector(doubles[3]),
                        vector(doubles[4]),
                        vector(doubles[5]),
                        vector(doubles[6]),
                        vector(doubles[7]),
                        vector(doubles[8]),
                        vector(longs[4])));
    }

    private static Vector vector(long[] values) {
        return new Vector.Longs(values, values.length, null);
    }

    private static Vector vector(double[] values) {
        return new Vector.Doubles(values, values.length, null);
    }

    private static String descriptor(String file) {
        var text = new StringBuilder("""
                herald: 1
                id: bench
                title: Events to measure with
                description: Made by bench/MakeEvents.
                messenger: cosmic-ray
                creators: [{name: Herald}]
                licence: CC0-1.0
                tables:
                  events:
                    description: One row an event
                    source: {files: %s}
                    key: [event_id]
                    time: {seconds: seconds, nanoseconds: nanoseconds, scale: utc}
                    direction: {ra: ra, dec: dec}
                    energy: {column: energy, scale: log10, unit: eV}
                    sort: sky
                    columns:
                """.formatted(file));
        for (Column column : COLUMNS) {
            String unit = column.unit() == null ? "" : ", unit: " + column.unit();
            text.append("      - {name: %1$s, source: %1$s%2$s, description: %1$s}\n".formatted(column.name(), unit));
        }
        return text.toString();
    }
}
