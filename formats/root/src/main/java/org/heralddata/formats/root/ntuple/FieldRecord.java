package org.heralddata.formats.root.ntuple;

/**
 * A field as the schema describes it (section "Field Description").
 *
 * @param id          its place in the schema
 * @param parent      id of the field that holds it; its own id at the top
 * @param typeName    in C++, normalised; empty if untyped
 * @param repetition  elements of a fixed-size array or bits of a bitset; 0 if neither
 */
record FieldRecord(int id, int parent, Role role, String name, String typeName, String description, long repetition) {

    /** What a field is within the tree of fields. */
    enum Role {
        LEAF,
        COLLECTION,
        RECORD,
        VARIANT,
        STREAMER,
        /** Of a later version; the last. */
        UNKNOWN
    }

    private static final int REPETITIVE = 1;
    private static final int PROJECTED = 2;
    private static final int CHECKSUM = 4;

    static FieldRecord read(int id, Frames in) {
        in.skip(8); // versions of field and type
        long parent = in.u32();
        int role = in.u16();
        int flags = in.u16();
        String name = in.string();
        String typeName = in.string();
        in.string(); // alias of the type
        String description = in.string();
        long repetition = (flags & REPETITIVE) != 0 ? in.i64() : 0;
        in.skip(((flags & PROJECTED) != 0 ? 4 : 0) + ((flags & CHECKSUM) != 0 ? 4 : 0));
        if (parent > id) {
            throw in.broken("field %d `%s` lies in field %d, which comes later".formatted(id, name, parent));
        }
        return new FieldRecord(
                id,
                (int) parent,
                Role.values()[Math.min(role, Role.values().length - 1)],
                name,
                typeName,
                description,
                repetition);
    }

    boolean isTop() {
        return parent == id;
    }
}
