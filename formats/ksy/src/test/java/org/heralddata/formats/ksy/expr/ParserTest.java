package org.heralddata.formats.ksy.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + 2 * 3; (1 + (2 * 3))",
                "1 - 2 - 3; ((1 - 2) - 3)",
                "a << 1 + 2; (a << (1 + 2))",
                "a & 1 == 0; ((a & 1) == 0)",
                "a | b ^ c & d; (a | (b ^ (c & d)))",
                "not a == b and c or d; (((not (a == b)) and c) or d)",
                "a ? b : c ? d : e; (a ? b : (c ? d : e))",
                "-a.b[1].c(2, 3); (- a.b[1].c(2, 3))",
                "a.as<u2[]>.size; a.as<u2[]>.size",
                "x::y::z; x::y::z",
                "0xfF_00 + 0b1010 + 0o17 + 1_000; (((65280 + 10) + 15) + 1000)",
                "sizeof<a::b> + bitsizeof<b3>; (sizeof<a::b> + bitsizeof<b3>)",
                "[1, 2,]; [1, 2]",
                "2.5e3 - .; fails",
                "1 < 2 < 3; fails",
                "a b; fails",
                "(a; fails",
                "12ab; fails",
                "a $ b; fails",
            })
    void bindsAsTheUserGuideSays(String text, String expected) throws ExpressionException {
        if (expected.equals("fails")) {
            assertThatThrownBy(() -> Parser.expression(text)).isInstanceOf(ExpressionException.class);
        } else {
            assertThat(shown(Parser.expression(text))).isEqualTo(expected);
        }
    }

    @Test
    void escapesStandForCharactersInDoubleQuotesOnly() throws ExpressionException {
        assertThat(Parser.expression("\"\\a\\t\\n\\e\\0\\123\\u263b\\\"\""))
                .isEqualTo(new Expr.Text("\u0007\t\n\u001b\0S\u263b\"", 0));
        assertThat(Parser.expression("''")).isEqualTo(new Expr.Text("", 0));
        assertThatThrownBy(() -> Parser.expression("'open")).hasMessageContaining("not closed");
        assertThat(Parser.expression("'\\n'")).isEqualTo(new Expr.Text("\\n", 0));
        assertThatThrownBy(() -> Parser.expression("\"\\q\"")).hasMessageContaining("\\q");
        assertThatThrownBy(() -> Parser.expression("\"\\u12\"")).hasMessageContaining("four");
    }

    @Test
    void formatTextsHoldExpressions() throws ExpressionException {
        assertThat(shown(Parser.expression("f\"n={a + 1}, {'x'}\\n\""))).isEqualTo("f(\"n=\"(a + 1)\", \"\"x\"\"\n\")");
        assertThatThrownBy(() -> Parser.expression("f\"{a")).isInstanceOf(ExpressionException.class);
    }

    @Test
    void nestingIsBounded() {
        for (String deep : new String[] {
            "(".repeat(5000), "-".repeat(5000) + "1", "not ".repeat(2000) + "a", "f\"{".repeat(2000), "[".repeat(5000)
        }) {
            assertThatThrownBy(() -> Parser.expression(deep)).isInstanceOf(ExpressionException.class);
        }
        assertThatThrownBy(() -> Parser.expression("1" + "+1".repeat(9000))).hasMessageContaining("at most");
    }

    @Test
    void referencesHaveArguments() throws ExpressionException {
        Parser.Reference reference = Parser.reference("outer::inner(a + 1, 'x')");
        assertThat(reference.name().bare()).isEqualTo("outer::inner");
        assertThat(reference.arguments()).hasSize(2);
        assertThat(Parser.arguments("")).isEmpty();
        assertThat(Parser.arguments("1, 2")).hasSize(2);
    }

    private static String shown(Expr expr) {
        return switch (expr) {
            case Expr.Whole whole -> whole.value().toString();
            case Expr.Real real -> Double.toString(real.value());
            case Expr.Text text -> "\"" + text.value() + "\"";
            case Expr.Format format ->
                "f(" + format.parts().stream().map(ParserTest::shown).collect(Collectors.joining()) + ")";
            case Expr.Truth truth -> Boolean.toString(truth.value());
            case Expr.Name name -> name.name();
            case Expr.Label label -> String.join("::", label.path());
            case Expr.Array array -> "[" + joined(array.items()) + "]";
            case Expr.Unary unary -> "(" + unary.operator() + " " + shown(unary.operand()) + ")";
            case Expr.Binary binary ->
                "(" + shown(binary.left()) + " " + binary.operator() + " " + shown(binary.right()) + ")";
            case Expr.Choice choice ->
                "(" + shown(choice.condition()) + " ? " + shown(choice.yes()) + " : " + shown(choice.no()) + ")";
            case Expr.Member member -> shown(member.target()) + "." + member.name();
            case Expr.Call call -> shown(call.target()) + "." + call.name() + "(" + joined(call.arguments()) + ")";
            case Expr.Index index -> shown(index.target()) + "[" + shown(index.index()) + "]";
            case Expr.Cast cast -> shown(cast.target()) + ".as<" + cast.type() + ">";
            case Expr.SizeOf size -> (size.bits() ? "bitsizeof<" : "sizeof<") + size.type() + ">";
        };
    }

    private static String joined(java.util.List<Expr> items) {
        return items.stream().map(ParserTest::shown).collect(Collectors.joining(", "));
    }
}
