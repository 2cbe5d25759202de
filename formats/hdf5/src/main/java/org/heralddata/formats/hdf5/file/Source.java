package org.heralddata.formats.hdf5.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file by the addresses of its superblock. For one thread. */
public final class Source implements Closeable {
    private static final int LARGEST_METADATA = 256 << 20;

    private final FileChannel channel;
    private final long length;
    private final Superblock superblock;

    private Source(FileChannel channel, long length, Superblock superblock) {
        this.channel = channel;
        this.length = length;
        this.superblock = superblock;
    }

    /** Opens a file and reads its superblock. */
    public static Source open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            long length = channel.size();
            var bare = new Source(channel, length, Superblock.NONE);
            Superblock superblock = Superblock.find(bare);
            if (superblock.end() > length) {
                throw FormatException.truncated(
                        length, "the file ends at byte %d of %d".formatted(length, superblock.end()));
            }
            return new Source(channel, length, superblock);
        } catch (RuntimeException | IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Bytes of the file. */
    public long length() {
        return length;
    }

    Superblock superblock() {
        return superblock;
    }

    /** Byte of the file that an address stands for. */
    long absolute(long address) {
        return superblock.base() + address;
    }

    /** Metadata at an address; refused if the file ends before. */
    Block block(long address, long size) {
        if (size > LARGEST_METADATA || size < 0) {
            throw FormatException.broken(absolute(address), "a structure of %d bytes is beyond reason".formatted(size));
        }
        check(address, size);
        byte[] bytes = new byte[(int) size];
        read(address, bytes, 0, (int) size);
        return new Block(bytes, absolute(address), superblock.offsetSize(), superblock.lengthSize());
    }

    /** Makes sure that a stretch of the file exists, before memory is taken for it. */
    void check(long address, long size) {
        if (address < 0) {
            throw FormatException.broken(-1, "a structure refers to no address");
        }
        long start = absolute(address);
        if (start < 0 || size < 0 || size > length || start > length - size) {
            throw FormatException.truncated(
                    start, "%d bytes should follow, but the file ends at byte %d".formatted(size, length));
        }
    }

    /** Reads exactly {@code size} bytes. */
    void read(long address, byte[] into, int offset, int size) {
        check(address, size);
        try {
            ByteBuffer buffer = ByteBuffer.wrap(into, offset, size);
            long position = absolute(address);
            while (buffer.hasRemaining()) {
                int count = channel.read(buffer, position);
                if (count < 0) {
                    throw FormatException.truncated(position, "the file ends here");
                }
                position += count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
