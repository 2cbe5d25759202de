package org.heralddata.formats.ksy.run;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.spec.Source;
import org.heralddata.formats.ksy.spec.Text;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One case of the test suite of Kaitai Struct: a {@code .kst} file, a format and data. */
final class ConformanceCase {
    private static final Map<String, KsyCode> EXCEPTIONS = Map.of(
            "EndOfStreamError", KsyCode.END_OF_STREAM,
            "UndecidedEndiannessError", KsyCode.UNDECIDED_ENDIAN,
            "ConversionError", KsyCode.CONVERSION,
            "ValidationNotEqualError", KsyCode.NOT_EQUAL,
            "ValidationLessThanError", KsyCode.LESS_THAN,
            "ValidationGreaterThanError", KsyCode.GREATER_THAN,
            "ValidationNotAnyOfError", KsyCode.NOT_ANY_OF,
            "ValidationNotInEnumError", KsyCode.NOT_IN_ENUM,
            "ValidationExprError", KsyCode.INVALID);
    private static final double TOLERANCE = 1e-6;

    private final Path formats;
    private final Path data;
    private final MappingNode kst;
    private final Source source;

    ConformanceCase(Path formats, Path data, Path kst) throws IOException {
        this.formats = formats;
        this.data = data;
        String text = Files.readString(kst);
        this.source = new Source(kst, kst.getFileName().toString(), text.lines().toList());
        this.kst = (MappingNode)
                new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow();
    }

    /** Null if it passes; else what is wrong. */
    @Nullable
    String run() throws IOException {
        try {
            return outcome();
        } catch (Refusal refused) {
            return DiagnosticText.render(refused.diagnostics()).strip();
        } catch (Failure failed) {
            return failed.code().id() + " " + failed.reason();
        }
    }

    private @Nullable String outcome() throws IOException {
        Program program = Program.compile(formats.resolve(text(value(kst, "id")) + ".ksy"));
        byte[] bytes = Files.readAllBytes(data.resolve(text(value(kst, "data"))));
        Struct whole = program.begin(ByteStream.ofFile(MemorySegment.ofArray(bytes)), new Run(10, bytes.length), "");
        Node exception = value(kst, "exception");
        if (exception != null) {
            return expect(exception, () -> Program.read(whole));
        }
        Program.read(whole);
        if (value(kst, "asserts") instanceof SequenceNode asserts) {
            for (Node each : asserts.getValue()) {
                String wrong = check(program, whole, (MappingNode) each);
                if (wrong != null) {
                    return wrong;
                }
            }
        }
        return null;
    }

    private @Nullable String check(Program program, Struct whole, MappingNode claim) {
        ScalarNode actual = (ScalarNode) value(claim, "actual");
        if (actual == null) {
            return "no `actual`";
        }
        Node exception = value(claim, "exception");
        if (exception != null) {
            return expect(exception, () -> program.evaluate(scalar(actual), whole));
        }
        Object got = program.evaluate(scalar(actual), whole);
        ScalarNode expected = (ScalarNode) value(claim, "expected");
        if (expected == null) {
            return "no `expected`";
        }
        Object wanted = expected.getValue().equals("null") ? null : program.evaluate(scalar(expected), whole);
        boolean same = Values.equal(got, wanted) || isNear(got, wanted);
        return same ? null : "%s is %s, not %s".formatted(actual.getValue(), Values.shown(got), Values.shown(wanted));
    }

    private static boolean isNear(@Nullable Object got, @Nullable Object wanted) {
        return got instanceof Double x
                && wanted instanceof Number y
                && Math.abs(x - y.doubleValue()) <= TOLERANCE * Math.abs(x);
    }

    private static @Nullable String expect(Node exception, Runnable action) {
        String type = exception instanceof ScalarNode scalar ? scalar.getValue() : text(value(exception, "type"));
        String message = exception instanceof MappingNode mapping && value(mapping, "message") != null
                ? text(value(mapping, "message"))
                : null;
        KsyCode wanted = EXCEPTIONS.get(type.replaceFirst("<.*", ""));
        try {
            action.run();
        } catch (Failure failure) {
            boolean as = failure.code() == wanted
                    && (message == null || failure.reason().equals(message));
            return as ? null : "%s (%s), not %s (%s)".formatted(failure.code(), failure.reason(), type, message);
        }
        return "no " + type;
    }

    private Text scalar(ScalarNode node) {
        return new Text(node.getValue().strip(), node, source);
    }

    private static @Nullable Node value(Node mapping, String key) {
        List<NodeTuple> entries = ((MappingNode) mapping).getValue();
        return entries.stream()
                .filter(e ->
                        e.getKeyNode() instanceof ScalarNode k && k.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
