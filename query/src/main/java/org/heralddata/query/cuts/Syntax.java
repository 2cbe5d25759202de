package org.heralddata.query.cuts;

import java.util.List;
import org.heralddata.model.selection.Comparison;

/** A selection as written, not yet compared with any table. */
sealed interface Syntax {

    record And(List<Syntax> parts) implements Syntax {}

    record Or(List<Syntax> parts) implements Syntax {}

    record Not(Syntax inner) implements Syntax {}

    record Compare(Subject left, Comparison how, Value right) implements Syntax {}

    record Between(Subject left, Value low, Value high) implements Syntax {}

    record In(Subject left, List<Value> values) implements Syntax {}

    record Like(Subject left, Value pattern) implements Syntax {}

    record IsNull(Subject left) implements Syntax {}

    record Flag(Name name) implements Syntax {}

    record Cone(Name ra, Name dec, Value lon, Value lat, Value radius) implements Syntax {}

    /** @param corners longitude, latitude, longitude, … */
    record Polygon(Name ra, Name dec, List<Value> corners, Span span) implements Syntax {}

    record Any(Syntax element, Span span) implements Syntax {}

    /** Characters from {@code start}, {@code end} excluded. */
    record Span(int start, int end) {
        Span to(Span last) {
            return new Span(start, last.end);
        }
    }

    /** A column's name. */
    record Name(String text, Span span) {}

    /** What is compared: a column, or the length of a list column. */
    record Subject(Name name, boolean length) {}
}
