package org.heralddata.formats.ksy.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.formats.ksy.expr.Expr;
import org.heralddata.formats.ksy.expr.ExpressionException;
import org.heralddata.formats.ksy.expr.Parser;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.mistake.Problems;
import org.heralddata.formats.ksy.spec.Loader;
import org.heralddata.formats.ksy.spec.Text;
import org.heralddata.formats.ksy.spec.TypeSpec;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** A compiled description. Not changed after compilation; safe for many threads. */
public final class Program {
    private final TypeNode main;
    private final List<Path> files;
    private final List<Diagnostic> warnings;
    private final Linker linker;

    private Program(TypeNode main, List<Path> files, List<Diagnostic> warnings, Linker linker) {
        this.main = main;
        this.files = files;
        this.warnings = warnings;
        this.linker = linker;
    }

    /**
     * Compiles a .ksy file and all that it imports.
     *
     * @throws Refusal with everything that is wrong
     */
    public static Program compile(Path file) throws IOException {
        var problems = new Problems();
        try {
            Loader.Loaded loaded = Loader.load(file, problems);
            TypeSpec main = loaded.main();
            if (main == null) {
                problems.refuseIfAny();
                throw new IllegalStateException("nothing loaded and nothing told");
            }
            var linker = new Linker(new Names(loaded.byName()), problems);
            TypeNode node = linker.node(main);
            loaded.byName().values().forEach(linker::node);
            link(linker);
            problems.refuseIfAny();
            return new Program(node, loaded.files(), problems.inOrder(), linker);
        } catch (StackOverflowError deep) {
            throw new Refusal(Diagnostic.error(
                    KsyCode.NOT_A_KSY,
                    "expressions or types depend on each other too deeply",
                    new Location.InFile(file.toString(), null, -1)));
        }
    }

    private static void link(Linker linker) {
        List<TypeCompiler> compilers = new ArrayList<>();
        for (TypeNode node : linker.nodes()) {
            compilers.add(new TypeCompiler(linker, node));
        }
        compilers.forEach(TypeCompiler::relate);
        compilers.forEach(TypeCompiler::declare);
        compilers.forEach(TypeCompiler::shape);
        compilers.forEach(TypeCompiler::bodies);
        linker.settle();
        for (TypeNode node : linker.nodes()) {
            for (Member member : node.members()) {
                if (member instanceof Field field) {
                    field.lookedAt(linker.isMentioned(field.name()));
                    if (field.parse() instanceof ParseSwitch choice) {
                        choice.settle();
                    }
                }
            }
            node.place();
        }
    }

    /** The type of the whole file. */
    public TypeNode main() {
        return main;
    }

    /** Real paths of the .ksy file and its imports. */
    public List<Path> files() {
        return files;
    }

    public List<Diagnostic> warnings() {
        return warnings;
    }

    /**
     * The whole file before any of its fields is read.
     *
     * @param arguments of its parameters, expressions between commas without names of fields
     * @throws Refusal if there are too few or too many
     */
    public Struct begin(ByteStream io, Run run, String arguments) {
        @Nullable Object[] given = arguments(arguments);
        if (given.length != main.parameters().size()) {
            throw new Refusal(Diagnostic.error(
                            KsyCode.UNKNOWN_OPTION,
                            "`%s` takes %d parameters, but %d are given"
                                    .formatted(main.name(), main.parameters().size(), given.length))
                    .helped("option `arguments` gives them, such as `arguments: \"3, 0x10\"`"));
        }
        return main.begin(null, null, io, run, given);
    }

    private static @Nullable Object[] arguments(String written) {
        try {
            List<Expr> parsed = Parser.arguments(written);
            @Nullable Object[] given = new Object[parsed.size()];
            for (int i = 0; i < given.length; i++) {
                given[i] = switch (parsed.get(i)) {
                    case Expr.Whole number -> Values.normal(number.value());
                    case Expr.Unary unary -> negative(unary, written);
                    case Expr.Real number -> number.value();
                    case Expr.Text text -> text.value();
                    case Expr.Truth truth -> truth.value();
                    default -> throw bad(written);
                };
            }
            return given;
        } catch (ExpressionException wrong) {
            throw bad(written);
        }
    }

    private static Object negative(Expr.Unary unary, String written) {
        if (unary.operator().equals("-") && unary.operand() instanceof Expr.Whole number) {
            return Values.normal(number.value().negate());
        }
        throw bad(written);
    }

    private static Refusal bad(String written) {
        return new Refusal(
                Diagnostic.error(KsyCode.UNKNOWN_OPTION, "option `arguments` cannot be `%s`".formatted(written))
                        .helped("numbers, texts in quotes, true or false, between commas"));
    }

    /** Reads all fields of a structure; what is wrong is a {@link Failure}. */
    public static void read(Struct struct) {
        try {
            struct.type().read(struct);
        } catch (StackOverflowError deep) {
            throw new Failure(KsyCode.LIMIT, "structures or expressions are nested too deeply");
        }
    }

    /**
     * An expression about a structure of the whole file, for tests and tools.
     *
     * @throws Refusal if it is wrong
     */
    @Nullable
    Object evaluate(Text expression, Struct whole) {
        Node node = ExpressionCompiler.compile(linker, whole.type(), expression, Kind.ANY);
        linker.problems().refuseIfAny();
        return node.value(whole);
    }
}
