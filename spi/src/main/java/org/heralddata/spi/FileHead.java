package org.heralddata.spi;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What a reader sees of a file to recognise it: its name and its first bytes, decompressed if it is gzip. */
public final class FileHead {

    /** Bytes looked at. */
    public static final int LENGTH = 16 * 1024;

    private final Path path;
    private final byte[] bytes;
    private final boolean gzipped;

    private FileHead(Path path, byte[] bytes, boolean gzipped) {
        this.path = path;
        this.bytes = bytes;
        this.gzipped = gzipped;
    }

    public static FileHead of(Path path) throws IOException {
        byte[] raw;
        try (InputStream in = Files.newInputStream(path)) {
            raw = in.readNBytes(LENGTH);
        }
        boolean gzipped = raw.length > 2 && (raw[0] & 0xff) == 0x1f && (raw[1] & 0xff) == 0x8b;
        return new FileHead(path, gzipped ? inflated(path) : raw, gzipped);
    }

    public Path path() {
        return path;
    }

    /** The file's name without its folders. */
    public String name() {
        return path.getFileName().toString();
    }

    /** The first bytes, at most {@link #LENGTH}; none if the file is broken gzip. A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean gzipped() {
        return gzipped;
    }

    /** True if the first bytes are those of {@code magic}, taken as Latin-1. */
    public boolean startsWith(String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    /** The first bytes as text, byte for character. */
    public String latin1() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] inflated(Path path) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return in.readNBytes(LENGTH);
        } catch (ZipException | EOFException broken) {
            return new byte[0];
        }
    }
}
