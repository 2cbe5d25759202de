package org.heralddata.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.heralddata.testkit.ProjectRoot;
import org.jspecify.annotations.Nullable;

/** The command behind {@code fuzz/run}. */
public final class Fuzz {

    private Fuzz() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var options = Options.parse(List.of(args));
        Path target = Files.createDirectories(ProjectRoot.path().resolve("fuzz/target"));
        Path kept = target.resolve("findings.txt");
        if (options.replay == null) {
            Files.deleteIfExists(kept);
        }
        try (var run = new FuzzRun(target.resolve("work"), finding -> tell(finding, options, kept))) {
            long start = System.nanoTime();
            Map<String, Tally> tallies = options.replay != null
                    ? run.replay(cases(options.replay))
                    : run.random(options.seed, options.from, options.inputs, options.formats);
            double seconds = (System.nanoTime() - start) / 1e9;
            List<Finding> findings = run.findings();
            report(tallies, findings, seconds);
            System.exit(findings.isEmpty() ? 0 : 1);
        }
    }

    /** A case, or a file of them. */
    private static List<String> cases(String replay) throws IOException {
        return replay.startsWith("@") ? Files.readAllLines(Path.of(replay.substring(1))) : List.of(replay);
    }

    /** At once, since a run may take hours. */
    private static void tell(Finding finding, Options options, Path kept) {
        System.err.printf("%s%n  %s%n", finding.kind(), finding.input());
        try {
            if (options.replay == null) {
                Files.writeString(kept, finding.input() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void report(Map<String, Tally> tallies, List<Finding> findings, double seconds) {
        Map<String, List<Finding>> kinds = findings.stream()
                .collect(Collectors.groupingBy(Finding::kind, java.util.TreeMap::new, Collectors.toList()));
        kinds.forEach((kind, found) -> System.out.printf(
                "%s (%d times)%n  %s%n%s%n%n",
                kind, found.size(), found.getFirst().input(), found.getFirst().text()));
        System.out.println("| format | samples | inputs | read | refused | findings |\n|---|---:|---:|---:|---:|---:|");
        tallies.forEach((format, t) -> System.out.printf(
                "| %s | %d | %d | %d | %d | %d |%n",
                format, t.samples(), t.inputs(), t.read(), t.refused(), t.findings()));
        long inputs = tallies.values().stream().mapToLong(Tally::inputs).sum();
        System.out.printf(
                Locale.ROOT,
                "%d inputs in %s, %d findings of %d kinds%n",
                inputs,
                Duration.ofSeconds((long) seconds),
                findings.size(),
                kinds.size());
    }

    private static final class Options {
        private long inputs = 200_000;
        private long from;
        private long seed = 1;
        private final List<String> formats = new ArrayList<>();
        private @Nullable String replay;

        static Options parse(List<String> args) {
            var options = new Options();
            for (int i = 0; i + 1 < args.size(); i += 2) {
                String value = args.get(i + 1);
                switch (args.get(i)) {
                    case "--inputs" -> options.inputs = Long.parseLong(value);
                    case "--from" -> options.from = Long.parseLong(value);
                    case "--seed" -> options.seed = Long.parseLong(value);
                    case "--format" -> options.formats.addAll(List.of(value.split(",")));
                    case "--replay" -> options.replay = value;
                    default -> throw new IllegalArgumentException("unknown option " + args.get(i));
                }
            }
            return options;
        }
    }
}
