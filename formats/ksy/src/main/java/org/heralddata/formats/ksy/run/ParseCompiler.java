package org.heralddata.formats.ksy.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.heralddata.formats.ksy.expr.Expr;
import org.heralddata.formats.ksy.expr.ExpressionException;
import org.heralddata.formats.ksy.expr.Parser;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.run.TypeNode.ByteOrder;
import org.heralddata.formats.ksy.spec.AttributeSpec;
import org.heralddata.formats.ksy.spec.AttributeSpec.SwitchSpec;
import org.heralddata.formats.ksy.spec.Text;
import org.heralddata.formats.ksy.spec.TypeSpec.EnumSpec;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** Compiles how the values of an attribute are read. Expressions are compiled late, when all members are known. */
final class ParseCompiler {
    private final Linker linker;
    private final TypeNode node;

    ParseCompiler(Linker linker, TypeNode node) {
        this.linker = linker;
        this.node = node;
    }

    Parse of(AttributeSpec told) {
        SwitchSpec choice = told.switchType();
        byte[] contents = told.contents();
        if (contents != null) {
            return new ParseBytes.Fixed(contents);
        }
        return choice == null ? plain(told, told.type()) : choice(told, choice);
    }

    private Parse choice(AttributeSpec told, SwitchSpec choice) {
        Parse otherwise = null;
        var cases = new ArrayList<ParseSwitch.Case>();
        Kind kind = null;
        for (SwitchSpec.Case each : choice.cases()) {
            Parse parse = plain(told, each.type());
            kind = kind == null ? parse.kind() : kind.or(parse.kind());
            if (each.key().value().equals("_")) {
                otherwise = parse;
            } else {
                cases.add(new ParseSwitch.Case(late(each.key()), parse));
            }
        }
        Region region = region(told, false, null);
        if (otherwise == null && region != null) {
            otherwise = new ParseBytes(region);
            kind = kind == null ? Kind.BYTES : kind.or(Kind.BYTES);
        }
        return new ParseSwitch(kind == null ? Kind.ANY : kind, late(choice.on()), cases, otherwise);
    }

    private Parse plain(AttributeSpec told, @Nullable Text type) {
        if (type == null) {
            Region region = region(told, false, null);
            if (region == null) {
                linker.problems()
                        .error(
                                KsyCode.BAD_VALUE,
                                told.place(),
                                "`%s` has neither a type nor a size".formatted(told.id()),
                                null,
                                "bytes need `size`, `size-eos: true`, `terminator` or `contents`");
            }
            return region == null ? new ParseBytes.Fixed(new byte[0]) : new ParseBytes(region);
        }
        Matcher number = TypeNames.NUMBER.matcher(type.value());
        if (number.matches() && TypeNames.column(number) != null) {
            return number(told, type, number);
        }
        Matcher bits = TypeNames.BITS.matcher(type.value());
        if (bits.matches() && Integer.parseInt(bits.group(1)) <= 64) {
            return bits(told, bits);
        }
        return switch (type.value()) {
            case "str", "strz" -> text(told, type);
            case "bytes" -> plain(told, null);
            default -> struct(told, type);
        };
    }

    private Parse number(AttributeSpec told, Text type, Matcher number) {
        ColumnType column = TypeNames.column(number);
        String suffix = number.group(3);
        ByteOrder order = suffix == null ? node.order() : suffix.equals("le") ? ByteOrder.LITTLE : ByteOrder.BIG;
        if (column == null || (order == ByteOrder.NONE && !number.group(2).equals("1"))) {
            linker.problems()
                    .error(
                            KsyCode.NO_ENDIAN,
                            type.place(),
                            "the byte order of `%s` is not said".formatted(type.value()),
                            null,
                            "write `%sle` or `%<sbe`, or `endian: le` or `be` in `meta`".formatted(type.value()));
        }
        ColumnType known = column == null ? ColumnType.INT64 : column;
        Kind kind = known.isFloating() ? Kind.real(known) : labelled(told, Kind.whole(known));
        return new ParseNumber(kind, known, order);
    }

    private Parse bits(AttributeSpec told, Matcher bits) {
        int count = Integer.parseInt(bits.group(1));
        String suffix = bits.group(2);
        Text said = node.spec().bitEndian();
        boolean little = suffix == null ? said != null && said.value().equals("le") : suffix.equals("le");
        return new ParseBits(labelled(told, TypeNames.bits(count)), count, little);
    }

    private Kind labelled(AttributeSpec told, Kind kind) {
        Text name = told.enumeration();
        if (name == null) {
            return kind;
        }
        EnumSpec found = linker.names().enumeration(List.of(name.value().split("::")), node.spec());
        if (found == null) {
            linker.problems()
                    .error(
                            KsyCode.UNKNOWN_TYPE,
                            name.place(),
                            "there is no enumeration `%s`".formatted(name.value()),
                            null,
                            Nearest.help(name.value(), linker.names().enumerations(node.spec())));
            return kind;
        }
        return kind.labelled(found.labels());
    }

    private Parse text(AttributeSpec told, Text type) {
        Text said = told.encoding() != null ? told.encoding() : node.spec().encoding();
        if (said == null) {
            linker.problems()
                    .error(
                            KsyCode.BAD_VALUE,
                            type.place(),
                            "the encoding of the text is not said",
                            null,
                            "write `encoding: UTF-8` beside it or in `meta`");
        }
        Encoding encoding = Encoding.of(said == null ? "UTF-8" : said.value());
        if (said != null && encoding.charset() == null) {
            linker.problems()
                    .warning(
                            KsyCode.UNKNOWN_ENCODING,
                            said.place(),
                            "the encoding `%s` is not known; the text cannot be read".formatted(said.value()),
                            "such as ASCII, UTF-8, UTF-16LE, ISO-8859-1, SJIS");
        }
        Region region = region(told, type.value().equals("strz"), encoding);
        if (region == null) {
            linker.problems()
                    .error(
                            KsyCode.BAD_VALUE,
                            told.place(),
                            "the text `%s` has no length".formatted(told.id()),
                            null,
                            "it needs `size`, `size-eos: true` or `terminator`; `strz` ends at a zero");
            return new ParseBytes.Fixed(new byte[0]);
        }
        return new ParseText(region, encoding);
    }

    private Parse struct(AttributeSpec told, Text type) {
        try {
            Parser.Reference reference = Parser.reference(type.value());
            TypeNode found = linker.find(reference.name().path(), node.spec());
            if (found == null || reference.name().array()) {
                boolean opaque = node.spec().opaqueTypes();
                linker.problems()
                        .error(
                                KsyCode.UNKNOWN_TYPE,
                                type.part(0, reference.name().bare().length()),
                                "there is no type `%s`".formatted(reference.name()),
                                opaque ? "an opaque type needs a .ksy file beside this one" : null,
                                Nearest.help(reference.name().bare(), typeNames()));
                return new ParseBytes.Fixed(new byte[0]);
            }
            int wanted = found.spec().parameters().size();
            int given = reference.arguments().size();
            if (wanted != given) {
                linker.problems()
                        .error(
                                KsyCode.BAD_VALUE,
                                type.place(),
                                "`%s` takes %d parameters, but %d are given".formatted(found.name(), wanted, given),
                                null,
                                null);
            }
            return new ParseStruct(found, late(type, reference.arguments()), region(told, false, null), parent(told));
        } catch (ExpressionException wrong) {
            linker.problems()
                    .error(
                            KsyCode.BAD_VALUE,
                            type.part(wrong.at(), wrong.length()),
                            ExpressionCompiler.message(wrong),
                            null,
                            null);
            return new ParseBytes.Fixed(new byte[0]);
        }
    }

    private List<String> typeNames() {
        var names = new ArrayList<>(linker.names().types(node.spec()));
        names.addAll(List.of("str", "strz", "u1", "u2", "u4", "u8", "s1", "s2", "s4", "s8", "f4", "f8"));
        return names;
    }

    private ParseStruct.Parent parent(AttributeSpec told) {
        Text text = told.parent();
        if (text == null) {
            return ParseStruct.Parent.CREATOR;
        }
        return text.value().equals("false")
                ? new ParseStruct.Parent(true, null)
                : new ParseStruct.Parent(false, late(text));
    }

    /** Null if nothing says which bytes belong to it. */
    private @Nullable Region region(AttributeSpec told, boolean zeroEnded, @Nullable Encoding encoding) {
        byte[] terminator = told.terminator();
        int unit = encoding == null ? 1 : encoding.unit();
        if (zeroEnded && (terminator == null || terminator.length == 0)) {
            terminator = new byte[unit];
        }
        if (terminator != null && terminator.length == 0) {
            terminator = null;
        }
        Text size = told.size();
        Text process = told.process();
        if (size == null && !told.sizeToEnd() && terminator == null) {
            if (process != null) {
                linker.problems()
                        .error(
                                KsyCode.BAD_VALUE,
                                process.place(),
                                "`process` needs to know which bytes",
                                null,
                                "add `size` or `size-eos: true`");
            }
            return null;
        }
        return new Region(
                size == null ? null : late(size),
                told.sizeToEnd(),
                terminator,
                told.include(),
                told.consume(),
                told.endIsError(),
                told.padRight(),
                process == null ? null : process(process));
    }

    private @Nullable Treatment process(Text text) {
        try {
            Parser.Reference reference = Parser.reference(text.value());
            String name = String.join(".", reference.name().path());
            List<Node> arguments = late(text, reference.arguments());
            switch (name) {
                case "zlib" -> {
                    return new Treatment.Inflate();
                }
                case "xor", "rol", "ror" -> {
                    if (arguments.size() == 1) {
                        return name.equals("xor")
                                ? new Treatment.Xor(arguments.getFirst())
                                : new Treatment.Rotate(arguments.getFirst(), name.equals("rol"));
                    }
                    linker.problems()
                            .error(
                                    KsyCode.BAD_VALUE,
                                    text.place(),
                                    "`%s` takes one argument".formatted(name),
                                    null,
                                    null);
                }
                default ->
                    linker.problems()
                            .error(
                                    KsyCode.UNSUPPORTED,
                                    text.place(),
                                    "the process `%s` is code of others, which Herald does not run".formatted(name),
                                    null,
                                    "Herald does xor, rol, ror and zlib; for others, undo them before");
            }
        } catch (ExpressionException wrong) {
            linker.problems()
                    .error(
                            KsyCode.BAD_VALUE,
                            text.part(wrong.at(), wrong.length()),
                            ExpressionCompiler.message(wrong),
                            null,
                            null);
        }
        return null;
    }

    private Node late(Text text) {
        return linker.late(() -> ExpressionCompiler.compile(linker, node, text, Kind.ANY));
    }

    private List<Node> late(Text text, List<Expr> arguments) {
        return arguments.stream()
                .map(argument -> linker.late(() -> ExpressionCompiler.compile(linker, node, text, List.of(argument))
                        .getFirst()))
                .toList();
    }
}
