package org.heralddata.formats.ksy.run;

import java.util.List;
import java.util.function.Function;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/** {@code target.name} where nothing is known of the target before data are read. */
record AnyMember(Node target, String name) implements Function<Struct, @Nullable Object> {

    @Override
    public @Nullable Object apply(Struct self) {
        Object value = target.value(self);
        if (!(value instanceof Struct struct)) {
            return Methods.call(value, name, List.of());
        }
        return switch (name) {
            case "_root" -> struct.root;
            case "_parent" -> struct.parent;
            case "_io" -> struct.io;
            default -> {
                Member member = struct.type().member(name);
                if (member == null) {
                    throw new Failure(
                            KsyCode.EVALUATION,
                            "a `%s` has no `%s`".formatted(struct.type().name(), name));
                }
                yield struct.value(member);
            }
        };
    }

    static Struct struct(Node target, Struct self, String name) {
        if (target.value(self) instanceof Struct struct) {
            return struct;
        }
        throw new Failure(KsyCode.EVALUATION, "there is nothing to take `%s` of".formatted(name));
    }
}
