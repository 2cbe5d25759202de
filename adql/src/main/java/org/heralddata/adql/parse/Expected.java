package org.heralddata.adql.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.heralddata.adql.grammar.AdqlParser;

/**
 * What could have stood at a place.
 *
 * @param words       such as "a value" or "`FROM`, `,` or `AS`"; empty if too much could
 * @param name        true if a name could
 * @param parenthesis true if only an opening parenthesis could
 */
record Expected(String words, boolean name, boolean parenthesis) {

    static final Expected NOTHING = new Expected("", false, false);

    /** More choices than this explain nothing. */
    private static final int MOST = 5;

    private static final List<Integer> OPERATORS = List.of(
            AdqlParser.ASTERISK,
            AdqlParser.SOLIDUS,
            AdqlParser.PLUS,
            AdqlParser.MINUS,
            AdqlParser.AMPERSAND,
            AdqlParser.CIRCUMFLEX,
            AdqlParser.BAR,
            AdqlParser.CONCATENATE,
            AdqlParser.PERIOD,
            AdqlParser.EQUAL,
            AdqlParser.NOT_EQUAL,
            AdqlParser.LESS,
            AdqlParser.LESS_OR_EQUAL,
            AdqlParser.GREATER,
            AdqlParser.GREATER_OR_EQUAL,
            AdqlParser.NOT,
            AdqlParser.BETWEEN,
            AdqlParser.IN,
            AdqlParser.LIKE,
            AdqlParser.ILIKE,
            AdqlParser.IS,
            AdqlParser.AND,
            AdqlParser.OR);

    static Expected of(IntervalSet set) {
        boolean name = set.contains(AdqlParser.IDENTIFIER);
        boolean value = set.contains(AdqlParser.UNSIGNED_INTEGER) && set.contains(AdqlParser.LEFT_PAREN);
        List<String> words = new ArrayList<>();
        if (value) {
            words.add("a value");
        } else {
            for (int type : set.toArray()) {
                if (type == AdqlParser.IDENTIFIER) {
                    words.add("a name");
                } else if (type == Token.EOF) {
                    words.add("the end");
                } else if (!isShownOtherwise(type, name)) {
                    words.add(word(type));
                }
            }
            if (words.isEmpty()) {
                words.add("an operator");
            }
        }
        boolean parenthesis = set.size() == 1 && set.contains(AdqlParser.LEFT_PAREN);
        return new Expected(words.size() > MOST ? "" : joined(words), name, parenthesis);
    }

    private static boolean isShownOtherwise(int type, boolean name) {
        return OPERATORS.contains(type)
                || type == AdqlParser.DELIMITED
                || type == AdqlParser.SEMICOLON
                || (type == AdqlParser.AS && name);
    }

    private static String word(int type) {
        return switch (type) {
            case AdqlParser.UNSIGNED_INTEGER -> "a whole number";
            case AdqlParser.STRING -> "a string";
            case AdqlParser.TYPE_NAME, AdqlParser.FUNCTION_NAME -> "a type";
            default -> {
                String literal = AdqlParser.VOCABULARY.getLiteralName(type);
                yield "`" + (literal == null ? AdqlParser.VOCABULARY.getSymbolicName(type) : bare(literal)) + "`";
            }
        };
    }

    private static String bare(String literal) {
        return literal.substring(1, literal.length() - 1);
    }

    private static String joined(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
