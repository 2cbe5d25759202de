package org.heralddata.formats.hdf5.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What elements point to: those of variable length (III.E), and objects by their addresses. Keeps the collections used last, up
 * to a bound. For one thread.
 */
public final class GlobalHeap {
    private static final int KEPT_BYTES = 32 << 20;
    private static final byte[] NOTHING = {};

    private final Source source;
    private final LinkedHashMap<Long, Collection> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Long, String> paths = new HashMap<>();
    private long keptBytes;

    GlobalHeap(Source source) {
        this.source = source;
    }

    /** Bytes of an address in the file. */
    public int offsetSize() {
        return source.superblock().offsetSize();
    }

    /** Notes the path of an object; the first that is told stays. */
    public void name(long address, String path) {
        paths.putIfAbsent(address, path);
    }

    /** The path of the object at an address; empty for the null reference, {@code @address} if no path leads to it. */
    public String path(long address) {
        return address == 0 || address == Block.UNDEFINED ? "" : paths.getOrDefault(address, "@" + address);
    }

    /**
     * The bytes of an object; none for the address 0 or for no address, which stand for an empty value.
     *
     * @param wanted bytes that must be there
     */
    public byte[] object(long address, long index, long wanted) {
        if (wanted == 0 || address == 0 || address == Block.UNDEFINED) {
            return NOTHING;
        }
        Collection collection = kept.get(address);
        if (collection == null) {
            collection = read(address);
            kept.put(address, collection);
            keptBytes += collection.size;
            while (keptBytes > KEPT_BYTES && kept.size() > 1) {
                keptBytes -= kept.pollFirstEntry().getValue().size;
            }
        }
        byte[] object = collection.objects.get((int) index);
        if (object == null || object.length < wanted) {
            throw FormatException.broken(
                    source.absolute(address), "the heap has no object %d of %d bytes".formatted(index, wanted));
        }
        return object;
    }

    private Collection read(long address) {
        int headSize = 8 + source.superblock().lengthSize();
        Block head = source.block(address, headSize);
        head.signature("GCOL");
        head.version(1, "a global heap");
        head.skip(3);
        long size = head.length();
        Block body = source.block(address + headSize, size - headSize);
        Map<Integer, byte[]> objects = new HashMap<>();
        while (body.remaining() >= headSize) {
            int index = body.u16();
            if (index == 0) {
                break;
            }
            body.skip(6);
            int length = body.size(body.lengthSize());
            int start = body.passed();
            objects.put(index, body.take(length));
            body.alignTo8(start);
        }
        return new Collection(size, objects);
    }

    private record Collection(long size, Map<Integer, byte[]> objects) {}
}
