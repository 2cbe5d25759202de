package org.heralddata.store.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.StoreDiagnostic;

/**
 * The PostgreSQL of a home, started by the first process that needs it and stopped after the last one ended, by whatever
 * death. Safe for several processes at once.
 */
final class EmbeddedPostgres implements AutoCloseable, Reviver.Server {
    /** Recovery after a power cut may take long; a server that says that it recovers is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Another process may attach while this one leaves; then there is no end to wait for. */
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    /** File locks are those of a process: within it another lock is needed. */
    private static final ReentrantLock STARTING = new ReentrantLock();

    private final PostgresFolder folder;
    private final RandomAccessFile alive;
    private final Presence presence;
    private final Supervisor supervisor;
    private final String password;

    private EmbeddedPostgres(
            PostgresFolder folder, RandomAccessFile alive, Presence presence, Supervisor supervisor, String password) {
        this.folder = folder;
        this.alive = alive;
        this.presence = presence;
        this.supervisor = supervisor;
        this.password = password;
    }

    /**
     * Uses the running server, or starts one.
     *
     * @param root the home's {@code db}, which exists
     * @throws Refusal if it does not start
     */
    static EmbeddedPostgres attach(Path root) throws IOException {
        var folder = new PostgresFolder(root);
        STARTING.lock();
        try (var lock = FileChannel.open(folder.startLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var _ = lock.lock();
            Path postgres = PostgresBinaries.unpacked(
                    PostgresBinaries.folder(root.resolveSibling("cache"), Privileges.prefix(folder.data())));
            folder.prepare(postgres);
            var alive = new RandomAccessFile(folder.alive().toFile(), "rw");
            try {
                Supervisor supervisor = running(folder, alive, postgres);
                Presence presence = Presence.show(folder.users());
                return new EmbeddedPostgres(folder, alive, presence, supervisor, folder.password());
            } catch (IOException | RuntimeException e) {
                alive.close();
                throw e;
            }
        } finally {
            STARTING.unlock();
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(supervisor.port());
    }

    String user() {
        return PostgresFolder.USER;
    }

    String password() {
        return password;
    }

    @Override
    public boolean answers(Duration patience) throws IOException {
        return Probe.answers(supervisor.port(), password, patience, folder);
    }

    /** Its supervisor does, on the port that it had, whenever somebody attaches. */
    @Override
    public void askToStart() throws IOException {
        supervisor.hello(alive);
    }

    @Override
    public String log() {
        return folder.log().resolve("postgresql.log").toString();
    }

    /** Lets the server go; if no other process uses it, returns when it has stopped. */
    @Override
    public void close() {
        try {
            boolean last = presence.endAsLast();
            alive.close();
            if (last) {
                supervisor.awaitEnd(TO_STOP);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + folder.alive(), e);
        }
    }

    private static Supervisor running(PostgresFolder folder, RandomAccessFile alive, Path postgres) throws IOException {
        String password = folder.password();
        var present = Supervisor.present(folder);
        if (present.isPresent() && present.get().acknowledges(folder, alive, PATIENCE)) {
            if (Probe.answers(present.get().port(), password, PATIENCE, folder)) {
                return present.get();
            }
            throw didNotStart(folder);
        }
        for (int attempt = 0; attempt < 3; attempt++) {
            Leftover.end(folder, PATIENCE);
            Supervisor started = Supervisor.start(folder, postgres);
            if (started.acknowledges(folder, alive, PATIENCE)
                    && Probe.answers(started.port(), password, PATIENCE, folder)) {
                return started;
            }
            started.end();
        }
        throw didNotStart(folder);
    }

    private static Refusal didNotStart(PostgresFolder folder) throws IOException {
        Path log = folder.log().resolve("postgresql.log");
        String last = Files.exists(log) ? lastLine(log) : "its log is empty";
        return new Refusal(Diagnostic.error(
                        StoreDiagnostic.DATABASE_START,
                        "PostgreSQL did not start: %s".formatted(last),
                        new Location.InFile(folder.log().toString(), null, -1))
                .helped("the log tells more; or give a server with --db jdbc:postgresql://host/database"));
    }

    private static String lastLine(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1)
                .strip()
                .lines()
                .reduce((earlier, later) -> later)
                .orElse("its log is empty");
    }
}
