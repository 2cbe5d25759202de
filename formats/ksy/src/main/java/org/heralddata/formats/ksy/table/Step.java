package org.heralddata.formats.ksy.table;

import org.heralddata.formats.ksy.run.Member;
import org.heralddata.formats.ksy.run.Struct;
import org.heralddata.formats.ksy.run.TypeNode;
import org.jspecify.annotations.Nullable;

/** A name on the way to a value, found anew only when the type of the structure changes. For one thread. */
final class Step {
    private final String name;
    private @Nullable TypeNode type;
    private @Nullable Member member;

    Step(String name) {
        this.name = name;
    }

    /** Null if structures of this type have no such member. */
    @Nullable
    Member of(Struct struct) {
        if (struct.type() != type) {
            type = struct.type();
            member = struct.type().member(name);
        }
        return member;
    }
}
