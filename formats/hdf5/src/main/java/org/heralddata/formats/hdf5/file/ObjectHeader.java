package org.heralddata.formats.hdf5.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** All messages of a group or dataset (specification, IV.A). */
final class ObjectHeader {
    private static final int MOST_BLOCKS = 100_000;

    private final Source source;
    private final long address;
    private final List<Message> messages = new ArrayList<>();
    private final Deque<long[]> continuations = new ArrayDeque<>();

    private ObjectHeader(Source source, long address) {
        this.source = source;
        this.address = address;
    }

    static ObjectHeader read(Source source, long address) {
        var header = new ObjectHeader(source, address);
        int first = source.block(address, 1).u8();
        if (first == 1) {
            header.readOld();
        } else {
            header.readNew();
        }
        return header;
    }

    long address() {
        return address;
    }

    /** Messages of a type in the order of the file, references to shared ones resolved. */
    List<Block> all(int type) {
        List<Block> found = new ArrayList<>();
        for (Message message : messages) {
            if (message.type() == type) {
                message.body().seek(0);
                found.add(message.shared() ? shared(source, message.body(), type) : message.body());
            }
        }
        return found;
    }

    Optional<Block> first(int type) {
        return all(type).stream().findFirst();
    }

    Block require(int type, String what) {
        return first(type)
                .orElseThrow(() -> FormatException.broken(source.absolute(address), "an object without " + what));
    }

    /** The message that a reference leads to: a committed datatype, say. */
    static Block shared(Source source, Block reference, int type) {
        long where = reference.position();
        int version = reference.u8();
        int kind = reference.u8();
        if (version == 1) {
            reference.skip(6);
        } else if (version == 3 && kind == 1) {
            throw FormatException.unsupported("a header message in the shared message heap");
        }
        ObjectHeader target = read(source, reference.address());
        for (Message message : target.messages) {
            if (message.type() == type && !message.shared()) {
                message.body().seek(0);
                return message.body();
            }
        }
        throw FormatException.broken(where, "a reference to a message that is not there");
    }

    private void readOld() {
        Block start = source.block(address, 16);
        start.version(1, "an object header");
        start.skip(1);
        int count = start.u16();
        start.skip(4);
        long size = start.u32();
        readOldMessages(source.block(address + 16, size), count);
        int blocks = 0;
        while (!continuations.isEmpty() && messages.size() < count) {
            readOldMessages(continuation(blocks++), count);
        }
    }

    private void readOldMessages(Block block, int count) {
        while (block.remaining() >= 8 && messages.size() < count) {
            int type = block.u16();
            int size = block.u16();
            int flags = block.u8();
            block.skip(3);
            add(new Message(type, flags, block.slice(size)));
        }
    }

    private void readNew() {
        Block start = source.block(address, Math.min(40, source.length() - source.absolute(address)));
        start.signature("OHDR");
        start.version(2, "an object header");
        int flags = start.u8();
        if ((flags & 0x20) != 0) {
            start.skip(16);
        }
        if ((flags & 0x10) != 0) {
            start.skip(4);
        }
        long size = start.uint(1 << (flags & 3));
        Block whole = source.block(address, start.passed() + size + 4);
        whole.skip(start.passed());
        readNewMessages(whole, flags);
        int blocks = 0;
        while (!continuations.isEmpty()) {
            Block more = continuation(blocks++);
            more.signature("OCHK");
            readNewMessages(more, flags);
        }
    }

    private void readNewMessages(Block block, int headerFlags) {
        boolean ordered = (headerFlags & 4) != 0;
        int prefix = ordered ? 6 : 4;
        while (block.remaining() >= prefix + 4) {
            int type = block.u8();
            int size = block.u16();
            int flags = block.u8();
            block.skip(ordered ? 2 : 0);
            add(new Message(type, flags, block.slice(size)));
        }
        block.skip(block.remaining() - 4);
        block.checksum("an object header");
    }

    private void add(Message message) {
        messages.add(message);
        if (message.type() == Message.CONTINUATION) {
            Block body = message.body();
            continuations.add(new long[] {body.address(), body.length()});
        }
    }

    private Block continuation(int blocks) {
        if (blocks > MOST_BLOCKS) {
            throw FormatException.broken(source.absolute(address), "an object header without end");
        }
        long[] next = continuations.removeFirst();
        return source.block(next[0], next[1]);
    }
}
