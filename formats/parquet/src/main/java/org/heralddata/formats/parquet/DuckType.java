package org.heralddata.formats.parquet;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A type as DuckDB spells it, such as {@code STRUCT(a INTEGER, b DOUBLE[])[]}. */
sealed interface DuckType {

    /** @param name without parameters, such as {@code DECIMAL} */
    record Scalar(String name, String parameters) implements DuckType {}

    /** Of any length. */
    record ListOf(DuckType element) implements DuckType {}

    record Struct(SequencedMap<String, DuckType> fields) implements DuckType {}

    static DuckType parse(String spelled) {
        return new Parser(spelled).type();
    }

    /** Recursive descent over the spelling. */
    final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        DuckType type() {
            DuckType type = bare();
            while (at < text.length() && text.charAt(at) == '[') {
                at = text.indexOf(']', at) + 1;
                type = new ListOf(type);
            }
            return type;
        }

        private DuckType bare() {
            int start = at;
            while (at < text.length() && "(,)[".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String name = text.substring(start, at).strip();
            if (at == text.length() || text.charAt(at) != '(') {
                return new Scalar(name, "");
            }
            if (name.equals("STRUCT")) {
                return struct();
            }
            int open = at++;
            for (int depth = 1; depth > 0 && at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '\'' || c == '"') {
                    at = text.indexOf(c, at + 1);
                }
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            return new Scalar(name, text.substring(open + 1, at - 1));
        }

        private DuckType struct() {
            var fields = new LinkedHashMap<String, DuckType>();
            while (at < text.length() && text.charAt(at) != ')') {
                at++;
                while (text.charAt(at) == ' ') {
                    at++;
                }
                String field = fieldName();
                at++;
                fields.put(field, type());
            }
            at++;
            return new Struct(fields);
        }

        private String fieldName() {
            if (text.charAt(at) != '"') {
                int start = at;
                at = text.indexOf(' ', at);
                return text.substring(start, at);
            }
            int start = ++at;
            while (text.charAt(at) != '"' || (at + 1 < text.length() && text.charAt(at + 1) == '"')) {
                at += text.charAt(at) == '"' ? 2 : 1;
            }
            return text.substring(start, at++).replace("\"\"", "\"");
        }
    }
}
