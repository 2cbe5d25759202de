package org.heralddata.formats.hdf5.write;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Rows in a temporary file, written once, then read once; each block begins with the number of its rows. */
final class RowSpool implements Closeable {
    private static final int BUFFER = 1 << 18;

    private final Path path;
    private final DataOutputStream out;
    private @Nullable DataInputStream in;

    RowSpool() throws IOException {
        path = Files.createTempFile("herald-hdf5-", ".rows");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
    }

    DataOutputStream out() {
        return out;
    }

    /** The rows of the next block; 0 after the last. From the first call on nothing can be written. */
    int next() throws IOException {
        if (in == null) {
            out.writeInt(0);
            out.close();
        }
        return in().readInt();
    }

    DataInputStream in() throws IOException {
        DataInputStream open = in;
        if (open == null) {
            open = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
            in = open;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
            if (in != null) {
                in.close();
            }
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
