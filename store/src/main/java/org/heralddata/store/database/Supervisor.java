package org.heralddata.store.database;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The shell process that runs {@code supervisor.sh}.
 *
 * @param process its process
 * @param port    the port that it starts the server on
 */
record Supervisor(ProcessHandle process, int port) {

    /** The one that a process before has started, if it is still there. */
    static Optional<Supervisor> present(PostgresFolder folder) throws IOException {
        if (!Files.exists(folder.server())) {
            return Optional.empty();
        }
        String[] words = Files.readString(folder.server()).strip().split(" ", -1);
        if (words.length != 3) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> startOf(process).equals(words[1]))
                .map(process -> new Supervisor(process, Integer.parseInt(words[2])));
    }

    static Supervisor start(PostgresFolder folder, Path postgres) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(List.of("/bin/sh", "-c", script(), "herald-postgres"));
        command.addAll(List.of(folder.root().toString(), Integer.toString(port), postgres.toString()));
        command.addAll(Privileges.prefix(folder.data()));
        File log = folder.log().resolve("start.log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log))
                .start();
        var started = new Supervisor(process.toHandle(), port);
        Path fresh = folder.root().resolve("server.new");
        Files.writeString(fresh, "%d %s %d%n".formatted(process.pid(), startOf(process.toHandle()), port));
        Files.move(fresh, folder.server(), StandardCopyOption.ATOMIC_MOVE);
        return started;
    }

    /**
     * Whether the server will stay for as long as the pipe is open here. If not, the supervisor has ended.
     *
     * @param alive the pipe, open
     */
    boolean acknowledges(PostgresFolder folder, RandomAccessFile alive, Duration patience) throws IOException {
        Path acknowledgement = folder.acknowledgements().resolve(hello(alive));
        Instant deadline = Instant.now().plus(patience);
        while (Instant.now().isBefore(deadline)) {
            if (Files.deleteIfExists(acknowledgement)) {
                return true;
            }
            if (!process.isAlive()) {
                return false;
            }
            Pause.shortly();
        }
        end();
        return false;
    }

    /**
     * Has it look whether the server runs, and start it if not.
     *
     * @return name of what it makes among the acknowledgements when it has
     */
    String hello(RandomAccessFile alive) throws IOException {
        String name = UUID.randomUUID().toString();
        alive.write(("hello " + name + "\n").getBytes(StandardCharsets.US_ASCII));
        return name;
    }

    /** Ends it by force; the server is then a {@link Leftover}. */
    void end() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Waits for its end, and with it the server's, for so long at most. */
    void awaitEnd(Duration patience) throws IOException {
        Instant deadline = Instant.now().plus(patience);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            Pause.shortly();
        }
    }

    /** Tells a process from a later one of the same number. */
    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Objects.requireNonNull(Supervisor.class.getResourceAsStream("supervisor.sh"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
