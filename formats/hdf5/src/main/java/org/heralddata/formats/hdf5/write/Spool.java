package org.heralddata.formats.hdf5.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file while it grows: a temporary one, since addresses at its start are known at its end only. */
final class Spool implements Closeable {
    private final Path path;
    private final FileChannel channel;
    private long end;

    /** In the folder for temporary files. */
    Spool() throws IOException {
        this(Files.createTempFile("herald-hdf5-", ".h5"));
    }

    /** @param path deleted on close */
    Spool(Path path) throws IOException {
        this.path = path;
        channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Sets room aside and tells its address. */
    long reserve(long size) {
        long address = end;
        end += size;
        return address;
    }

    long append(byte[] bytes) throws IOException {
        long address = reserve(bytes.length);
        write(address, bytes);
        return address;
    }

    void write(long address, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, address + buffer.position());
        }
    }

    /** Bytes so far. */
    long end() {
        return end;
    }

    void copyTo(OutputStream out) throws IOException {
        channel.position(0);
        Channels.newInputStream(channel).transferTo(out);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
