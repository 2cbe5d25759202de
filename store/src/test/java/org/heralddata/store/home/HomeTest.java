package org.heralddata.store.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.StoreDiagnostic;
import org.heralddata.store.TableScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder;

    @Test
    void keepsReleasesOverAReopening() {
        Release made;
        try (Home home = Home.open(folder.resolve("home"))) {
            made = Samples.publish(home, null, 1000);
            assertThat(home.catalogue().latest(Samples.ID)).contains(made);
        }
        try (Home home = Home.open(folder.resolve("home"))) {
            Release read = home.catalogue().latest(Samples.ID).orElseThrow();
            assertThat(read).isEqualTo(made);
            assertThat(read.name()).isEqualTo("r1");
            TableScan scan = home.catalogue().scan(read, "events");
            assertThat(scan.files()).hasSize(1).allSatisfy(file -> {
                assertThat(file.rows()).isEqualTo(1000);
                assertThat(Files.size(file.path())).isEqualTo(file.bytes());
                assertThat(file.maxSortKey()).isEqualTo(1_700_000_000_000_000L);
            });
            assertThat(scan.columns()).extracting(TableScan.ScanColumn::fieldId).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(refusal(file).code()).isEqualTo(StoreDiagnostic.HOME_NOT_A_FOLDER);
    }

    @Test
    void refusesAFolderOfSomethingElse() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "");
        assertThat(refusal(folder).message()).contains("thesis.tex");
        assertThat(folder.resolve("db")).doesNotExist();
    }

    @Test
    void refusesTheHomeOfANewerHerald() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "port: 80\nlayout: 2\n");
        assertThat(refusal(folder).code()).isEqualTo(StoreDiagnostic.HOME_NEWER);
    }

    @Test
    void refusesSettingsWithoutALayout() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "layout: two\n");
        assertThat(refusal(folder).code()).isEqualTo(StoreDiagnostic.HOME_SETTINGS);
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        boolean root = new UnixSystem().getUid() == 0; // may write everywhere but among the processes
        Path unwritable = root ? Path.of("/proc/self") : folder;
        assertThat(refusal(unwritable.resolve("home")).code()).isEqualTo(StoreDiagnostic.HOME_NOT_WRITABLE);
    }

    @Test
    void refusesAPlaceThatCannotBeMade() {
        assertThat(refusal(Path.of("/proc/herald")).code()).isEqualTo(StoreDiagnostic.HOME_NOT_WRITABLE);
    }

    private static Diagnostic refusal(Path path) {
        try (Home _ = Home.open(path)) {
            throw new AssertionError("opened");
        } catch (Refusal refusal) {
            Diagnostic diagnostic = refusal.diagnostics().getFirst();
            assertThat(diagnostic.help()).isNotNull();
            return diagnostic;
        }
    }
}
