package org.heralddata.formats.ksy.run;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An expression that is compiled when the kinds of all fields are known. */
final class Late extends Node {
    private @Nullable Supplier<Node> compile;
    private @Nullable Node node;

    Late(Supplier<Node> compile) {
        super(Kind.ANY);
        this.compile = compile;
    }

    void settle() {
        if (compile != null) {
            node = compile.get();
            compile = null;
        }
    }

    /** What it was compiled to. */
    Node node() {
        return Objects.requireNonNull(node, "not settled");
    }

    @Override
    @Nullable
    Object value(Struct self) {
        return node().value(self);
    }

    @Override
    long whole(Struct self) {
        return node().whole(self);
    }

    @Override
    boolean truth(Struct self) {
        return node().truth(self);
    }
}
