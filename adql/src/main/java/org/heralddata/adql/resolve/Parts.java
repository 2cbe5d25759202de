package org.heralddata.adql.resolve;

import java.util.List;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.typed.Value;

/** What circles are made of, whether written out or stored in a column. */
final class Parts {

    private Parts() {}

    static Value centre(Value circle) {
        return circle instanceof Value.Circle(var centre, var _)
                ? centre
                : new Value.Call(AdqlFunction.CENTROID, List.of(circle), ValueType.POINT);
    }

    /** {@code CIRCLE} of a stored circle stands for its radius. */
    static Value radius(Value circle) {
        return circle instanceof Value.Circle(var _, var radius)
                ? radius
                : new Value.Call(AdqlFunction.CIRCLE, List.of(circle), ValueType.DOUBLE);
    }
}
