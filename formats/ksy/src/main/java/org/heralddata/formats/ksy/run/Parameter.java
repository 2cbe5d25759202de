package org.heralddata.formats.ksy.run;

import org.heralddata.formats.ksy.spec.AttributeSpec;
import org.jspecify.annotations.Nullable;

/** A parameter of a type, given when a structure is made. */
final class Parameter extends Member {
    private final Kind kind;

    Parameter(AttributeSpec spec, Kind kind) {
        super(spec);
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean isLazy() {
        return false;
    }

    @Override
    public boolean inNumbers() {
        return false;
    }

    @Override
    void fetch(Struct self) {}

    void give(Struct self, @Nullable Object value) {
        self.objects[slot()] = value;
        self.state[index()] = value == null ? Struct.ABSENT : Struct.PRESENT;
    }
}
