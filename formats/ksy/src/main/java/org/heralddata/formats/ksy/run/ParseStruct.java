package org.heralddata.formats.ksy.run;

import java.util.List;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/** Reads a structure, within the stream or in one of its own. */
final class ParseStruct extends Parse {
    private static final Object[] NONE = new Object[0];

    private final TypeNode type;
    private final List<Node> arguments;
    private final @Nullable Region region;
    private final Parent parent;

    /** Where {@code _parent} leads. */
    record Parent(boolean none, @Nullable Node told) {
        static final Parent CREATOR = new Parent(false, null);
    }

    ParseStruct(TypeNode type, List<Node> arguments, @Nullable Region region, Parent parent) {
        super(Kind.struct(type));
        this.type = type;
        this.arguments = List.copyOf(arguments);
        this.region = region;
        this.parent = parent;
    }

    TypeNode type() {
        return type;
    }

    @Override
    Object object(Struct self, ByteStream io) {
        self.run.step();
        Struct struct = begin(self, io);
        type.read(struct);
        return struct;
    }

    /** The structure before any of its fields is read; if it has a stream of its own, the outer one is past it. */
    Struct begin(Struct self, ByteStream io) {
        @Nullable Object[] given = arguments.isEmpty() ? NONE : new Object[arguments.size()];
        for (int i = 0; i < given.length; i++) {
            given[i] = arguments.get(i).value(self);
        }
        ByteStream own = region == null ? io : region.stream(self, io);
        return type.begin(self, parent(self), own, self.run, given);
    }

    private @Nullable Struct parent(Struct self) {
        if (parent.told() == null) {
            return parent.none() ? null : self;
        }
        Object told = parent.told().value(self);
        if (told == null || told instanceof Struct) {
            return (Struct) told;
        }
        throw new Failure(KsyCode.EVALUATION, "`parent` is no structure but " + Values.shown(told));
    }
}
