package org.heralddata.formats.hdf5.file;

import java.util.List;

/** The type of an element as the file stores it (specification, IV.A.2.d). */
public sealed interface Datatype {

    /** Bytes of one element in the file. */
    int size();

    /**
     * @param bitOffset first bit that counts
     * @param bits      number of bits that count
     */
    record Int(int size, boolean signed, boolean bigEndian, int bitOffset, int bits) implements Datatype {}

    /** A floating-point number by its fields, positions in bits from the lowest. */
    record Floating(
            int size,
            boolean bigEndian,
            int signAt,
            int exponentAt,
            int exponentBits,
            int mantissaAt,
            int mantissaBits,
            long bias,
            boolean hiddenBit)
            implements Datatype {}

    /** H5T_TIME: seconds of Unix time, 4 or 8 bytes. */
    record Time(int size, boolean bigEndian) implements Datatype {}

    /** A string of fixed length. */
    record Text(int size, boolean spacePadded) implements Datatype {}

    /** Bits without a number's meaning. */
    record Bits(int size, boolean bigEndian) implements Datatype {}

    /** @param tag what the writer calls them, such as {@code NUMPY:datetime64[s]} */
    record Opaque(int size, String tag) implements Datatype {}

    record Compound(int size, List<Member> members) implements Datatype {}

    record Member(String name, int offset, Datatype type) {}

    /**
     * A reference to an object or to a region of one.
     *
     * @param kind 0 an object by its address, 1 a region by its place in the heap; others are not read
     */
    record Reference(int size, int kind) implements Datatype {}

    record Enumeration(Int base, List<String> names, List<Long> values) implements Datatype {
        @Override
        public int size() {
            return base.size();
        }

        /** True of h5py's booleans: FALSE = 0 and TRUE = 1. */
        public boolean isBoolean() {
            return names.size() == 2
                    && names.contains("FALSE")
                    && names.contains("TRUE")
                    && values.get(names.indexOf("FALSE")) == 0
                    && values.get(names.indexOf("TRUE")) == 1;
        }
    }

    /** A list whose elements lie in a global heap. */
    record Sequence(int size, Datatype base) implements Datatype {}

    /** A string whose characters lie in a global heap. */
    record VariableText(int size) implements Datatype {}

    record Array(int size, Datatype base, List<Integer> dims) implements Datatype {}

    /** A class that Herald does not know. */
    record Unknown(int size, int dataClass) implements Datatype {}
}
