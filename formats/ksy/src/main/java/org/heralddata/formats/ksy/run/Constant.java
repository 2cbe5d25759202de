package org.heralddata.formats.ksy.run;

import org.jspecify.annotations.Nullable;

/** A value that the description says itself. */
final class Constant extends Node {
    private final Object constant;

    Constant(Kind kind, Object constant) {
        super(kind);
        this.constant = constant;
    }

    Object constant() {
        return constant;
    }

    @Override
    @Nullable
    Object value(Struct self) {
        return constant;
    }

    @Override
    long whole(Struct self) {
        return constant instanceof Long number ? number : Values.whole(constant);
    }
}
