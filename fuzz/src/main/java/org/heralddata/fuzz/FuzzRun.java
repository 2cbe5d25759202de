package org.heralddata.fuzz;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.heralddata.testkit.ProjectRoot;
import org.jspecify.annotations.Nullable;

/** Starts {@link Worker}s one after the other until all inputs are done, and gathers what they find. */
final class FuzzRun implements Closeable {
    /** A file that brings down many JVMs is one finding too many: the run ends. */
    private static final int MOST_RESTARTS = 200;

    private static final int TELL_EVERY = 5_000;

    private final Path work;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> readSamples = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Consumer<Finding> heard;
    private @Nullable FuzzCase current;
    private long at;

    /** @param work a folder of its own, emptied now and removed at the end */
    FuzzRun(Path work) throws IOException {
        this(work, finding -> {});
    }

    /** @param heard is told each finding as soon as it is made */
    FuzzRun(Path work, Consumer<Finding> heard) throws IOException {
        this.work = work;
        this.heard = heard;
        close();
        Files.createDirectories(work.resolve("tmp"));
    }

    /** Inputs by number; formats empty for all. */
    Map<String, Tally> random(long seed, long inputs, List<String> formats) throws IOException, InterruptedException {
        return random(seed, 0, inputs, formats);
    }

    /** Inputs of the numbers {@code first} to before {@code end}. */
    Map<String, Tally> random(long seed, long first, long end, List<String> formats)
            throws IOException, InterruptedException {
        work(first, from -> {
            var arguments = new ArrayList<>(List.of(Long.toString(seed), Long.toString(from), Long.toString(end)));
            arguments.addAll(formats);
            return arguments;
        });
        return tallies;
    }

    /** Inputs as {@link FuzzCase#toString()} prints them; blank lines and those beginning with # are passed over. */
    Map<String, Tally> replay(List<String> cases) throws IOException, InterruptedException {
        Path list = Files.write(work.resolve("cases.txt"), cases);
        work(0, from -> List.of("replay", list.toString(), Long.toString(from)));
        return tallies;
    }

    /** Files as they are: a format and a path. */
    Map<String, Tally> files(List<String> lines) throws IOException, InterruptedException {
        Path list = Files.write(work.resolve("files.txt"), lines);
        work(0, from -> List.of("files", list.toString(), Long.toString(from)));
        return tallies;
    }

    /** Some of the samples that were read to their end, damaged or not. */
    List<String> readSamples() {
        return readSamples;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Cases whose sample or format is not there. */
    List<String> gone() {
        return gone;
    }

    private void work(long first, LongFunction<List<String>> arguments) throws IOException, InterruptedException {
        long from = first;
        for (int starts = 0; starts <= MOST_RESTARTS; starts++) {
            at = from - 1;
            current = null;
            boolean done = once(arguments.apply(from));
            if (done) {
                return;
            }
            if (current == null) {
                throw new IllegalStateException("the worker does not start; see " + log());
            }
            from = at + 1;
        }
        throw new IllegalStateException("given up: " + findings.getLast().kind());
    }

    private boolean once(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:-OmitStackTraceInFastThrow",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + work.resolve("tmp"),
                "-Dherald.root=" + ProjectRoot.path(),
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                work.toString()));
        command.addAll(arguments);
        Process worker = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        boolean done = false;
        int found = findings.size();
        try (var lines = new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                done |= line.equals("done");
                take(line);
            }
        } finally {
            worker.destroyForcibly();
        }
        int status = worker.waitFor();
        if (!done && current != null && findings.size() == found) {
            add(new Finding(current, current.format() + ": the JVM ended with status " + status, "see " + log()));
        }
        return done;
    }

    private void take(String line) {
        if (line.startsWith("at ")) {
            String[] parts = line.split(" ", 3);
            at = Long.parseLong(parts[1]);
            current = FuzzCase.parse(parts[2]);
            tally().countInput(current.sample());
            progress();
        } else if (line.equals("read")) {
            tally().countRead();
            if (current != null && readSamples.size() < MOST_RESTARTS) {
                readSamples.add(current.sample());
            }
        } else if (line.equals("refused")) {
            tally().countRefused();
        } else if (line.startsWith("found ")) {
            add(Finding.parse(line.substring(6)));
        } else if (line.startsWith("gone ")) {
            gone.add(line.substring(5));
        }
    }

    private void progress() {
        if (at > 0 && at % TELL_EVERY == 0) {
            System.err.printf(
                    "%tT input %d, %d findings%n", LocalTime.now(ZoneId.systemDefault()), at, findings.size());
        }
    }

    private void add(Finding finding) {
        findings.add(finding);
        tally().countFinding();
        heard.accept(finding);
    }

    private Tally tally() {
        return tallies.computeIfAbsent(current == null ? "?" : current.format(), format -> new Tally());
    }

    private Path log() {
        return ProjectRoot.path().resolve("fuzz/target/worker.log");
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(work)) {
            try (Stream<Path> all = Files.walk(work)) {
                all.sorted(Comparator.reverseOrder()).forEach(FuzzRun::delete);
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
