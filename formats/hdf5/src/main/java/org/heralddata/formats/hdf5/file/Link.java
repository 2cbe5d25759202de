package org.heralddata.formats.hdf5.file;

/** A name in a group. */
public sealed interface Link {

    String name();

    /** @param address of the object's header */
    record Hard(String name, long address) implements Link {}

    /** Another path of the same file. */
    record Soft(String name, String target) implements Link {}

    /** A path of another file. */
    record External(String name, String file, String target) implements Link {}

    /** A link of a kind that only its writer understands. */
    record Other(String name) implements Link {}

    /** Reads a link message (IV.A.2.g). */
    static Link read(Block block) {
        block.version(1, "a link");
        int flags = block.u8();
        int type = (flags & 8) != 0 ? block.u8() : 0;
        block.skip((flags & 4) != 0 ? 8 : 0);
        block.skip((flags & 16) != 0 ? 1 : 0);
        String name = block.text(block.size(1 << (flags & 3)));
        return switch (type) {
            case 0 -> new Hard(name, block.address());
            case 1 -> new Soft(name, block.text(block.u16()));
            case 64 -> {
                Block body = block.slice(block.u16());
                body.skip(1);
                yield new External(name, body.zeroTerminated(), body.zeroTerminated());
            }
            default -> new Other(name);
        };
    }
}
