package org.heralddata.formats.root.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A TFile while it grows: records one after the other; header and top directory are put in place last. Beyond {@link
 * KeyRecord#SMALL_FILE} addresses have eight bytes.
 */
final class RootFile {

    /** Where the first record is: {@code fBEGIN}. */
    static final int BEGIN = 100;

    /** That of ROOT 6.20.04, whose classes {@link Classes} has. */
    private static final int VERSION = 62_004;

    private static final int LARGE = 1_000_000;
    private static final int DIRECTORY_VERSION = 5;
    private static final int WIDE_DIRECTORY = 1000;

    private final FileChannel channel;
    private final String name;
    private final Compression compression;
    private final UUID uuid = UUID.randomUUID();
    private final int time = KeyRecord.now();
    private final List<byte[]> listed = new ArrayList<>();
    private final Set<ClassInfo> classes = new LinkedHashSet<>();
    private long end;

    /**
     * @param channel empty
     * @param name    that the file says it has
     */
    RootFile(FileChannel channel, String name, Compression compression) {
        this.channel = channel;
        this.name = name;
        this.compression = compression;
        end = (long) BEGIN + nameLength() + directory(0, 0).length();
    }

    /** Leaves a hole, so that what follows begins at {@code address}. */
    void skipTo(long address) {
        end = Math.max(end, address);
    }

    /** Where the next record begins. */
    long end() {
        return end;
    }

    int time() {
        return time;
    }

    /** Adds bytes and tells where they begin. */
    long append(byte[] bytes, int count) throws IOException {
        long address = end;
        write(address, bytes, count);
        end += count;
        return address;
    }

    /** Tells readers of a class that no object of the file names. */
    void describe(ClassInfo type) {
        classes.add(type);
    }

    /** Adds an object that the top directory lists. */
    void add(StoredObject object, String name, String title, int cycle) throws IOException {
        var key = new KeyRecord(object.type().name(), name, title, cycle, end > KeyRecord.SMALL_FILE, 0);
        listed.add(store(key, object));
    }

    /** Adds an object of which the bytes are known, uncompressed; the top directory lists it. */
    void add(ClassInfo type, String name, String title, int cycle, byte[] object) throws IOException {
        classes.add(type);
        var key = new KeyRecord(type.name(), name, title, cycle, end > KeyRecord.SMALL_FILE, 0);
        byte[] head = key.bytes(object.length, object.length, end, time).done();
        listed.add(head);
        append(head, head.length);
        append(object, object.length);
    }

    /** Writes an object with its key; tells the key's bytes. */
    private byte[] store(KeyRecord key, StoredObject object) throws IOException {
        var writer = new ObjectWriter(key.length()).object(object);
        classes.addAll(writer.classes());
        classes.add(object.type());
        byte[] whole = writer.done();
        byte[] stored = compression.compress(whole, whole.length);
        byte[] head = key.bytes(stored.length, whole.length, end, time).done();
        append(head, head.length);
        append(stored, stored.length);
        return head;
    }

    /** Writes what describes and lists the objects, and the header. Nothing can be added afterwards. */
    void finish() throws IOException {
        long infoAddress = end;
        store(
                KeyRecord.of("TList", "StreamerInfo", "Doubly linked list", end > KeyRecord.SMALL_FILE),
                StreamerInfos.list(new ArrayList<>(classes)));
        int infoLength = (int) (end - infoAddress);

        var keys = new RootBytes().u32(listed.size());
        listed.forEach(keys::raw);
        long keysAddress = record(keys);
        int keysLength = (int) (end - keysAddress);

        long freeAddress = end;
        boolean large = end > KeyRecord.SMALL_FILE;
        int freeLength = fileKey(large).length() + (large ? 18 : 10);
        long last = freeAddress + freeLength;
        var free = new RootBytes();
        if (large) {
            free.u16(1001).u64(last).u64(last + 1_000_000_000L);
        } else {
            free.u16(1).u32((int) last).u32((int) KeyRecord.SMALL_FILE);
        }
        record(free);

        RootBytes top = directory(keysLength, keysAddress);
        RootBytes first = fileKey(false)
                .bytes(
                        RootBytes.textLength(name) + 1 + top.length(),
                        RootBytes.textLength(name) + 1 + top.length(),
                        BEGIN,
                        time)
                .text(name)
                .text("")
                .raw(top.done());
        write(BEGIN, first.array(), first.length());
        byte[] header = header(freeAddress, freeLength, infoAddress, infoLength);
        write(0, header, header.length);
    }

    private long record(RootBytes content) throws IOException {
        long address = end;
        RootBytes whole = fileKey(end > KeyRecord.SMALL_FILE)
                .bytes(content.length(), content.length(), end, time)
                .raw(content.array(), 0, content.length());
        append(whole.array(), whole.length());
        return address;
    }

    private KeyRecord fileKey(boolean wide) {
        return KeyRecord.of("TFile", name, "", wide);
    }

    /** Bytes of the first record before its directory. */
    private int nameLength() {
        return fileKey(false).length() + RootBytes.textLength(name) + 1;
    }

    /** The top directory's record, of one length however large the file. */
    private RootBytes directory(int keysLength, long keysAddress) {
        boolean wide = keysAddress > KeyRecord.SMALL_FILE;
        var out = new RootBytes()
                .u16(wide ? DIRECTORY_VERSION + WIDE_DIRECTORY : DIRECTORY_VERSION)
                .u32(time)
                .u32(time)
                .u32(keysLength)
                .u32(nameLength());
        if (wide) {
            return uuid(out.u64(BEGIN).u64(0).u64(keysAddress));
        }
        return uuid(out.u32(BEGIN).u32(0).u32((int) keysAddress)).u32(0).u32(0).u32(0);
    }

    private RootBytes uuid(RootBytes out) {
        return out.u16(1).u64(uuid.getMostSignificantBits()).u64(uuid.getLeastSignificantBits());
    }

    private byte[] header(long freeAddress, int freeLength, long infoAddress, int infoLength) {
        boolean large = end > KeyRecord.SMALL_FILE;
        var out = new RootBytes(BEGIN)
                .u8('r')
                .u8('o')
                .u8('o')
                .u8('t')
                .u32(large ? VERSION + LARGE : VERSION)
                .u32(BEGIN);
        if (large) {
            out.u64(end).u64(freeAddress);
        } else {
            out.u32((int) end).u32((int) freeAddress);
        }
        out.u32(freeLength).u32(1).u32(nameLength()).u8(large ? 8 : 4).u32(compression.setting());
        if (large) {
            out.u64(infoAddress);
        } else {
            out.u32((int) infoAddress);
        }
        return uuid(out.u32(infoLength)).done();
    }

    private void write(long address, byte[] bytes, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining()) {
            channel.write(buffer, address + buffer.position());
        }
    }
}
