package org.heralddata.formats.root.write;

/** Makes the leaves of branches. */
final class Leaves {

    private Leaves() {}

    /**
     * Of numbers.
     *
     * @param dimensions such as {@code [3]}, in the title
     * @param length     elements of the fixed dimensions
     */
    static StoredObject of(LeafType type, String name, String dimensions, int length) {
        return StoredObject.named(type.leaf(), name, name + dimensions)
                .set("fLen", length)
                .set("fLenType", type.width())
                .set("fIsUnsigned", type.unsigned());
    }

    /** Of counts of elements that another leaf has. */
    static StoredObject counter(String name, int most) {
        return of(LeafType.INT32, name, "", 1).set("fIsRange", true).set("fMaximum", most);
    }

    /**
     * Of text.
     *
     * @param longest bytes, without the closing zero that it has in C
     */
    static StoredObject text(String name, int longest) {
        return StoredObject.named(Classes.LEAF_C, name, name)
                .set("fLen", longest + 1)
                .set("fLenType", 1)
                .set("fIsRange", true)
                .set("fMaximum", longest + 1);
    }

    /** Of an object. */
    static StoredObject element(String name) {
        return StoredObject.named(Classes.LEAF_ELEMENT, name, name)
                .set("fLen", 1)
                .set("fID", -1)
                .set("fType", -1);
    }
}
