package org.heralddata.formats.ksy.run;

import org.heralddata.formats.ksy.spec.AttributeSpec;

/** Something of a structure that has a name: a field, an instance, a parameter. */
public abstract class Member {
    private final AttributeSpec spec;
    private int index;
    private int slot;

    Member(AttributeSpec spec) {
        this.spec = spec;
    }

    public final AttributeSpec spec() {
        return spec;
    }

    public final String name() {
        return spec.id();
    }

    /** The type of its value, an array if it is repeated. */
    public abstract Kind kind();

    /** True if read or computed only when asked for. */
    public abstract boolean isLazy();

    /** True of what a structure is given when it is made. */
    public final boolean isParameter() {
        return this instanceof Parameter;
    }

    /** True if its value is kept as 64 bits. */
    public boolean inNumbers() {
        return kind().inLongs();
    }

    /** Reads or computes; sets value and state. */
    abstract void fetch(Struct self);

    final int index() {
        return index;
    }

    final int slot() {
        return slot;
    }

    final void place(int ofMember, int inStruct) {
        index = ofMember;
        slot = inStruct;
    }
}
