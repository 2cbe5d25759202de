package org.heralddata.formats.ksy.run;

import java.util.function.Supplier;
import org.heralddata.formats.ksy.spec.AttributeSpec;
import org.jspecify.annotations.Nullable;

/** An instance that is computed. */
final class ValueInstance extends Member {
    private final Supplier<Node> compile;
    private @Nullable Node value;
    private @Nullable Node condition;
    private @Nullable Kind kind;
    private boolean compiling;

    ValueInstance(AttributeSpec spec, Supplier<Node> compile) {
        super(spec);
        this.compile = compile;
    }

    void condition(@Nullable Node when) {
        condition = when;
    }

    /** An enumeration in place of the kind of the expression. */
    void kind(Kind told) {
        kind = told;
    }

    /** Compiled when first asked for; one that depends on itself can be anything. */
    @Override
    public Kind kind() {
        if (kind == null) {
            if (compiling) {
                return Kind.ANY;
            }
            kind = node().kind();
        }
        return kind;
    }

    Node node() {
        Node known = value;
        if (known == null) {
            compiling = true;
            known = compile.get();
            compiling = false;
            value = known;
        }
        return known;
    }

    @Override
    public boolean isLazy() {
        return true;
    }

    @Override
    public boolean inNumbers() {
        return false;
    }

    @Override
    void fetch(Struct self) {
        Object computed = condition == null || condition.truth(self) ? node().value(self) : null;
        self.objects[slot()] = computed;
        self.state[index()] = computed == null ? Struct.ABSENT : Struct.PRESENT;
    }
}
