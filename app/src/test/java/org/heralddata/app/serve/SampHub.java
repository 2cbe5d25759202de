package org.heralddata.app.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/**
 * A hub of SAMP as TOPCAT has it (JSAMP, of Debian's {@code libjsamp-java} or {@code $HERALD_JSAMP}), and one program at it
 * that takes tables. Allows every web page what it asks. Missing: skips; fails if {@code CI=true}.
 */
final class SampHub implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Process> processes = new ArrayList<>();
    private final Path heard;

    private SampHub(Path heard) {
        this.heard = heard;
    }

    static SampHub start(Path folder, String listener) throws IOException, InterruptedException {
        Path jar = Stream.of(System.getenv("HERALD_JSAMP"), "/usr/share/java/jsamp.jar")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(SampHub::missing);
        var hub = new SampHub(folder.resolve("heard.txt"));
        Path log = folder.resolve("hub.txt");
        hub.run(jar, folder, log, "hub", "-mode", "no-gui", "-profiles", "std,web", "-web:auth", "true");
        await("a hub of SAMP: " + text(log), () -> Files.exists(folder.resolve(".samp")));
        hub.run(jar, folder, hub.heard, "snooper", "-clientname", listener, "-mtype", "table.load.votable");
        return hub;
    }

    private void run(Path jar, Path home, Path log, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + home,
                "-cp",
                jar.toString(),
                "org.astrogrid.samp.JSamp"));
        Collections.addAll(command, arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("SAMP_HUB");
        processes.add(builder.start());
    }

    /** What the program was sent so far, once it holds a text. */
    String heard(String text) throws IOException, InterruptedException {
        await("the hub to pass on " + text, () -> text(heard).contains(text));
        return text(heard);
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(String what, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("waited in vain for " + what);
                }
                Thread.sleep(50);
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static RuntimeException missing() {
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail("missing in CI: JSAMP; set HERALD_JSAMP");
        }
        return new TestAbortedException("skipped: no JSAMP; set HERALD_JSAMP");
    }

    @Override
    public void close() {
        processes.reversed().forEach(Process::destroy);
    }
}
