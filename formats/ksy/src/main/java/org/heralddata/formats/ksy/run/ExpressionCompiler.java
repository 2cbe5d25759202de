package org.heralddata.formats.ksy.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.formats.ksy.expr.Expr;
import org.heralddata.formats.ksy.expr.ExpressionException;
import org.heralddata.formats.ksy.expr.Parser;
import org.heralddata.formats.ksy.expr.TypeName;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.run.Kind.Sort;
import org.heralddata.formats.ksy.spec.Text;
import org.heralddata.formats.ksy.spec.TypeSpec.EnumSpec;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** Compiles one expression of a type; tells mistakes where they stand. */
final class ExpressionCompiler {
    private static final Node NOTHING = new Computed(Kind.ANY, self -> null);
    private static final List<String> SPECIAL = List.of("_root", "_parent", "_io", "_index", "_");

    private final Linker linker;
    private final TypeNode scope;
    private final Text text;
    private final Kind item;

    private ExpressionCompiler(Linker linker, TypeNode scope, Text text, Kind item) {
        this.linker = linker;
        this.scope = scope;
        this.text = text;
        this.item = item;
    }

    /** @param item the kind of {@code _} */
    static Node compile(Linker linker, TypeNode scope, Text text, Kind item) {
        var compiler = new ExpressionCompiler(linker, scope, text, item);
        try {
            return compiler.node(Parser.expression(text.value()));
        } catch (ExpressionException wrong) {
            compiler.tell(KsyCode.BAD_EXPRESSION, wrong.at(), wrong.length(), message(wrong), null);
            return NOTHING;
        }
    }

    /** Expressions that stand within the text, as the arguments of a type do. */
    static List<Node> compile(Linker linker, TypeNode scope, Text text, List<Expr> parsed) {
        var compiler = new ExpressionCompiler(linker, scope, text, Kind.ANY);
        return parsed.stream().map(compiler::node).toList();
    }

    static String message(ExpressionException wrong) {
        return String.valueOf(wrong.getMessage());
    }

    private Node node(Expr expr) {
        return switch (expr) {
            case Expr.Whole number -> whole(number.value());
            case Expr.Real number -> new Constant(Kind.REAL, number.value());
            case Expr.Text words -> new Constant(Kind.TEXT, words.value());
            case Expr.Truth truth -> new Constant(Kind.TRUTH, truth.value());
            case Expr.Format format ->
                new Operators.Joined(format.parts().stream().map(this::node).toList());
            case Expr.Name name -> name(name.name(), name.at());
            case Expr.Label label -> label(label.path(), label.at());
            case Expr.Array array -> array(array.items());
            case Expr.Unary unary -> unary(unary);
            case Expr.Binary binary -> binary(binary);
            case Expr.Choice choice -> {
                Node when = node(choice.condition());
                need(when, Sort.TRUTH, choice.at(), "?");
                yield new Operators.Choice(when, node(choice.yes()), node(choice.no()));
            }
            case Expr.Member member -> member(member.target(), member.name(), member.at());
            case Expr.Call call -> call(node(call.target()), call.name(), call.arguments(), call.at());
            case Expr.Index index -> index(node(index.target()), node(index.index()), index.at());
            case Expr.Cast cast -> cast(node(cast.target()), cast.type(), cast.at());
            case Expr.SizeOf size -> sizeOf(size.type(), size.bits(), size.at());
        };
    }

    private static Node whole(BigInteger value) {
        boolean large = value.bitLength() > 63;
        return new Constant(large ? Kind.whole(ColumnType.UINT64) : Kind.WHOLE, Values.normal(value));
    }

    private Node name(String name, int at) {
        linker.mention(name);
        switch (name) {
            case "_root" -> {
                return new Computed(Kind.struct(linker.node(scope.spec().top())), self -> self.root);
            }
            case "_parent" -> {
                TypeNode parent = linker.parent(scope.spec());
                return new Computed(parent == null ? Kind.STRUCT : Kind.struct(parent), self -> self.parent);
            }
            case "_io" -> {
                return new Computed(Kind.STREAM, self -> self.io);
            }
            case "_index" -> {
                return new Computed(Kind.WHOLE, self -> self.run.index);
            }
            case "_" -> {
                return new Computed(item, self -> self.run.item);
            }
            case "_sizeof" -> {
                return size(new Sizes(linker.names()).ofType(scope.spec()), at, 7);
            }
            default -> {}
        }
        Member member = scope.member(name);
        if (member != null) {
            return new MemberNode(scope, member);
        }
        var known = new ArrayList<>(scope.byName().keySet());
        known.addAll(SPECIAL);
        tell(
                KsyCode.UNKNOWN_NAME,
                at,
                name.length(),
                "`%s` has no `%s`".formatted(scope.spec().path(), name),
                nearestOr(name, known, "it has " + shown(scope.byName().keySet())));
        return NOTHING;
    }

    private Node member(Expr from, String name, int at) {
        Node target = node(from);
        linker.mention(name);
        Kind kind = target.kind();
        if (name.equals("_sizeof")) {
            return sizeOfValue(target, at);
        }
        switch (kind.sort()) {
            case STRUCT -> {
                return structMember(target, name, at);
            }
            case ANY -> {
                return new Computed(Kind.ANY, new AnyMember(target, name));
            }
            default -> {
                return call(target, name, List.of(), at);
            }
        }
    }

    private Node structMember(Node target, String name, int at) {
        TypeNode type = target.kind().struct();
        switch (name) {
            case "_root" -> {
                Kind kind = type == null
                        ? Kind.STRUCT
                        : Kind.struct(linker.node(type.spec().top()));
                return new Computed(kind, self -> AnyMember.struct(target, self, name).root);
            }
            case "_parent" -> {
                TypeNode parent = type == null ? null : linker.parent(type.spec());
                return new Computed(
                        parent == null ? Kind.STRUCT : Kind.struct(parent),
                        self -> AnyMember.struct(target, self, name).parent);
            }
            case "_io" -> {
                return new Computed(Kind.STREAM, self -> AnyMember.struct(target, self, name).io);
            }
            default -> {}
        }
        if (type == null) {
            return new MemberNode(target, name, Kind.ANY);
        }
        Member member = type.member(name);
        if (member == null) {
            tell(
                    KsyCode.UNKNOWN_NAME,
                    at,
                    name.length(),
                    "`%s` has no `%s`".formatted(type.spec().path(), name),
                    nearestOr(
                            name,
                            type.byName().keySet(),
                            "it has " + shown(type.byName().keySet())));
            return NOTHING;
        }
        var node = new MemberNode(target, name, member.kind());
        node.expect(type, member);
        return node;
    }

    private Node sizeOfValue(Node target, int at) {
        var sizes = new Sizes(linker.names());
        if (target instanceof MemberNode node && node.member() instanceof Field field) {
            return size(sizes.ofAttribute(field.spec(), holder(field)), at, 7);
        }
        TypeNode type = target.kind().struct();
        return size(type == null ? -1 : sizes.ofType(type.spec()), at, 7);
    }

    /** The type that a field belongs to. */
    private org.heralddata.formats.ksy.spec.TypeSpec holder(Field field) {
        return linker.nodes().stream()
                .filter(node -> node.member(field.name()) == field)
                .findFirst()
                .orElse(scope)
                .spec();
    }

    private Node sizeOf(TypeName type, boolean bits, int at) {
        long size = new Sizes(linker.names()).ofName(type.path(), scope.spec());
        return bits ? sized(size, at, 9) : size(size, at, 6);
    }

    private Node size(long bits, int at, int length) {
        return sized(bits < 0 ? -1 : (bits + 7) / 8, at, length);
    }

    private Node sized(long size, int at, int length) {
        if (size < 0) {
            tell(KsyCode.BAD_EXPRESSION, at, length, "the size of this depends on the data", null);
        }
        return new Constant(Kind.WHOLE, size);
    }

    private Node call(Node target, String name, List<Expr> arguments, int at) {
        Kind kind = target.kind();
        List<Node> given = arguments.stream().map(this::node).toList();
        if (!kind.is(Sort.ANY) && !Methods.of(kind).contains(name)) {
            tell(
                    KsyCode.UNKNOWN_NAME,
                    at,
                    name.length(),
                    "%s has no method `%s`".formatted(kind.words(), name),
                    nearestOr(name, Methods.of(kind), "it has " + shown(Methods.of(kind))));
            return NOTHING;
        }
        return new Computed(Methods.result(kind, name), self -> {
            Object value = target.value(self);
            var values = new ArrayList<@Nullable Object>(given.size());
            given.forEach(argument -> values.add(argument.value(self)));
            return Methods.call(value, name, values);
        });
    }

    private Node index(Node target, Node index, int at) {
        Kind kind = target.kind();
        boolean array = kind.is(Sort.ARRAY) || kind.is(Sort.BYTES) || kind.is(Sort.ANY);
        if (!array) {
            tell(KsyCode.BAD_EXPRESSION, at, 1, "%s has no elements".formatted(kind.words()), null);
        }
        need(index, Sort.WHOLE, at, "[");
        Kind element =
                kind.is(Sort.BYTES) ? Kind.whole(ColumnType.UINT8) : kind.element() == null ? Kind.ANY : kind.element();
        return new Computed(element, self -> Values.item(target.value(self), index.whole(self)));
    }

    private Node cast(Node target, TypeName type, int at) {
        Optional<Kind> kind = new TypeNames(linker, scope.spec()).kind(type);
        if (kind.isEmpty()) {
            tell(
                    KsyCode.UNKNOWN_TYPE,
                    at,
                    2,
                    "there is no type `%s`".formatted(type),
                    Nearest.help(type.bare(), linker.names().types(scope.spec())));
            return NOTHING;
        }
        return new Computed(kind.get(), self -> Casts.cast(target.value(self), kind.get()));
    }

    private Node label(List<String> path, int at) {
        List<String> name = path.subList(0, path.size() - 1);
        EnumSpec found = linker.names().enumeration(name, scope.spec());
        int length = String.join("::", path).length();
        if (found == null) {
            tell(
                    KsyCode.UNKNOWN_TYPE,
                    at,
                    length,
                    "there is no enumeration `%s`".formatted(String.join("::", name)),
                    Nearest.help(name.getLast(), linker.names().enumerations(scope.spec())));
            return NOTHING;
        }
        for (Map.Entry<BigInteger, String> entry : found.labels().entrySet()) {
            if (entry.getValue().equals(path.getLast())) {
                return new Constant(Kind.WHOLE.labelled(found.labels()), Values.normal(entry.getKey()));
            }
        }
        tell(
                KsyCode.UNKNOWN_NAME,
                at,
                length,
                "the enumeration `%s` has no label `%s`".formatted(found.name(), path.getLast()),
                nearestOr(
                        path.getLast(),
                        found.labels().values(),
                        "it has " + shown(found.labels().values())));
        return NOTHING;
    }

    private Node array(List<Expr> items) {
        if (items.stream().allMatch(ExpressionCompiler::isOctet)) {
            var bytes = new byte[items.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = ((Expr.Whole) items.get(i)).value().byteValue();
            }
            return new Constant(Kind.BYTES, bytes);
        }
        List<Node> nodes = items.stream().map(this::node).toList();
        Kind element = nodes.stream().map(Node::kind).reduce(Kind::or).orElse(Kind.ANY);
        return new Operators.Listed(nodes, element);
    }

    private static boolean isOctet(Expr item) {
        return item instanceof Expr.Whole whole
                && whole.value().signum() >= 0
                && whole.value().bitLength() <= 8;
    }

    private Node unary(Expr.Unary unary) {
        Node operand = node(unary.operand());
        switch (unary.operator()) {
            case "not" -> {
                need(operand, Sort.TRUTH, unary.at(), "not");
                return new Computed(Kind.TRUTH, self -> !operand.truth(self));
            }
            case "~" -> {
                need(operand, Sort.WHOLE, unary.at(), "~");
                return new Computed(
                        Kind.WHOLE,
                        self -> Values.normal(Values.big(operand.value(self)).not()));
            }
            default -> {
                if (!operand.kind().is(Sort.REAL)) {
                    need(operand, Sort.WHOLE, unary.at(), "-");
                }
                if (operand instanceof Constant constant
                        && constant.constant() instanceof Long number
                        && number > Long.MIN_VALUE) {
                    return new Constant(Kind.WHOLE, -number);
                }
                Kind kind = operand.kind().is(Sort.WHOLE) ? Kind.WHOLE : operand.kind();
                return new Computed(kind, self -> {
                    Object value = operand.value(self);
                    return value instanceof Double number
                            ? (Object) (-number)
                            : Values.normal(Values.big(value).negate());
                });
            }
        }
    }

    private Node binary(Expr.Binary binary) {
        Node left = node(binary.left());
        Node right = node(binary.right());
        String operator = binary.operator();
        Sort a = left.kind().sort();
        Sort b = right.kind().sort();
        switch (operator) {
            case "and", "or" -> {
                need(left, Sort.TRUTH, binary.at(), operator);
                need(right, Sort.TRUTH, binary.at(), operator);
                return new Operators.Logic(operator.equals("and"), left, right);
            }
            case "<", "<=", ">", ">=", "==", "!=" -> {
                if (!comparable(a, b)) {
                    tell(
                            KsyCode.BAD_EXPRESSION,
                            binary.at(),
                            operator.length(),
                            "%s cannot be compared with %s"
                                    .formatted(left.kind().words(), right.kind().words()),
                            null);
                }
                return new Operators.Compare(operator, left, right);
            }
            default -> {
                boolean texts = operator.equals("+") && (a == Sort.TEXT || b == Sort.TEXT);
                Sort wanted = texts ? Sort.TEXT : Sort.WHOLE;
                boolean real = !"&|^<<>>".contains(operator);
                for (Node side : List.of(left, right)) {
                    if (!(real && !texts && side.kind().is(Sort.REAL))) {
                        need(side, wanted, binary.at(), operator);
                    }
                }
                Kind kind = texts ? Kind.TEXT : a == Sort.REAL || b == Sort.REAL ? Kind.REAL : Kind.WHOLE;
                boolean unknown = a == Sort.ANY && b == Sort.ANY;
                return new Operators.Compute(operator, left, right, unknown ? Kind.ANY : kind);
            }
        }
    }

    private static boolean comparable(Sort a, Sort b) {
        if (a == b || a == Sort.ANY || b == Sort.ANY) {
            return true;
        }
        return (numeric(a) && numeric(b)) || (arrayed(a) && arrayed(b));
    }

    private static boolean numeric(Sort sort) {
        return sort == Sort.WHOLE || sort == Sort.REAL;
    }

    private static boolean arrayed(Sort sort) {
        return sort == Sort.ARRAY || sort == Sort.BYTES;
    }

    private void need(Node side, Sort wanted, int at, String operator) {
        Kind kind = side.kind();
        if (!kind.is(wanted) && !kind.is(Sort.ANY)) {
            Kind example = new Kind(wanted, null, null, null, null);
            tell(
                    KsyCode.BAD_EXPRESSION,
                    at,
                    operator.length(),
                    "`%s` takes %s, not %s".formatted(operator, example.words(), kind.words()),
                    wanted == Sort.TRUTH && kind.is(Sort.WHOLE) ? "compare it, such as `… != 0`" : null);
        }
    }

    private static String nearestOr(String written, java.util.Collection<String> known, String otherwise) {
        return Nearest.to(written, known).map("did you mean `%s`?"::formatted).orElse(otherwise);
    }

    private static String shown(java.util.Collection<String> names) {
        return names.isEmpty()
                ? "none"
                : String.join(", ", names.stream().limit(12).toList()) + (names.size() > 12 ? ", …" : "");
    }

    private void tell(KsyCode code, int at, int length, String message, @Nullable String help) {
        linker.problems().error(code, text.part(at, Math.max(1, length)), message, null, help);
    }
}
