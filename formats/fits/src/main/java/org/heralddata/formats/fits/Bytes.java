package org.heralddata.formats.fits;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.heralddata.spi.FileHead;

/** The bytes of a file, decompressed if it is gzip. Cheap to read forwards; for one thread. */
interface Bytes extends Closeable {

    static Bytes open(Path file) throws IOException {
        return FileHead.of(file).gzipped()
                ? new GzipBytes(file)
                : new Plain(FileChannel.open(file, StandardOpenOption.READ));
    }

    /**
     * Fills a part of an array from a position.
     *
     * @return bytes read: fewer than {@code length} only where the file ends
     */
    int read(long position, byte[] target, int at, int length) throws IOException;

    /** The lesser of {@code position} and the length of the file. */
    long reach(long position) throws IOException;

    /** True if reading backwards costs as much as reading forwards. */
    boolean isRandomAccess();

    /** A file that is not compressed. */
    record Plain(FileChannel channel) implements Bytes {

        @Override
        public int read(long position, byte[] target, int at, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(target, at, length);
            while (buffer.hasRemaining()) {
                int n = channel.read(buffer, position + buffer.position() - at);
                if (n < 0) {
                    break;
                }
            }
            return buffer.position() - at;
        }

        @Override
        public long reach(long position) throws IOException {
            return Math.min(position, channel.size());
        }

        @Override
        public boolean isRandomAccess() {
            return true;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
