package org.heralddata.formats.ksy.run;

import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;

/** A member of the structure that the expression belongs to, or of another. */
final class MemberNode extends Node {
    private final @Nullable Node target;
    private final String name;
    private volatile Found found;

    private record Found(@Nullable TypeNode type, @Nullable Member member) {}

    /** A member of the structure itself. */
    MemberNode(TypeNode type, Member member) {
        super(member.kind());
        this.target = null;
        this.name = member.name();
        this.found = new Found(type, member);
    }

    /** A member of another structure, whose type may turn out to be another than expected. */
    MemberNode(Node target, String name, Kind kind) {
        super(kind);
        this.target = target;
        this.name = name;
        this.found = new Found(null, null);
    }

    /** The field that is meant, if that can be told; else null. */
    @Nullable
    Member member() {
        return found.member();
    }

    void expect(TypeNode type, Member member) {
        found = new Found(type, member);
    }

    @Override
    @Nullable
    Object value(Struct self) {
        Struct struct = struct(self);
        return struct.value(member(struct));
    }

    @Override
    long whole(Struct self) {
        Struct struct = struct(self);
        Member member = member(struct);
        if (member.inNumbers()
                && !member.kind().isUnsigned64()
                && member.kind().is(Kind.Sort.WHOLE)
                && struct.has(member)) {
            return struct.number(member);
        }
        return Values.whole(struct.value(member));
    }

    @Override
    boolean truth(Struct self) {
        Struct struct = struct(self);
        Member member = member(struct);
        if (member.inNumbers() && member.kind().is(Kind.Sort.TRUTH) && struct.has(member)) {
            return struct.number(member) != 0;
        }
        return Values.truth(struct.value(member));
    }

    private Struct struct(Struct self) {
        if (target == null) {
            return self;
        }
        if (target.value(self) instanceof Struct struct) {
            return struct;
        }
        throw new Failure(KsyCode.EVALUATION, "there is nothing to take `%s` of".formatted(name));
    }

    private Member member(Struct struct) {
        Found known = found;
        if (known.type() == struct.type() && known.member() != null) {
            return known.member();
        }
        Member member = struct.type().member(name);
        if (member == null) {
            throw new Failure(
                            KsyCode.EVALUATION,
                            "a `%s` has no `%s`".formatted(struct.type().name(), name))
                    .helped(Nearest.to(name, struct.type().byName().keySet())
                            .map("did you mean `%s`?"::formatted)
                            .orElse("a cast such as `.as<type>` says which type is meant"));
        }
        found = new Found(struct.type(), member);
        return member;
    }
}
