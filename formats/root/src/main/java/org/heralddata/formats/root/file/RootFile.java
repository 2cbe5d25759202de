package org.heralddata.formats.root.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An open ROOT file: its header, its objects, their bytes. Safe for many threads. */
public final class RootFile implements Closeable {
    private static final int LARGEST_OBJECT = 1 << 30;

    private final Source source;
    private final FileHeader header;
    private final List<Entry> entries;

    private RootFile(Source source, FileHeader header, List<Entry> entries) {
        this.source = source;
        this.header = header;
        this.entries = entries;
    }

    /**
     * Opens a file and lists its objects.
     *
     * @throws RootFormatException if it is none, or broken
     */
    public static RootFile open(Path path) throws IOException {
        Source source = Source.open(path);
        try {
            FileHeader header = FileHeader.read(source);
            return new RootFile(source, header, Directories.walk(source, header.begin() + header.nameLength()));
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    public FileHeader header() {
        return header;
    }

    public Source source() {
        return source;
    }

    /** All objects, directories too, each directory before what it holds; in the file's own order. */
    public List<Entry> entries() {
        return entries;
    }

    /** The key at the head of the record at a position, whose object {@link #payload} gives. */
    public Key keyAt(long position) {
        source.check(position, Key.SMALLEST);
        int length = (int) Math.min(4096, source.length() - position);
        return Key.read(RootBuffer.of(source.read(position, length), position, 0));
    }

    /**
     * The bytes of an object, decompressed.
     *
     * @throws RootFormatException if the key contradicts the file, or the bytes do not decompress
     */
    public RootBuffer payload(Key key) {
        byte[] bytes = payload(key.seek(), key.length(), key.keyLength(), key.objectLength());
        return RootBuffer.of(bytes, key.seek() + key.keyLength(), key.keyLength());
    }

    /**
     * The bytes of the record at a position, decompressed, without its key.
     *
     * @param length       of the record
     * @param keyLength    of the key before the object
     * @param objectLength of the object before compression
     */
    public byte[] payload(long seek, int length, int keyLength, int objectLength) {
        int stored = length - keyLength;
        if (keyLength < 0 || stored < 0 || objectLength < 0 || objectLength > LARGEST_OBJECT) {
            throw RootFormatException.broken(
                    seek, "a record of %d bytes with an object of %d bytes".formatted(length, objectLength));
        }
        byte[] raw = source.read(seek + keyLength, stored);
        return stored >= objectLength ? raw : Payload.expand(raw, objectLength, seek + keyLength);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
