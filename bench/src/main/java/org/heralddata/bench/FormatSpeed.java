package org.heralddata.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/**
 * Writes a table in every format installed and reads it back, beside the speed at which the disk takes the same bytes.
 * Prints rows of a table in Markdown. Arguments: rows, columns, repeats, and formats if not all.
 */
public final class FormatSpeed {
    private final Sample sample;
    private final int repeats;
    private final Path folder;

    private FormatSpeed(Sample sample, int repeats, Path folder) {
        this.sample = sample;
        this.repeats = repeats;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int width = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        int repeats = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        List<String> only = List.of(arguments).subList(Math.min(3, arguments.length), arguments.length);
        Path folder = Files.createTempDirectory("herald-bench");
        var bench = new FormatSpeed(new Sample(rows, width), repeats, folder);
        print("| format | MB | write, s | disk alone, s | read, s | rows/s read | peak RSS, MB |");
        print("|---|---:|---:|---:|---:|---:|---:|");
        Formats formats = Formats.installed();
        for (TableWriter writer : formats.writers()) {
            String name = writer.format().value();
            if (only.isEmpty() || only.contains(name)) {
                bench.measure(writer, formats.reader(name));
            }
        }
        Files.delete(folder);
    }

    private void measure(TableWriter writer, Optional<TableReader> reader) throws IOException {
        Path file = folder.resolve("events." + writer.extension());
        Timing write = Timing.of(repeats, () -> write(writer, file));
        byte[] bytes = Files.readAllBytes(file);
        Path copy = folder.resolve("copy");
        Timing disk = Timing.of(repeats, () -> Files.write(copy, bytes));
        Files.delete(copy);
        String read = "";
        String speed = "";
        if (reader.isPresent()) {
            Timing timing = Timing.of(repeats, () -> read(reader.get(), file));
            read = timing.toString();
            speed = String.format(Locale.ROOT, "%.0f", sample.rows() / timing.median());
        }
        print("| %s | %.1f | %s | %s | %s | %s | %d |"
                .formatted(writer.format(), Files.size(file) / 1e6, write, disk, read, speed, PeakMemory.megabytes()));
        Files.delete(file);
    }

    private void write(TableWriter writer, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                TableSink sink = writer.open(out, sample.header())) {
            for (var batch : sample.batches()) {
                sink.write(batch);
            }
            sink.finish();
        }
    }

    private void read(TableReader reader, Path path) throws IOException {
        long rows = 0;
        try (TableFile file = reader.open(path, ReadOptions.NONE);
                TableCursor cursor = file.read(file.tables().getFirst().name(), List.of())) {
            for (var batch = cursor.next(); batch != null; batch = cursor.next()) {
                rows += batch.rows();
            }
        }
        if (rows != sample.rows()) {
            throw new IllegalStateException("%d rows came back of %d".formatted(rows, sample.rows()));
        }
    }

    @SuppressWarnings("SystemOut") // a command whose output this is
    private static void print(String line) {
        System.out.println(line);
    }
}
