package org.heralddata.store.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.module.UnixSystem;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.heralddata.model.catalogue.Release;
import org.heralddata.store.StoreDiagnostic;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL of a home: durable, closed to strangers, shared by processes, and gone with the last of them. */
class EmbeddedDatabaseTest {
    /** One for all tests: to make the files of a server takes its time. */
    @TempDir
    static Path folder;

    @Test
    void isDurableAndClosedToStrangers() throws SQLException, IOException {
        try (Home home = Home.open(folder)) {
            assertThat(ask(home, "show fsync")).isEqualTo("on");
            assertThat(ask(home, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(home, "show listen_addresses")).isEqualTo("127.0.0.1");
            String url = ((HikariDataSource) home.database()).getJdbcUrl();
            assertThatThrownBy(() ->
                            DriverManager.getConnection(url, "herald", "guess").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(Files.getPosixFilePermissions(folder.resolve("db/secret")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(folder.resolve("db/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void isSharedAndEndsWithTheLastProcessHoweverItDies() throws Exception {
        try (Child other = Child.start(HomeHolder.class, folder.toString(), "theirs")) {
            other.await("open");
            long server = postmaster();
            try (Home home = Home.open(folder)) {
                assertThat(home.catalogue().latest(Samples.ID))
                        .map(Release::name)
                        .contains("theirs");
                assertThat(postmaster()).isEqualTo(server);
                other.kill();
                assertThat(ask(home, "select 1")).isEqualTo("1");
            }
            assertThat(ends(server)).isTrue();
        }
        try (Child alone = Child.start(HomeHolder.class, folder.toString())) {
            alone.await("open");
            long server = postmaster();
            alone.kill();
            assertThat(ends(server)).isTrue();
        }
    }

    @Test
    void startsAgainAfterTheServerOrItsSupervisorWasKilled() throws Exception {
        try (Child other = Child.start(HomeHolder.class, folder.toString(), "kept")) {
            other.await("open");
            kill(postmaster());
            try (Home home = Home.open(folder)) {
                assertThat(home.catalogue().latest(Samples.ID))
                        .map(Release::name)
                        .contains("kept");
            }
            kill(Long.parseLong(Files.readString(folder.resolve("db/server")).split(" ", 2)[0]));
            long orphan = postmaster();
            try (Home home = Home.open(folder)) {
                assertThat(home.catalogue().latest(Samples.ID))
                        .map(Release::name)
                        .contains("kept");
                assertThat(postmaster()).isNotEqualTo(orphan);
                assertThat(ends(orphan)).isTrue();
            }
        }
    }

    @Test
    void aServerThatIsKilledUnderAHomeComesBackToIt() throws Exception {
        try (Home home = Home.open(folder)) {
            ask(home, "select 1");
            try (Connection connection = home.database().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists revived (n int)");
                statement.execute("insert into revived values (7)");
            }
            long killed = postmaster();
            kill(killed);
            assertThat(askPatiently(home, "select max(n) from revived")).isEqualTo("7");
            assertThat(postmaster()).isNotEqualTo(killed);
        }
    }

    /** Until it is answered, for a minute at most. */
    private static String askPatiently(Home home, String question) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (true) {
            try {
                return ask(home, question);
            } catch (SQLException away) {
                if (Instant.now().isAfter(deadline)) {
                    throw away;
                }
                Thread.sleep(50);
            }
        }
    }

    @Test
    void runsForAnOrdinaryUser() throws Exception {
        Assumptions.assumeTrue(new UnixSystem().getUid() == 0, "only root can become another user");
        Path theirs = Files.createTempDirectory("herald-nobody");
        try {
            Files.setPosixFilePermissions(theirs, PosixFilePermissions.fromString("rwxrwxrwx"));
            try (Child nobody = Child.startAsNobody(
                    theirs, HomeHolder.class, theirs.resolve("home").toString(), "r1")) {
                nobody.await("open");
                assertThat(Files.getAttribute(theirs.resolve("home/db/data"), "unix:uid"))
                        .isEqualTo(65534);
                long server = Long.parseLong(Files.readAllLines(theirs.resolve("home/db/data/postmaster.pid"))
                        .getFirst());
                nobody.kill();
                assertThat(ends(server)).isTrue();
            }
        } finally {
            org.heralddata.store.database.Folders.delete(theirs);
        }
    }

    @Test
    void ofTheUsersOwnMustAnswer(@TempDir Path own) {
        var options = new HomeOptions(Optional.of("jdbc:postgresql://127.0.0.1:1/none?user=a&password=secret"));
        try (Home home = Home.open(own, options)) {
            assertThatThrownBy(home::catalogue)
                    .isInstanceOfSatisfying(org.heralddata.model.diagnostic.Refusal.class, refusal -> {
                        var diagnostic = refusal.diagnostics().getFirst();
                        assertThat(diagnostic.code()).isEqualTo(StoreDiagnostic.DATABASE_AWAY);
                        assertThat(diagnostic.message())
                                .contains("127.0.0.1:1/none")
                                .doesNotContain("secret");
                    });
        }
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("db/data/postmaster.pid")).getFirst());
    }

    private static void kill(long process) {
        ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
    }

    private static boolean ends(long process) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (Instant.now().isBefore(deadline)) {
            if (ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false)) {
                Thread.sleep(20);
            } else {
                return true;
            }
        }
        return false;
    }

    private static String ask(Home home, String query) throws SQLException {
        try (Connection connection = home.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
