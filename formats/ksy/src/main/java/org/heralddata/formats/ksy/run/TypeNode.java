package org.heralddata.formats.ksy.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.spec.TypeSpec;
import org.jspecify.annotations.Nullable;

/** A compiled type. Not changed after compilation; safe for many threads. */
public final class TypeNode {
    private final TypeSpec spec;
    private final SequencedMap<String, Member> byName = new LinkedHashMap<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Field> sequence = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private ByteOrder order = ByteOrder.NONE;
    private @Nullable Node orderOn;
    private List<OrderCase> orderCases = List.of();
    private int numbers;
    private int objects;

    /** Where the order of bytes comes from. */
    enum ByteOrder {
        NONE,
        LITTLE,
        BIG,
        /** Computed when a structure begins. */
        COMPUTED,
        /** That of the structure that made this one. */
        INHERITED
    }

    /** @param key null for all others */
    record OrderCase(@Nullable Node key, boolean little) {}

    TypeNode(TypeSpec spec) {
        this.spec = spec;
    }

    public TypeSpec spec() {
        return spec;
    }

    public String name() {
        return spec.name();
    }

    /** Parameters, fields and instances in the file's order. */
    public List<Member> members() {
        return members;
    }

    public List<Field> sequence() {
        return sequence;
    }

    public @Nullable Member member(String name) {
        return byName.get(name);
    }

    Map<String, Member> byName() {
        return byName;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    int numbers() {
        return numbers;
    }

    int objects() {
        return objects;
    }

    ByteOrder order() {
        return order;
    }

    void order(ByteOrder told) {
        order = told;
    }

    void order(Node on, List<OrderCase> cases) {
        orderOn = on;
        orderCases = List.copyOf(cases);
    }

    void add(Member member) {
        members.add(member);
        byName.putIfAbsent(member.name(), member);
        if (member instanceof Parameter parameter) {
            parameters.add(parameter);
        } else if (member instanceof Field field && !field.isLazy()) {
            sequence.add(field);
        }
    }

    /** Gives every member its place in a structure. */
    void place() {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            member.place(i, member.inNumbers() ? numbers++ : objects++);
        }
    }

    /**
     * A structure of which nothing is read yet.
     *
     * @param creator the structure whose field it is; null for the whole file
     * @param parent  what {@code _parent} is
     */
    Struct begin(
            @Nullable Struct creator, @Nullable Struct parent, ByteStream io, Run run, @Nullable Object[] arguments) {
        Struct root = creator != null && creator.type.spec.top() == spec.top() ? creator.root : null;
        var struct = new Struct(this, run, io, parent, root);
        for (int i = 0; i < arguments.length; i++) {
            parameters.get(i).give(struct, arguments[i]);
        }
        if (order == ByteOrder.INHERITED && creator != null) {
            struct.little = creator.little;
        }
        return struct;
    }

    /** Begins a structure's own reading: finds its order of bytes. */
    void start(Struct struct) {
        if (order != ByteOrder.COMPUTED || orderOn == null) {
            return;
        }
        Object on = orderOn.value(struct);
        for (OrderCase each : orderCases) {
            if (each.key == null || Values.equal(on, each.key.value(struct))) {
                struct.little = each.little;
                return;
            }
        }
        throw new Failure(
                        KsyCode.UNDECIDED_ENDIAN,
                        "no case of `endian` fits %s, so the byte order is not known".formatted(Values.shown(on)))
                .at(struct.io.offset());
    }

    /** Reads all fields. */
    void read(Struct struct) {
        struct.run.enter();
        try {
            start(struct);
            for (Field field : sequence) {
                field.read(struct);
            }
        } finally {
            struct.run.leave();
        }
    }
}
