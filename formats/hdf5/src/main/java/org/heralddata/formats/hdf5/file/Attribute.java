package org.heralddata.formats.hdf5.file;

import java.util.ArrayList;
import java.util.List;

/** A small named value of a group or dataset. */
public final class Attribute {
    private final String name;
    private final Datatype type;
    private final Dataspace space;
    private final byte[] data;

    private Attribute(String name, Datatype type, Dataspace space, byte[] data) {
        this.name = name;
        this.type = type;
        this.space = space;
        this.data = data;
    }

    public String name() {
        return name;
    }

    public Datatype type() {
        return type;
    }

    public Dataspace space() {
        return space;
    }

    /** The elements as stored, not to be changed. */
    public byte[] data() {
        return data;
    }

    /** Those of a header, in the order of the file; what cannot be read is left out. */
    static List<Attribute> of(Source source, ObjectHeader header) {
        List<Attribute> attributes = new ArrayList<>();
        for (Block block : header.all(Message.ATTRIBUTE)) {
            addReadable(source, attributes, block);
        }
        header.first(Message.ATTRIBUTE_INFO).ifPresent(info -> dense(source, info, attributes));
        return attributes;
    }

    private static void dense(Source source, Block info, List<Attribute> attributes) {
        info.version(0, "attribute info");
        int flags = info.u8();
        info.skip((flags & 1) != 0 ? 2 : 0);
        long heapAddress = info.address();
        long names = info.address();
        long order = (flags & 2) != 0 ? info.address() : Block.UNDEFINED;
        if (heapAddress == Block.UNDEFINED) {
            return;
        }
        var heap = new FractalHeap(source, heapAddress);
        TreeV2.read(source, order == Block.UNDEFINED ? names : order, record -> {
            Block id = record.slice(8);
            boolean shared = (record.u8() & 2) != 0;
            if (!shared) {
                addReadable(source, attributes, heap.object(id));
            }
        });
    }

    private static void addReadable(Source source, List<Attribute> attributes, Block block) {
        try {
            attributes.add(read(source, block));
        } catch (FormatException e) {
            if (e.kind() != FormatException.Kind.UNSUPPORTED) {
                throw e;
            }
        }
    }

    private static Attribute read(Source source, Block block) {
        long where = block.position();
        int version = block.u8();
        int flags = block.u8();
        int nameSize = block.u16();
        int typeSize = block.u16();
        int spaceSize = block.u16();
        if (version < 1 || version > 3) {
            throw FormatException.broken(where, "an attribute of version %d".formatted(version));
        }
        block.skip(version == 3 ? 1 : 0);
        String name = padded(block, nameSize, version).text(nameSize);
        Block typeBlock = padded(block, typeSize, version);
        Block spaceBlock = padded(block, spaceSize, version);
        boolean sharedType = version > 1 && (flags & 1) != 0;
        boolean sharedSpace = version > 1 && (flags & 2) != 0;
        Datatype type =
                DatatypeParser.read(sharedType ? ObjectHeader.shared(source, typeBlock, Message.DATATYPE) : typeBlock);
        Dataspace space =
                Dataspace.read(sharedSpace ? ObjectHeader.shared(source, spaceBlock, Message.DATASPACE) : spaceBlock);
        long size = Math.multiplyExact(space.elements(), (long) type.size());
        if (size > block.remaining()) {
            throw FormatException.broken(where, "the attribute `%s` lacks its value".formatted(name));
        }
        return new Attribute(name, type, space, block.take((int) size));
    }

    private static Block padded(Block block, int size, int version) {
        int start = block.passed();
        Block part = block.slice(size);
        if (version == 1) {
            block.alignTo8(start);
        }
        return part;
    }
}
