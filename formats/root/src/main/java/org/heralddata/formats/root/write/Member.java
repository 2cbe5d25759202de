package org.heralddata.formats.root.write;

/** A part of a class, in the order of its streamer. */
sealed interface Member {

    String name();

    /** What C++ says of it, in ROOT's own words. */
    String title();

    /** A class that it extends. */
    record Base(ClassInfo type) implements Member {
        @Override
        public String name() {
            return type.name();
        }

        @Override
        public String title() {
            return type.title();
        }
    }

    /**
     * A number, or a fixed array of them.
     *
     * @param length elements; 0 if not an array
     */
    record Basic(String name, NumberType type, int length, String title) implements Member {}

    /** An array as long as another member says, which the title begins with in brackets. */
    record Counted(String name, NumberType type, String counter, String title) implements Member {}

    /** A TString. */
    record Text(String name, String title) implements Member {}

    /**
     * An object held by value.
     *
     * @param size in memory, as ROOT notes it
     */
    record Held(String name, ClassInfo type, int size, String title) implements Member {}

    /**
     * A pointer to an object, or to none.
     *
     * @param target name of the class
     */
    record Pointer(String name, String target, String title) implements Member {}

    /**
     * What a collection of the standard library consists of.
     *
     * @param elementCode of its elements: that of a number, or 61
     */
    record Contents(String name, String type, int elementCode, String title) implements Member {}

    /** Not stored, but counted in the class's checksum. */
    record Unstored(String name, NumberType type) implements Member {
        @Override
        public String title() {
            return "";
        }
    }
}
