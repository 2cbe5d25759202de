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

/**
 * A program of others that says what is right: a Python snippet run by {@code $HERALD_PYTHON}, else {@code python3}. Where
 * Python or a package is absent the test is skipped; with {@code CI=true} it fails.
 */
public final class Oracle {
    private static final long TIMEOUT_SECONDS = 120;

    private final String python;

    private Oracle(String python) {
        this.python = python;
    }

    /** Python with the given packages, such as {@code astropy}. */
    public static Oracle python(String... packages) {
        String told = System.getenv("HERALD_PYTHON");
        var oracle = new Oracle(told == null || told.isEmpty() ? "python3" : told);
        List<String> imports =
                Arrays.stream(packages).map("import %s\n"::formatted).toList();
        Output probe = oracle.start(String.join("", imports), List.of());
        if (probe.status() != 0) {
            throw Ci.missing(oracle.python + " with " + String.join(", ", packages));
        }
        return oracle;
    }

    /**
     * Runs a script.
     *
     * @param script    Python source
     * @param arguments what it finds in {@code sys.argv[1:]}
     * @return what it printed, without trailing white space
     * @throws AssertionError if it fails; tells what it complained of
     */
    public String run(String script, Object... arguments) {
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
            Path source = folder.resolve("oracle.py");
            Path out = folder.resolve("out");
            Path err = folder.resolve("err");
            try {
                Files.writeString(source, script);
                var command = new ArrayList<>(List.of(python, source.toString()));
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
                return new Output(127, "", "no " + python);
            }
            throw new UncheckedIOException(absent);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
