package org.heralddata.formats.ksy.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an expression chooses. */
final class ParseSwitch extends Parse {
    private final Node on;
    private final List<Case> cases;
    private final @Nullable Parse otherwise;
    private @Nullable Map<Object, Parse> direct;

    /** @param key what the expression must be equal to */
    record Case(Node key, Parse parse) {}

    /** @param otherwise null if nothing is read then */
    ParseSwitch(Kind kind, Node on, List<Case> cases, @Nullable Parse otherwise) {
        super(kind);
        this.on = on;
        this.cases = List.copyOf(cases);
        this.otherwise = otherwise;
    }

    /** Once expressions are compiled: cases are looked up at once if all keys are whole numbers or texts. */
    void settle() {
        Map<Object, Parse> found = new HashMap<>();
        for (Case each : cases) {
            Object key = each.key() instanceof Late late && late.node() instanceof Constant constant
                    ? constant.constant()
                    : null;
            if (!(key instanceof Long || key instanceof String)) {
                return;
            }
            found.putIfAbsent(key, each.parse());
        }
        direct = found;
    }

    /** What is read for this structure; null if nothing. */
    @Nullable
    Parse choose(Struct self) {
        Object value = on.value(self);
        Map<Object, Parse> all = direct;
        if (all != null && (value instanceof Long || value instanceof String)) {
            Parse found = all.get(value);
            return found == null ? otherwise : found;
        }
        for (Case each : cases) {
            if (Values.equal(value, each.key().value(self))) {
                return each.parse();
            }
        }
        return otherwise;
    }

    List<Case> cases() {
        return cases;
    }

    @Nullable
    Parse otherwise() {
        return otherwise;
    }

    /** Numbers too come as objects, since nothing may be read. */
    @Override
    @Nullable
    Object object(Struct self, ByteStream io) {
        Parse chosen = choose(self);
        if (chosen == null) {
            return null;
        }
        if (!chosen.isBits()) {
            io.align();
        }
        return chosen.kind().inLongs() ? Values.boxed(chosen.kind(), chosen.number(self, io)) : chosen.object(self, io);
    }
}
