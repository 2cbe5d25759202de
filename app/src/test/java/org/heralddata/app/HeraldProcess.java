package org.heralddata.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command as a process of its own, as a person starts it in a terminal. */
public final class HeraldProcess implements AutoCloseable {
    private final Process process;
    private final Path out;

    private HeraldProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /** @param log of both outputs */
    public static HeraldProcess start(Path log, String... arguments) throws IOException {
        return start(log, List.of(), Main.class, arguments);
    }

    /**
     * @param options of Java
     * @param main    instead of the command
     */
    public static HeraldProcess start(Path log, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        // a background shell has Ctrl-C ignored, and what it starts would inherit that
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new HeraldProcess(process, log);
    }

    /** What it has said until now. */
    public String said() {
        try {
            return new String(Files.readAllBytes(out), StandardCharsets.UTF_8); // perhaps amid a character
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** It stands still, as on a machine that is far too busy, and says nothing more; what it had sent before has come. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
        Thread.sleep(300);
    }

    /** It goes on. */
    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Presses Ctrl-C and returns the exit status. */
    public int interrupt() throws IOException, InterruptedException {
        signal("INT");
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as("ends: %s", said())
                .isTrue();
        return process.exitValue();
    }

    /** Waits until it has ended. */
    public void await() throws InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as("ends: %s", said())
                .isTrue();
    }

    /** Processes whose command lines name a folder, such as a database in it. */
    public static List<String> usersOf(Path folder) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .map(place -> place.resolve("cmdline"))
                    .map(HeraldProcess::commandLine)
                    .filter(line -> line.contains(folder.toString()))
                    .toList();
        }
    }

    private static String commandLine(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
