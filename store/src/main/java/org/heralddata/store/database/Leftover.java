package org.heralddata.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server whose supervisor is gone, or the trace of one that a power cut ended. */
final class Leftover {

    private Leftover() {}

    /** Ends such a server and clears the trace, so that a new one can start; nothing if there is none. */
    static void end(PostgresFolder folder, Duration patience) throws IOException {
        Path trace = folder.data().resolve("postmaster.pid");
        if (!Files.exists(trace)) {
            return;
        }
        List<String> lines = Files.readAllLines(trace);
        Optional<ProcessHandle> process = lines.isEmpty()
                        || !lines.getFirst().strip().matches("[0-9]{1,10}")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(Leftover::isPostgres);
        if (process.isPresent()) {
            Commands.run(List.of("kill", "-INT", Long.toString(process.get().pid())));
            await(process.get(), patience);
        }
        Files.deleteIfExists(trace);
    }

    /** After a reboot the number may be another program's. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }

    private static void await(ProcessHandle process, Duration patience) throws IOException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("PostgreSQL, process %d, does not stop".formatted(process.pid()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL stops", e);
        }
    }
}
