package org.heralddata.adql.typed;

import java.util.List;
import org.heralddata.adql.tree.Condition.Comparison;
import org.heralddata.model.coverage.SpaceMoc;

/** A condition whose names are resolved and whose types fit. */
public sealed interface Predicate {

    /** Holds for all rows. */
    Predicate TRUE = new And(List.of());

    /** Holds for none. */
    Predicate FALSE = new Not(TRUE);

    record And(List<Predicate> parts) implements Predicate {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Predicate> parts) implements Predicate {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Predicate inner) implements Predicate {}

    record Compare(Value left, Comparison how, Value right) implements Predicate {}

    record Between(Value value, Value low, Value high, boolean negated) implements Predicate {}

    record In(Value value, List<Value> values, boolean negated) implements Predicate {
        public In {
            values = List.copyOf(values);
        }
    }

    record InQuery(Value value, Query query, boolean negated) implements Predicate {}

    record Like(Value value, Value pattern, boolean anyCase, boolean negated) implements Predicate {}

    record IsNull(Value value, boolean negated) implements Predicate {}

    record Exists(Query query) implements Predicate {}

    /**
     * Two points are no farther apart than a radius in degrees.
     *
     * @param inclusive false if they must be nearer
     */
    record Within(Value point, Value centre, Value radius, boolean inclusive) implements Predicate {}

    /** A point lies in a polygon or on its border. */
    record InPolygon(Value point, Value polygon) implements Predicate {}

    /** A point lies in one of some cells. */
    record InCells(Value point, SpaceMoc moc) implements Predicate {}

    /** A shape lies in another, border included; neither is a point. */
    record Covers(Value outer, Value inner) implements Predicate {}

    /** Two shapes have a point in common; neither is a point. */
    record Overlaps(Value first, Value second) implements Predicate {}
}
