package org.heralddata.adql.typed;

import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.tree.TableReference.JoinType;
import org.jspecify.annotations.Nullable;

/** What rows come from. Aliases are ours, unique within a query. */
public sealed interface Relation {

    record Base(SchemaTable table, String alias) implements Relation {}

    record Derived(Query query, String alias) implements Relation {}

    /** A common table of the query, by our name for it. */
    record Common(String name, String alias) implements Relation {}

    /** @param on null if every row is joined with every other */
    record Joined(
            Relation left,
            Relation right,
            JoinType type,
            @Nullable Predicate on) implements Relation {}
}
