package org.heralddata.formats.ksy.spec;

import java.nio.file.Path;
import java.util.List;
import org.heralddata.model.diagnostic.Location;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A .ksy file.
 *
 * @param path  real path
 * @param shown its name in diagnostics
 * @param lines its text
 */
public record Source(Path path, String shown, List<String> lines) {

    /** Where a node stands; if it has several lines, on the first. */
    public Location place(Node node) {
        Mark start = node.getStartMark().orElseThrow();
        Mark end = node.getEndMark().orElseThrow();
        int to = end.getLine() == start.getLine()
                ? end.getColumn()
                : line(start.getLine()).stripTrailing().length();
        return at(start.getLine(), start.getColumn(), to - start.getColumn());
    }

    /** A place by line and column from 0. */
    Location at(int line, int column, int length) {
        return new Location.InText(shown, line + 1, column + 1, Math.max(1, length), line(line));
    }

    String line(int number) {
        return number < lines.size() ? lines.get(number) : "";
    }
}
