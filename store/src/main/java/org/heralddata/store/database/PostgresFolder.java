package org.heralddata.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.StoreDiagnostic;

/**
 * The files of the PostgreSQL in a home.
 *
 * @param root the home's {@code db}
 */
record PostgresFolder(Path root) {
    static final String USER = "herald";

    private static final String SETTINGS = """

            # Herald
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 60
            shared_buffers = 64MB
            fsync = on
            synchronous_commit = on
            password_encryption = 'scram-sha-256'
            log_checkpoints = off
            log_min_messages = warning
            """;
    private static final String WHO_MAY_CONNECT = "host all all 127.0.0.1/32 scram-sha-256\n";

    Path data() {
        return root.resolve("data");
    }

    /** The password, readable by the owner only. */
    Path secret() {
        return root.resolve("secret");
    }

    /** The pipe that keeps the server alive. */
    Path alive() {
        return root.resolve("alive");
    }

    Path acknowledgements() {
        return root.resolve("ack");
    }

    Path startLock() {
        return root.resolve("start.lock");
    }

    /** Where processes show that they use the server. */
    Path users() {
        return root.resolve("users.lock");
    }

    /** Who supervises the server, and its port. */
    Path server() {
        return root.resolve("server");
    }

    Path log() {
        return root.resolve("log");
    }

    String password() throws IOException {
        return Files.readString(secret()).strip();
    }

    /** Makes what is missing: secret, data, pipe. */
    void prepare(Path postgres) throws IOException {
        Files.createDirectories(acknowledgements());
        Files.createDirectories(log());
        if (!Files.exists(data())) {
            initialise(postgres);
        }
        Privileges.own(log(), Privileges.prefix(data()));
        if (!Files.exists(alive())
                || !Files.readAttributes(alive(), java.nio.file.attribute.BasicFileAttributes.class)
                        .isOther()) {
            Files.deleteIfExists(alive());
            check(Commands.run(List.of("mkfifo", "-m", "600", alive().toString())), "mkfifo");
        }
    }

    private void initialise(Path postgres) throws IOException {
        Path fresh = root.resolve("data.new");
        Path password = root.resolve("password.new");
        Folders.delete(fresh);
        Files.deleteIfExists(password);
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        write(secret(), text);
        write(password, text);
        List<String> prefix = Privileges.prefix(data());
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Privileges.own(fresh, prefix);
        Privileges.own(password, prefix);
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(postgres.resolve("bin/initdb").toString(), "-D", fresh.toString(), "-U", USER));
        command.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + password, "-E", "UTF8"));
        command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (System.getProperty("os.name").startsWith("Linux")) {
            command.add("--sync-method=syncfs"); // one call instead of a thousand
        }
        check(Commands.run(command), "initdb");
        Files.delete(password);
        Files.writeString(fresh.resolve("postgresql.conf"), SETTINGS, java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(fresh.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        Files.move(fresh, data());
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n");
    }

    private static void check(Commands.Outcome outcome, String command) {
        if (outcome.status() != 0) {
            throw new Refusal(
                    Diagnostic.error(
                                    StoreDiagnostic.DATABASE_START,
                                    "`%s` failed: %s".formatted(command, outcome.output()))
                            .helped(
                                    "keep the home where PostgreSQL may write, or give a server with --db jdbc:postgresql://…"));
        }
    }
}
