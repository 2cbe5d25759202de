package org.heralddata.store.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs short commands of the operating system. */
final class Commands {

    private Commands() {}

    static boolean succeeds(List<String> command) {
        try {
            return run(command).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static Outcome run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new java.io.File("/dev/null")))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output.strip());
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.getFirst(), e);
        }
    }

    /** @param output of both streams */
    record Outcome(int status, String output) {}
}
