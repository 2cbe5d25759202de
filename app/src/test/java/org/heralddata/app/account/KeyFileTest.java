package org.heralddata.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.heralddata.accounts.second.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeOnceForItsOwnerAlone() throws Exception {
        Path file = folder.resolve("accounts.key");
        byte[] key = new KeyFile(file).get();
        assertThat(key).hasSize(Vault.KEY_BYTES);
        assertThat(new KeyFile(file).get()).isEqualTo(key);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void isTheSameForAllWhoAskAtOnce() throws Exception {
        Path file = folder.resolve("accounts.key");
        List<Callable<byte[]>> askers = Stream.<Callable<byte[]>>generate(() -> new KeyFile(file)::get)
                .limit(16)
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<byte[]> told : threads.invokeAll(askers)) {
                assertThat(told.get()).isEqualTo(Files.readAllBytes(file));
            }
        }
    }

    @Test
    void refusesAFileThatHoldsNoKey() throws Exception {
        Path file = Files.writeString(folder.resolve("accounts.key"), "short");
        assertThatThrownBy(() -> new KeyFile(file).get())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("5 bytes");
    }
}
