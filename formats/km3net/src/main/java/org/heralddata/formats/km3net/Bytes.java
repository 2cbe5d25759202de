package org.heralddata.formats.km3net;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a file from first to last, decompressed if it is gzip. */
final class Bytes implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Place place;
    private final InputStream in;
    private final boolean compressed;
    private long position;

    private Bytes(Place place, InputStream in, boolean compressed) {
        this.place = place;
        this.in = in;
        this.compressed = compressed;
    }

    static Bytes open(Path path) throws IOException {
        Place place = Place.of(path);
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            raw.mark(4);
            byte[] magic = raw.readNBytes(4);
            raw.reset();
            InputStream plain = decompressed(raw, magic);
            return new Bytes(place, new BufferedInputStream(plain, BUFFER), plain != raw);
        } catch (EOFException | ZipException broken) {
            raw.close();
            throw place.refusal(Km3netCode.BROKEN, 0, "the compressed file is broken at its start");
        } catch (IOException | RuntimeException failed) {
            raw.close();
            throw failed;
        }
    }

    private static InputStream decompressed(InputStream raw, byte[] magic) throws IOException {
        if (magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
            return new GZIPInputStream(raw, BUFFER);
        }
        return raw;
    }

    Place place() {
        return place;
    }

    /** Bytes read so far, after decompression. */
    long position() {
        return position;
    }

    /** The next byte, 0 to 255; -1 at the end. */
    int read() throws IOException {
        try {
            int next = in.read();
            position += next < 0 ? 0 : 1;
            return next;
        } catch (IOException | RuntimeException broken) {
            throw brokenOff(broken);
        }
    }

    /** Fills the array as far as there are bytes; their number. */
    int read(byte[] target, int from, int length) throws IOException {
        try {
            int got = in.readNBytes(target, from, length);
            position += got;
            return got;
        } catch (IOException | RuntimeException broken) {
            throw brokenOff(broken);
        }
    }

    /** The next bytes, all of them, big-endian; refused if the file ends before. */
    ByteBuffer next(int length) throws IOException {
        byte[] next = new byte[length];
        if (read(next, 0, length) < length) {
            throw place.refusal(
                    Km3netCode.TRUNCATED, position, "the file ends at byte %d within a record".formatted(position));
        }
        return ByteBuffer.wrap(next);
    }

    /** Decompressors tell of broken input in many ways; of a plain file the disk is at fault. */
    private RuntimeException brokenOff(Exception broken) throws IOException {
        if (!compressed) {
            throw broken instanceof IOException failed ? failed : new IOException(broken);
        }
        return place.refusal(
                Km3netCode.TRUNCATED,
                position,
                "the compressed file is broken or breaks off after %d bytes of its content".formatted(position));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
