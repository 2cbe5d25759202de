package org.heralddata.formats.ksy.run;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.formats.ksy.expr.ExpressionException;
import org.heralddata.formats.ksy.expr.Parser;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.run.TypeNode.ByteOrder;
import org.heralddata.formats.ksy.spec.AttributeSpec;
import org.heralddata.formats.ksy.spec.AttributeSpec.Repeat;
import org.heralddata.formats.ksy.spec.AttributeSpec.SwitchSpec;
import org.heralddata.formats.ksy.spec.AttributeSpec.ValidSpec;
import org.heralddata.formats.ksy.spec.Text;
import org.heralddata.formats.ksy.spec.TypeSpec;
import org.heralddata.formats.ksy.spec.TypeSpec.EnumSpec;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;

/** Compiles one type: its members first, then how they are read. */
final class TypeCompiler {
    private final Linker linker;
    private final TypeNode node;
    private final TypeSpec spec;

    TypeCompiler(Linker linker, TypeNode node) {
        this.linker = linker;
        this.node = node;
        this.spec = node.spec();
    }

    /** Members by name and the order of bytes, without looking into expressions. */
    void declare() {
        node.order(order(spec));
        for (AttributeSpec parameter : spec.parameters()) {
            node.add(new Parameter(parameter, parameterKind(parameter)));
        }
        for (AttributeSpec field : spec.sequence()) {
            node.add(new Field(field, false));
        }
        for (AttributeSpec instance : spec.instances()) {
            Text value = instance.value();
            node.add(value == null ? new Field(instance, true) : valueInstance(instance, value));
        }
    }

    private ValueInstance valueInstance(AttributeSpec instance, Text value) {
        var member = new ValueInstance(instance, () -> expression(value, Kind.ANY));
        EnumSpec labels = enumeration(instance);
        if (labels != null) {
            member.kind(Kind.WHOLE.labelled(labels.labels()));
        }
        return member;
    }

    private static ByteOrder order(TypeSpec type) {
        Text endian = type.endian();
        if (endian != null) {
            return endian.value().equals("le") ? ByteOrder.LITTLE : ByteOrder.BIG;
        }
        if (type.endianSwitch() != null) {
            return ByteOrder.COMPUTED;
        }
        TypeSpec outer = type.outer();
        ByteOrder around = outer == null ? ByteOrder.NONE : order(outer);
        return around == ByteOrder.COMPUTED ? ByteOrder.INHERITED : around;
    }

    private Kind parameterKind(AttributeSpec parameter) {
        EnumSpec labels = enumeration(parameter);
        if (labels != null) {
            return Kind.WHOLE.labelled(labels.labels());
        }
        Text type = parameter.type();
        if (type == null) {
            return Kind.ANY;
        }
        try {
            Parser.Reference reference = Parser.reference(type.value());
            return new TypeNames(linker, spec).kind(reference.name()).orElseGet(() -> {
                unknownType(type, reference.name().bare());
                return Kind.ANY;
            });
        } catch (ExpressionException wrong) {
            tell(KsyCode.BAD_VALUE, type, "`%s` is no type".formatted(type.value()), null);
            return Kind.ANY;
        }
    }

    /** Which types hold which, so that {@code _parent} is known. */
    void relate() {
        for (List<AttributeSpec> list : List.of(spec.sequence(), spec.instances())) {
            for (AttributeSpec attribute : list) {
                if (attribute.type() != null) {
                    relate(attribute.type(), attribute.parent() != null);
                }
                SwitchSpec choice = attribute.switchType();
                if (choice != null) {
                    choice.cases().forEach(each -> relate(each.type(), attribute.parent() != null));
                }
            }
        }
    }

    private void relate(Text type, boolean told) {
        String bare = type.value().replaceFirst("(?s)[(\\[].*$", "");
        TypeSpec child = linker.names().type(List.of(bare.split("::")), spec);
        if (child != null && told) {
            linker.anyParent(child);
        } else if (child != null) {
            linker.holds(spec, child);
        }
    }

    /** How members are read: kinds are known after it, of value instances when they are asked for. */
    void shape() {
        var parses = new ParseCompiler(linker, node);
        for (Member member : List.copyOf(node.members())) {
            if (member instanceof Field field) {
                field.compiled(parses.of(field.spec()), null, null, null, null);
            }
        }
    }

    /** The expressions of everything. */
    void bodies() {
        SwitchSpec orderOn = spec.endianSwitch();
        if (orderOn != null) {
            var cases = new ArrayList<TypeNode.OrderCase>();
            Node on = expression(orderOn.on(), Kind.ANY);
            for (SwitchSpec.Case each : orderOn.cases()) {
                boolean all = each.key().value().equals("_");
                cases.add(new TypeNode.OrderCase(
                        all ? null : expression(each.key(), Kind.ANY),
                        each.type().value().equals("le")));
            }
            node.order(on, cases);
        }
        for (Member member : List.copyOf(node.members())) {
            if (member instanceof Field field) {
                body(field);
            } else if (member instanceof ValueInstance instance) {
                instance.node();
                instance.condition(condition(instance.spec()));
            }
        }
    }

    private void body(Field field) {
        AttributeSpec told = field.spec();
        Parse parse = field.parse();
        Text by = told.repeatBy();
        Node repeatBy = by == null || told.repeat() == Repeat.ONCE || told.repeat() == Repeat.TO_END
                ? null
                : expression(by, parse.kind());
        Text pos = told.pos();
        Text io = told.io();
        field.compiled(
                parse,
                condition(told),
                repeatBy,
                pos == null ? null : expression(pos, Kind.ANY),
                io == null ? null : expression(io, Kind.ANY));
        ValidSpec valid = told.valid();
        if (valid != null) {
            field.valid(valid(told, valid, parse.kind()));
        }
    }

    private @Nullable Node condition(AttributeSpec told) {
        Text text = told.condition();
        if (text == null) {
            return null;
        }
        Node condition = expression(text, Kind.ANY);
        if (!condition.kind().is(Kind.Sort.TRUTH) && !condition.kind().is(Kind.Sort.ANY)) {
            tell(
                    KsyCode.BAD_EXPRESSION,
                    text,
                    "`if` takes true or false, not %s"
                            .formatted(condition.kind().words()),
                    condition.kind().is(Kind.Sort.WHOLE) ? "compare it, such as `… != 0`" : null);
        }
        boolean always = condition instanceof Constant constant && Boolean.TRUE.equals(constant.constant());
        return always ? null : condition;
    }

    private Valid valid(AttributeSpec told, ValidSpec valid, Kind kind) {
        EnumSpec labels = valid.inEnum() ? enumeration(told) : null;
        if (valid.inEnum() && labels == null) {
            linker.problems()
                    .error(KsyCode.BAD_VALUE, valid.place(), "`in-enum` needs a field with an `enum`", null, null);
        }
        return new Valid(
                optional(valid.eq(), kind),
                optional(valid.min(), kind),
                optional(valid.max(), kind),
                valid.anyOf().stream().map(text -> expression(text, kind)).toList(),
                optional(valid.expr(), kind),
                labels == null ? null : labels.labels().keySet());
    }

    private @Nullable Node optional(@Nullable Text text, Kind item) {
        return text == null ? null : expression(text, item);
    }

    private @Nullable EnumSpec enumeration(AttributeSpec told) {
        Text name = told.enumeration();
        if (name == null) {
            return null;
        }
        EnumSpec found = linker.names().enumeration(List.of(name.value().split("::")), spec);
        if (found == null) {
            tell(
                    KsyCode.UNKNOWN_TYPE,
                    name,
                    "there is no enumeration `%s`".formatted(name.value()),
                    Nearest.help(name.value(), linker.names().enumerations(spec)));
        }
        return found;
    }

    private void unknownType(Text type, String name) {
        tell(
                KsyCode.UNKNOWN_TYPE,
                type,
                "there is no type `%s`".formatted(name),
                Nearest.help(name, linker.names().types(spec)));
    }

    private Node expression(Text text, Kind item) {
        return ExpressionCompiler.compile(linker, node, text, item);
    }

    private void tell(KsyCode code, Text at, String message, @Nullable String help) {
        linker.problems().error(code, at.place(), message, null, help);
    }
}
