package org.heralddata.model.diagnostic;

import java.util.List;
import java.util.Locale;

/** Renders diagnostics for a terminal or a log, in the manner of {@code rustc}: message, place, line, caret, help. */
public final class DiagnosticText {

    private DiagnosticText() {}

    /** All diagnostics, each followed by an empty line. */
    public static String render(List<Diagnostic> diagnostics) {
        var out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            out.append(render(diagnostic)).append('\n');
        }
        return out.toString();
    }

    /** One diagnostic, ending with a line break. */
    public static String render(Diagnostic diagnostic) {
        var out = new StringBuilder();
        out.append(diagnostic.severity().name().toLowerCase(Locale.ROOT))
                .append('[')
                .append(diagnostic.code().id())
                .append("]: ")
                .append(diagnostic.message())
                .append('\n');
        String label = diagnostic.label() == null ? "" : " " + diagnostic.label();
        switch (diagnostic.location()) {
            case Location.Nowhere() -> {}
            case Location.InText(var file, var line, var column, var length, var text) -> {
                out.append("  --> %s:%d:%d%n".formatted(file, line, column));
                excerpt(out, Integer.toString(line), text, column - 1, length, label);
            }
            case Location.InFile(var file, var path, var offset) -> {
                out.append("  --> ").append(file);
                if (path != null) {
                    out.append(", ").append(path);
                }
                if (offset >= 0) {
                    out.append(", byte ").append(offset);
                }
                out.append('\n');
            }
            case Location.InQuery(var query, var start, var length) -> queryExcerpt(out, query, start, length, label);
        }
        if (diagnostic.help() != null) {
            out.append("help: ").append(diagnostic.help()).append('\n');
        }
        return out.toString();
    }

    private static void queryExcerpt(StringBuilder out, String query, int start, int length, String label) {
        int from = query.lastIndexOf('\n', Math.min(start, query.length()) - 1) + 1;
        int to = query.indexOf('\n', Math.min(start, query.length()));
        String line = query.substring(from, to < 0 ? query.length() : to);
        long number = query.substring(0, from).chars().filter(c -> c == '\n').count() + 1;
        out.append("  --> query:%d:%d%n".formatted(number, start - from + 1));
        excerpt(out, Long.toString(number), line, start - from, length, label);
    }

    private static void excerpt(StringBuilder out, String number, String text, int from, int length, String label) {
        String shown = text.replace('\t', ' ');
        int room = Math.max(1, Math.min(length, Math.max(1, shown.length() - from)));
        out.append(number).append(" | ").append(shown).append('\n');
        out.repeat(' ', number.length()).append(" | ");
        out.repeat(' ', Math.max(0, from)).repeat('^', room).append(label).append('\n');
    }
}
