package org.heralddata.store.home;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.heralddata.store.database.Folders;

/** One PostgreSQL for all tests of this process, a database of it for each home. */
final class TestHomes {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestHomes() {}

    /** Opens a home on a database of its own. */
    static Home open(Path folder) {
        return Home.open(folder, new HomeOptions(Optional.of(newDatabase())));
    }

    /** The address of an empty database. */
    static String newDatabase() {
        String name = "test" + COUNT.incrementAndGet();
        HikariDataSource server = (HikariDataSource) Server.HOME.database();
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "%s?user=%s&password=%s"
                .formatted(
                        server.getJdbcUrl().replace("/postgres", "/" + name),
                        server.getUsername(),
                        server.getPassword());
    }

    private static final class Server {
        static final Home HOME = start();

        private Server() {}

        private static Home start() {
            try {
                Path folder = Files.createTempDirectory("herald-test-server");
                Home home = Home.open(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home, folder)));
                return home;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(Home home, Path folder) {
            home.close();
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
