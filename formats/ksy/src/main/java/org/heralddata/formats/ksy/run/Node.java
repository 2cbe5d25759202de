package org.heralddata.formats.ksy.run;

import org.jspecify.annotations.Nullable;

/** A compiled expression. */
abstract class Node {
    private final Kind kind;

    Node(Kind kind) {
        this.kind = kind;
    }

    final Kind kind() {
        return kind;
    }

    /** Its value for a structure. */
    abstract @Nullable Object value(Struct self);

    /** Its value as a whole number of 64 bits. */
    long whole(Struct self) {
        return Values.whole(value(self));
    }

    boolean truth(Struct self) {
        return Values.truth(value(self));
    }
}
