package org.heralddata.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.WriteOptions;

/**
 * Writes tables of doubles as ROOT and HDF5 and reads them back; leaves the files for {@code others.py}, which reads and writes
 * the same with uproot and h5py. Arguments: folder, rows, columns, repeats. Prints lines of tabs: what, data, format, who, seconds
 * (median, least, most), millions of bytes in memory, in the file, sum of all numbers, seconds of processor time.
 */
public final class OthersSpeed {
    private static final Formats FORMATS = Formats.installed();

    private OthersSpeed() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        int width = Integer.parseInt(arguments[2]);
        int repeats = Integer.parseInt(arguments[3]);
        SequencedMap<String, TableWriter> writers = new LinkedHashMap<>();
        writers.put("root-zlib", writer("root", Map.of("compression", "zlib")));
        writers.put("root-zstd", writer("root", Map.of("compression", "zstd")));
        writers.put("root-lz4", writer("root", Map.of("compression", "lz4")));
        writers.put("hdf5-deflate", writer("hdf5", Map.of("deflate", "1")));
        writers.put("hdf5-compound", writer("hdf5", Map.of("deflate", "1", "layout", "compound")));
        for (boolean rounded : List.of(false, true)) {
            var data = new Doubles(rows, width, rounded);
            String name = rounded ? "rounded" : "noise";
            for (Map.Entry<String, TableWriter> entry : writers.entrySet()) {
                TableWriter writer = entry.getValue();
                Path file = folder.resolve(name + "." + entry.getKey() + "." + writer.extension());
                Timing write = Timing.of(repeats, () -> write(writer, data, file));
                print(
                        "write",
                        name,
                        entry.getKey(),
                        "Herald",
                        write,
                        8e-6 * rows * width,
                        Files.size(file),
                        data.sum());
                TableReader reader = FORMATS.reader(writer.format().value()).orElse(null);
                if (reader != null) {
                    double[] sum = new double[1];
                    Timing read = Timing.of(repeats, () -> sum[0] = read(reader, file));
                    print("read", name, entry.getKey(), "Herald", read, 8e-6 * rows * width, Files.size(file), sum[0]);
                }
            }
            long[] size = new long[1];
            Timing plain = Timing.of(repeats, () -> size[0] = PlainDeflate.run(data));
            print("deflate", name, "bare bytes", "java.util.zip", plain, 8e-6 * rows * width, size[0], data.sum());
        }
    }

    private static TableWriter writer(String format, Map<String, String> choices) {
        return WriteOptions.apply(FORMATS.writer(format).orElseThrow(), choices);
    }

    private static void write(TableWriter writer, Doubles data, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                TableSink sink = writer.open(out, data.header())) {
            for (Batch batch : data.batches()) {
                sink.write(batch);
            }
            sink.finish();
        }
    }

    private static double read(TableReader reader, Path path) throws IOException {
        double sum = 0;
        try (TableFile file = reader.open(path, ReadOptions.NONE);
                TableCursor cursor = file.read(file.tables().getFirst().name(), List.of())) {
            for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                for (Vector vector : batch.vectors()) {
                    if (vector instanceof Vector.Doubles(var values, var size, var nulls)) {
                        for (int i = 0; i < size; i++) {
                            sum += values[i];
                        }
                    }
                }
            }
        }
        return sum;
    }

    @SuppressWarnings("SystemOut") // a command whose output this is
    private static void print(
            String what,
            String data,
            String format,
            String who,
            Timing timing,
            double megabytes,
            long bytes,
            double sum) {
        System.out.println(String.join(
                "\t",
                what,
                data,
                format,
                who,
                Double.toString(timing.median()),
                Double.toString(timing.least()),
                Double.toString(timing.most()),
                Double.toString(megabytes),
                Double.toString(bytes / 1e6),
                Double.toString(sum),
                Double.toString(timing.cpu())));
    }
}
