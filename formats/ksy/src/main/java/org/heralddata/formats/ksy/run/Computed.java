package org.heralddata.formats.ksy.run;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value by a function of the structure. */
final class Computed extends Node {
    private final Function<Struct, @Nullable Object> function;

    Computed(Kind kind, Function<Struct, @Nullable Object> function) {
        super(kind);
        this.function = function;
    }

    @Override
    @Nullable
    Object value(Struct self) {
        return function.apply(self);
    }
}
