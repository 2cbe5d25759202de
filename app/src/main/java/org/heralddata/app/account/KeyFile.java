package org.heralddata.app.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;
import org.heralddata.accounts.second.Vault;
import org.jspecify.annotations.Nullable;

/** A key in a file that only its owner reads; made when it is first asked for. Safe for many threads and processes. */
final class KeyFile implements Supplier<byte[]> {
    private final Path file;
    private volatile byte @Nullable [] known;

    KeyFile(Path file) {
        this.file = file;
    }

    @Override
    public byte[] get() {
        byte[] key = known;
        if (key == null) {
            try {
                key = Files.exists(file) ? read() : make();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            known = key;
        }
        return key.clone();
    }

    /** Written aside and linked into its place, so that no other process reads half of it or makes another. */
    private byte[] make() throws IOException {
        Path aside = Files.createTempFile(
                Objects.requireNonNull(file.toAbsolutePath().getParent()),
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            byte[] key = Vault.newKey();
            Files.write(aside, key);
            Files.createLink(file, aside);
            return key;
        } catch (FileAlreadyExistsException another) {
            return read();
        } finally {
            Files.delete(aside);
        }
    }

    private byte[] read() throws IOException {
        byte[] key = Files.readAllBytes(file);
        if (key.length != Vault.KEY_BYTES) {
            throw new IOException(
                    "%s holds %d bytes, not the %d of a key".formatted(file, key.length, Vault.KEY_BYTES));
        }
        return key;
    }
}
