package org.heralddata.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.heralddata.spi.Formats;
import org.jspecify.annotations.Nullable;

/**
 * The JVM that does the reading, in little memory. Says on standard output which input it is at and what it found; ends by
 * itself after a hang or a lack of memory, since neither can be undone.
 */
final class Worker {
    static final int BROKEN = 70;
    private static final long HANG_MILLISECONDS = 10_000;

    private final PrintStream out;
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Samples samples;
    private final Path folder;
    private final Watchdog watchdog;

    private Worker(PrintStream out, Path folder) throws IOException {
        this.out = out;
        this.folder = folder;
        Path made = Files.createDirectories(folder.resolve("made"));
        Formats formats = Formats.installed();
        Subject.installed(formats).forEach(subject -> subjects.put(subject.name(), subject));
        this.samples = Samples.find(formats, made);
        if (!subjects.keySet().containsAll(samples.formats())
                || !samples.formats().containsAll(subjects.keySet())) {
            throw new IllegalStateException(subjects.keySet() + " have samples " + samples.formats());
        }
        this.watchdog = new Watchdog(HANG_MILLISECONDS, finding -> {
            out.println("found " + finding.line());
            out.flush();
            Runtime.getRuntime().halt(BROKEN);
        });
    }

    /**
     * Runs inputs by number, or those of a file.
     *
     * @param args a folder to work in; then {@code seed from to formats…}, or {@code replay} and a file of cases, or
     *     {@code files} and a file of formats and paths, one a line; in both, the first line to begin with
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        var worker = new Worker(out, Path.of(args[0]));
        switch (args[1]) {
            case "replay" -> worker.replay(Files.readAllLines(Path.of(args[2])), Integer.parseInt(args[3]));
            case "files" -> worker.files(Files.readAllLines(Path.of(args[2])), Integer.parseInt(args[3]));
            default ->
                worker.random(
                        Long.parseLong(args[1]),
                        Long.parseLong(args[2]),
                        Long.parseLong(args[3]),
                        List.of(args).subList(4, args.length));
        }
        out.println("done");
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private void random(long seed, long from, long to, List<String> wanted) throws IOException {
        List<String> names = wanted.isEmpty() ? samples.formats() : wanted;
        for (long i = from; i < to; i++) {
            String format = names.get((int) (i % names.size()));
            var random = new Random(seed * 1_000_003 + i);
            Sample sample = samples.choose(format, random);
            Sample partner = samples.choose(format, random);
            run(i, new FuzzCase(format, sample.name(), partner.name(), random.nextLong()));
        }
    }

    private void files(List<String> lines, int from) throws IOException {
        for (int i = from; i < lines.size(); i++) {
            String[] parts = lines.get(i).split(" ", 2);
            Subject subject = Objects.requireNonNull(subjects.get(parts[0]), parts[0]);
            var input = new FuzzCase(parts[0], parts[1], "itself", 0);
            out.println("at " + i + " " + input);
            out.flush();
            long start = System.nanoTime();
            read(subject, Path.of(parts[1]), null, input);
            System.err.printf("%d ms: %s%n", (System.nanoTime() - start) / 1_000_000, parts[1]);
        }
    }

    private void replay(List<String> cases, int from) throws IOException {
        for (int i = from; i < cases.size(); i++) {
            String line = cases.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                run(i, FuzzCase.parse(line));
            }
        }
    }

    private void run(long number, FuzzCase input) throws IOException {
        Subject subject = subjects.get(input.format());
        Sample sample = samples.named(input.sample()).orElse(null);
        Sample partner = samples.named(input.partner()).orElse(null);
        if (subject == null || sample == null || partner == null) {
            out.println("gone " + input);
            return;
        }
        out.println("at " + number + " " + input);
        out.flush();
        Path file = folder.resolveSibling("input" + sample.ending());
        Files.write(file, Damage.damaged(sample.bytes(), partner.bytes(), input.random()));
        read(subject, file, sample.companion(), input);
    }

    private void read(Subject subject, Path file, @Nullable Path companion, FuzzCase input) {
        watchdog.start(input);
        try {
            out.println(subject.take(file, companion) ? "read" : "refused");
            watchdog.stop();
            checkNothingIsLeft();
        } catch (VirtualMachineError error) {
            out.println("found " + Finding.of(input, error).line());
            out.flush();
            Runtime.getRuntime().halt(BROKEN);
        } catch (IOException | RuntimeException | Error thrown) {
            out.println("found " + Finding.of(input, thrown).line());
        } finally {
            watchdog.stop();
        }
    }

    /** Readers that spool must clear up when they are closed. */
    private static void checkNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            List<Path> files = left.filter(p -> !p.getFileName().toString().startsWith("hsperf"))
                    // native libraries, unpacked once for the life of the JVM
                    .filter(p -> !p.getFileName().toString().matches(".*duckdb.*|(zstd|lz4|snappy)\\d+\\.tmp"))
                    .toList();
            for (Path file : files) {
                Files.deleteIfExists(file);
                throw new Reading.BrokenContract("left behind: `" + file.getFileName() + "`");
            }
        }
    }
}
