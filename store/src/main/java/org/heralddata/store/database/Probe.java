package org.heralddata.store.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/** Finds out whether a server that was started answers. */
final class Probe {
    /** A server that starts writes its {@code postmaster.pid} first of all; without one for so long, it failed. */
    private static final Duration TO_APPEAR = Duration.ofSeconds(3);

    private Probe() {}

    /** Waits while the server starts or recovers; false if it has given up or lets itself be waited for too long. */
    static boolean answers(int port, String password, Duration patience, PostgresFolder folder) throws IOException {
        Path postmaster = folder.data().resolve("postmaster.pid");
        Instant begin = Instant.now();
        while (Instant.now().isBefore(begin.plus(patience))) {
            if (listens(port) && connects(port, password)) {
                return true;
            }
            if (!Files.exists(postmaster) && Instant.now().isAfter(begin.plus(TO_APPEAR))) {
                return false;
            }
            Pause.shortly();
        }
        return false;
    }

    /** Much cheaper than a connection that fails, while the server wants the processor to start. */
    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean connects(int port, String password) {
        var properties = new Properties();
        properties.setProperty("user", PostgresFolder.USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
