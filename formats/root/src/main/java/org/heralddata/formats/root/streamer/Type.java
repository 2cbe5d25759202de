package org.heralddata.formats.root.streamer;

import java.util.List;

/** The form in which something is written, as far as a class description or the name of a type says. */
public sealed interface Type {

    /** A number as it is. */
    record Numeric(Primitive primitive) implements Type {}

    /** A number in fewer bytes. */
    record Packed(Packing packing) implements Type {}

    /**
     * A string: one byte of length, or 255 and four.
     *
     * @param stl true of {@code std::string}, which has a header of its own where a {@code TString} has none
     */
    record Text(boolean stl) implements Type {}

    /** {@code char*}: four bytes of length. */
    record LongText() implements Type {}

    /** {@code TObject::fBits} and its like: 32 bits, and the number of a process if one of them says so. */
    record Bits() implements Type {}

    /** {@code TDatime}: a moment in the writer's local time, to the second. */
    record LocalTime() implements Type {}

    /** A fixed number of elements one after the other. */
    record Array(Type element, List<Integer> dimensions) implements Type {
        public Array {
            dimensions = List.copyOf(dimensions);
        }
    }

    /** A byte, and, if it is not 0, as many elements as another member says. */
    record Counted(Type element, String counter) implements Type {}

    /** Byte count and version, and as many objects as another member says. */
    record Loop(Type element, String counter) implements Type {}

    /** A count and so many elements; {@code TArrayD} and its like. */
    record Counting(Type element) implements Type {}

    /** An STL container or string with byte count and version before it; within it may be kept member by member. */
    record Headed(Type content) implements Type {}

    /** An STL sequence or set: a count and so many elements. */
    record Collection(Type element) implements Type {}

    /** An STL map: a count and so many pairs. */
    record Mapping(Type key, Type value) implements Type {}

    /** An object of a class, with byte count and version before its members. */
    record Instance(String className) implements Type {}

    /** A pointer: an object with its class before it, a reference, or null. */
    record Pointer(String className) implements Type {}

    /**
     * What Herald does not read.
     *
     * @param what      the type's name
     * @param delimited true if a byte count before it says how much to pass
     */
    record Unknown(String what, boolean delimited) implements Type {}
}
