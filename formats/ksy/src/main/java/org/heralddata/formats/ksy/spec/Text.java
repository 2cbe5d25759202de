package org.heralddata.formats.ksy.spec;

import org.heralddata.model.diagnostic.Location;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A scalar of a .ksy file with its place.
 *
 * @param value as written, quotes and folding resolved
 */
public record Text(String value, ScalarNode node, Source source) {

    public Location place() {
        return source.place(node);
    }

    /** A part of it, if it stands on one line as written; else all of it. */
    public Location part(int start, int length) {
        Mark mark = node.getStartMark().orElseThrow();
        int from = mark.getColumn() + (node.isPlain() ? 0 : 1);
        boolean asWritten = source.line(mark.getLine()).startsWith(value, from);
        return asWritten ? source.at(mark.getLine(), from + start, length) : place();
    }
}
