package org.heralddata.descriptor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Severity;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What is wrong with one descriptor, collected while it is read. For one thread. */
final class Problems {
    private static final int MOST = 200;

    /** Entries and items that a descriptor may have, those behind aliases counted each time. */
    private static final int MAX_ITEMS = 200_000;

    private final String file;
    private final List<String> lines;
    private final SequencedSet<Diagnostic> found = new LinkedHashSet<>();
    private int items;

    Problems(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    /** Counts what is looked at, so that a small text whose aliases make it huge is left in time. */
    void spend(int more) {
        items += more;
        if (items > MAX_ITEMS) {
            throw new TooLargeException();
        }
    }

    /** The descriptor unfolds to more than any curator can mean. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** By place; what comes twice through an alias is told once. */
    List<Diagnostic> inOrder() {
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.<Diagnostic>comparingInt(Problems::lineOf).thenComparingInt(Problems::columnOf));
        return sorted;
    }

    boolean hasErrors() {
        return found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    void add(Diagnostic diagnostic) {
        if (found.size() < MOST) {
            found.add(diagnostic);
        }
    }

    void error(DescriptorCode code, Node at, String message, @Nullable String label, @Nullable String help) {
        add(new Diagnostic(Severity.ERROR, code, message, place(at), label, help));
    }

    void warning(DescriptorCode code, Node at, String message, @Nullable String label, @Nullable String help) {
        add(new Diagnostic(Severity.WARNING, code, message, place(at), label, help));
    }

    /** An error in a part of a text. */
    void error(
            DescriptorCode code,
            Text text,
            int start,
            int length,
            String message,
            String label,
            @Nullable String help) {
        add(new Diagnostic(Severity.ERROR, code, message, part(text, start, length), label, help));
    }

    /** Where a value stands; if it has several lines, on the first. */
    Location place(Node node) {
        Mark start = node.getStartMark().orElseThrow();
        Mark end = node.getEndMark().orElseThrow();
        String line = line(start.getLine());
        int to = end.getLine() == start.getLine()
                ? end.getColumn()
                : line.stripTrailing().length();
        return at(start.getLine(), start.getColumn(), to - start.getColumn());
    }

    /** A place by line and column from 0. */
    Location at(int line, int column, int length) {
        return new Location.InText(file, line + 1, column + 1, Math.max(1, length), line(line));
    }

    private Location part(Text text, int start, int length) {
        ScalarNode node = text.node();
        Mark mark = node.getStartMark().orElseThrow();
        int quote = node.isPlain() ? 0 : 1;
        int from = mark.getColumn() + quote;
        boolean asWritten = line(mark.getLine()).startsWith(text.value(), from);
        return asWritten ? at(mark.getLine(), from + start, length) : place(node);
    }

    private String line(int number) {
        return number < lines.size() ? lines.get(number) : "";
    }

    private static int lineOf(Diagnostic diagnostic) {
        return diagnostic.location() instanceof Location.InText text ? text.line() : 0;
    }

    private static int columnOf(Diagnostic diagnostic) {
        return diagnostic.location() instanceof Location.InText text ? text.column() : 0;
    }
}
