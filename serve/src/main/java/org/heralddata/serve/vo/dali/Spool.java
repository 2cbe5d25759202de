package org.heralddata.serve.vo.dali;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps an answer until all of it is known: a small one in memory, a large one in a file that is removed on close. */
public final class Spool extends OutputStream {
    private static final int IN_MEMORY = 4 << 20;

    private final Path folder;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(8192);
    private @Nullable Path path;
    private @Nullable OutputStream file;
    private long length;

    /** @param folder made if need be */
    public Spool(Path folder) {
        this.folder = folder;
    }

    public long length() {
        return length;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        length += count;
        if (file == null && length > IN_MEMORY) {
            Files.createDirectories(folder);
            path = Files.createTempFile(folder, "answer", null);
            file = Files.newOutputStream(path);
            memory.writeTo(file);
            memory.reset();
        }
        if (file != null) {
            file.write(bytes, from, count);
        } else {
            memory.write(bytes, from, count);
        }
    }

    public void copyTo(OutputStream out) throws IOException {
        if (path != null && file != null) {
            file.flush();
            Files.copy(path, out);
        } else {
            memory.writeTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }
}
