package org.heralddata.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An interpreter of scripts. */
final class Program {
    private static final long TIMEOUT_SECONDS = 120;

    private final String interpreter;
    private final String extension;

    /** @param extension that its scripts have, with the dot */
    Program(String interpreter, String extension) {
        this.interpreter = interpreter;
        this.extension = extension;
    }

    /** True if it is there and runs the script without complaint. */
    boolean starts(String script) {
        return start(script, List.of()).status() == 0;
    }

    /** What the script printed, without trailing white space. */
    String run(String script, Object... arguments) {
        Output output =
                start(script, Arrays.stream(arguments).map(Object::toString).toList());
        if (output.status() != 0) {
            throw new AssertionError("the oracle failed:\n" + output.errors());
        }
        return output.text().stripTrailing();
    }

    private record Output(int status, String text, String errors) {}

    private Output start(String script, List<String> arguments) {
        try {
            Path folder = Files.createTempDirectory("oracle");
            Path source = folder.resolve("oracle" + extension);
            Path out = folder.resolve("out");
            Path err = folder.resolve("err");
            try {
                Files.writeString(source, script);
                var command = new ArrayList<>(List.of(interpreter, source.toString()));
                command.addAll(arguments);
                Process process = new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("the oracle did not end within " + TIMEOUT_SECONDS + " s");
                }
                return new Output(process.exitValue(), read(out), read(err));
            } finally {
                for (Path file : List.of(source, out, err, folder)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        } catch (IOException absent) {
            if (String.valueOf(absent.getMessage()).contains("Cannot run program")) {
                return new Output(127, "", "no " + interpreter);
            }
            throw new UncheckedIOException(absent);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
