package org.heralddata.formats.root.file;

/**
 * The entry of an object in a directory, and the head of its record ({@code TKey}).
 *
 * @param length       bytes of the record, key and object, compressed
 * @param objectLength bytes of the object before compression
 * @param date         when it was written, in the bits of {@code TDatime}
 * @param keyLength    bytes of the key before the object
 * @param cycle        the higher, the newer of its name
 * @param seek         byte of the file at which the record begins
 * @param className    such as {@code TTree}
 * @param name         within its directory
 */
public record Key(
        int length,
        int version,
        int objectLength,
        int date,
        int keyLength,
        int cycle,
        long seek,
        String className,
        String name,
        String title) {

    /** Bytes of the smallest key. */
    public static final int SMALLEST = 29;

    /** Reads a key; what it says of its record is judged by {@link RootFile#payload}. */
    public static Key read(RootBuffer in) {
        int length = in.i32();
        int version = in.u16();
        int objectLength = in.i32();
        int date = in.i32();
        int keyLength = in.u16();
        int cycle = in.u16();
        boolean large = version > 1000;
        long seek = large ? in.i64() : in.u32();
        in.skip(large ? 8 : 4); // fSeekPdir
        String className = in.string();
        String name = in.string();
        String title = in.string();
        return new Key(length, version, objectLength, date, keyLength, cycle, seek, className, name, title);
    }

    /** The same key of a record whose place and length are known otherwise. */
    public Key at(long position, int bytes) {
        return new Key(bytes, version, objectLength, date, keyLength, cycle, position, className, name, title);
    }

    /** True if this entry is a directory. */
    public boolean isDirectory() {
        return className.equals("TDirectory") || className.equals("TDirectoryFile");
    }

    /** Bytes of the object as they stand in the file. */
    public int storedLength() {
        return length - keyLength;
    }
}
