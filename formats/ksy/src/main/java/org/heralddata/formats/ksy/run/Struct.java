package org.heralddata.formats.ksy.run;

import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/** A structure being read or read. For one thread. */
public final class Struct {
    static final byte UNSET = 0;
    static final byte PRESENT = 1;
    static final byte ABSENT = 2;
    static final byte BUSY = 3;

    private static final long[] NO_NUMBERS = new long[0];
    private static final Object[] NO_OBJECTS = new Object[0];
    private static final int OVERHEAD = 96;

    final TypeNode type;
    final Run run;
    final ByteStream io;
    final @Nullable Struct parent;
    final Struct root;
    final long[] numbers;
    final @Nullable Object[] objects;
    final byte[] state;

    @Nullable
    Boolean little;

    Struct(TypeNode type, Run run, ByteStream io, @Nullable Struct parent, @Nullable Struct root) {
        this.type = type;
        this.run = run;
        this.io = io;
        this.parent = parent;
        this.root = root == null ? this : root;
        this.numbers = type.numbers() == 0 ? NO_NUMBERS : new long[type.numbers()];
        this.objects = type.objects() == 0 ? NO_OBJECTS : new Object[type.objects()];
        this.state = new byte[type.members().size()];
        run.hold(OVERHEAD + 9L * numbers.length + 9L * objects.length);
    }

    public TypeNode type() {
        return type;
    }

    public Run run() {
        return run;
    }

    /** The value of a member; null if its condition left it out. Instances are read or computed when first asked for. */
    public @Nullable Object value(Member member) {
        return has(member)
                ? member.inNumbers() ? Values.boxed(member.kind(), numbers[member.slot()]) : objects[member.slot()]
                : null;
    }

    /** True if a member has a value; reads or computes it. */
    public boolean has(Member member) {
        byte known = state[member.index()];
        if (known == PRESENT) {
            return true;
        }
        if (known == ABSENT) {
            return false;
        }
        fetch(member, known);
        return state[member.index()] == PRESENT;
    }

    /** Of a member that {@link #has} a value and is kept in numbers; real numbers as their bits. */
    public long number(Member member) {
        return numbers[member.slot()];
    }

    /** Of a member that {@link #has} a value and is not kept in numbers. */
    public @Nullable Object object(Member member) {
        return objects[member.slot()];
    }

    private void fetch(Member member, byte known) {
        if (known == BUSY) {
            throw new Failure(KsyCode.EVALUATION, "`%s` depends on itself".formatted(member.name()));
        }
        if (!member.isLazy()) {
            throw new Failure(KsyCode.EVALUATION, "`%s` is not read yet".formatted(member.name()));
        }
        state[member.index()] = BUSY;
        run.enter();
        try {
            member.fetch(this);
        } catch (Failure failure) {
            throw failure.in(member.name());
        } finally {
            run.leave();
            if (state[member.index()] == BUSY) {
                state[member.index()] = UNSET;
            }
        }
    }
}
