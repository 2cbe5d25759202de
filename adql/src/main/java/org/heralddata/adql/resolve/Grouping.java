package org.heralddata.adql.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heralddata.adql.typed.Children;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Value;
import org.jspecify.annotations.Nullable;

/** Finds columns that have no single value in a group. */
final class Grouping {
    private final Set<Value> grouped;
    private final Set<String> aliases;

    /** @param aliases of what the query itself selects from; columns of queries around it are constant here */
    Grouping(List<Value> groupBy, Set<String> aliases) {
        grouped = new HashSet<>(groupBy);
        this.aliases = aliases;
    }

    /** The first such column; null if there is none. */
    Value.@Nullable Column ungrouped(Value value) {
        if (grouped.contains(value) || SelectResolver.isAggregate(value)) {
            return null;
        }
        if (value instanceof Value.Column column) {
            return aliases.contains(column.relation()) ? column : null;
        }
        return first(Children.of(value));
    }

    Value.@Nullable Column ungrouped(Predicate predicate) {
        return first(Children.of(predicate));
    }

    private Value.@Nullable Column first(List<Value> values) {
        for (Value value : values) {
            Value.Column found = ungrouped(value);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
