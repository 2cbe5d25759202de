package org.heralddata.formats.root.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file by position. Safe for many threads. */
public final class Source implements Closeable {
    private final FileChannel channel;
    private final long length;

    private Source(FileChannel channel, long length) {
        this.channel = channel;
        this.length = length;
    }

    static Source open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new Source(channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Bytes of the file. */
    public long length() {
        return length;
    }

    /** Makes sure that a stretch of the file exists, before memory is taken for it. */
    public void check(long position, long size) {
        if (position < 0 || size < 0) {
            throw RootFormatException.broken(-1, "%d bytes at byte %d are referred to".formatted(size, position));
        }
        if (size > length || position > length - size) {
            throw RootFormatException.truncated(
                    position, "%d bytes should follow, but the file ends at byte %d".formatted(size, length));
        }
    }

    /** Exactly {@code size} bytes from a position on. */
    public byte[] read(long position, int size) {
        check(position, size);
        byte[] bytes = new byte[size];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            long at = position;
            while (buffer.hasRemaining()) {
                int count = channel.read(buffer, at);
                if (count < 0) {
                    throw RootFormatException.truncated(at, "the file ends here");
                }
                at += count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
