package org.heralddata.formats.root.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An open ROOT file: its header, its objects, their bytes. Safe for many threads. */
public final class RootFile implements Closeable {
    private static final int LARGEST_OBJECT = 1 << 30;

    private final Source source;
    private final Payload payload = new Payload();
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
        if (key.keyLength() > key.length()) {
            throw RootFormatException.broken(
                    key.seek(), "a record of %d bytes with a key of %d bytes".formatted(key.length(), key.keyLength()));
        }
        byte[] record = source.read(key.seek(), key.length());
        return RootBuffer.of(expand(record, key, key.seek()), key.seek() + key.keyLength(), key.keyLength());
    }

    /**
     * The bytes of the object in a record, decompressed.
     *
     * @param record key and object as they are in the file
     * @param key    at the head of the record
     * @param place  byte of the file at which the record begins
     */
    public byte[] expand(byte[] record, Key key, long place) {
        int stored = record.length - key.keyLength();
        if (stored < 0 || key.objectLength() < 0 || key.objectLength() > LARGEST_OBJECT) {
            throw RootFormatException.broken(
                    place,
                    "a record of %d bytes with an object of %d bytes".formatted(record.length, key.objectLength()));
        }
        return payload.expand(record, key.keyLength(), stored, key.objectLength(), place);
    }

    @Override
    public void close() throws IOException {
        payload.close();
        source.close();
    }
}
