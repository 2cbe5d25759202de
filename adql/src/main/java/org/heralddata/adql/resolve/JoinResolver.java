package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.resolve.Scope.From;
import org.heralddata.adql.resolve.Scope.Named;
import org.heralddata.adql.resolve.Scope.Source;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Condition.Comparison;
import org.heralddata.adql.tree.Identifier;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.tree.TableReference;
import org.heralddata.adql.tree.TableReference.JoinType;
import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;
import org.jspecify.annotations.Nullable;

/** Resolves joins: by a condition, by columns of the same name, or by nothing. */
final class JoinResolver {
    private final Resolver resolver;
    private final QueryResolver queries;

    JoinResolver(Resolver resolver, QueryResolver queries) {
        this.resolver = resolver;
        this.queries = queries;
    }

    From join(TableReference.Join join, FromResolver tables, @Nullable Scope outer) {
        From left = tables.from(join.left(), outer);
        From right = tables.from(join.right(), outer);
        List<Source> sources = new ArrayList<>(left.sources());
        sources.addAll(right.sources());
        if (join.natural() || !join.using().isEmpty()) {
            if (join.natural() && (join.on() != null || !join.using().isEmpty())) {
                resolver.problems.add(
                        join.span(), AdqlCode.BAD_JOIN, "a NATURAL join takes neither ON nor USING", null);
            }
            return byName(join, left, right, sources);
        }
        List<Named> visible = new ArrayList<>(left.visible());
        visible.addAll(right.visible());
        if (join.on() == null) {
            if (join.type() != JoinType.CROSS) {
                resolver.problems.add(
                        join.right().span(),
                        AdqlCode.BAD_JOIN,
                        "the join does not say which rows belong together",
                        "add ON condition or USING (column), or write CROSS JOIN for all pairs of rows");
            }
            return new From(
                    new Relation.Joined(left.relation(), right.relation(), join.type(), null), sources, visible);
        }
        var values = new ValueResolver(resolver, queries, new Scope(sources, visible, outer), ValueResolver.Mode.ROWS);
        Predicate on = new PredicateResolver(values).predicate(join.on());
        return new From(new Relation.Joined(left.relation(), right.relation(), join.type(), on), sources, visible);
    }

    private From byName(TableReference.Join join, From left, From right, List<Source> sources) {
        var merged = new ArrayList<Named>();
        var equal = new ArrayList<Predicate>();
        Set<Named> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Identifier name : join.natural() ? common(left, right) : join.using()) {
            Named l = only(left, name, join);
            Named r = only(right, name, join);
            if (l == null || r == null) {
                continue;
            }
            ValueType type = Types.common(l.value().type(), r.value().type()).orElse(null);
            if (type == null || !type.isOrdered()) {
                resolver.problems.add(
                        place(name, join),
                        AdqlCode.WRONG_TYPE,
                        "the columns `%s` cannot be compared: %s and %s"
                                .formatted(
                                        name.text(),
                                        l.value().type().words(),
                                        r.value().type().words()),
                        null);
                continue;
            }
            equal.add(new Predicate.Compare(l.value(), Comparison.EQUAL, r.value()));
            gone.add(l);
            gone.add(r);
            Value value = switch (join.type()) {
                case RIGHT -> r.value();
                case FULL -> new Value.Call(AdqlFunction.COALESCE, List.of(l.value(), r.value()), type);
                default -> l.value();
            };
            merged.add(new Named(l.name(), value, l.meta()));
        }
        List<Named> visible = new ArrayList<>(merged);
        left.visible().stream().filter(c -> !gone.contains(c)).forEach(visible::add);
        right.visible().stream().filter(c -> !gone.contains(c)).forEach(visible::add);
        if (equal.isEmpty() && join.natural()) {
            resolver.problems.add(
                    join.right().span(),
                    AdqlCode.BAD_JOIN,
                    "the tables of this NATURAL join have no column in common",
                    "say how they belong together by ON");
        }
        Predicate on = equal.size() == 1 ? equal.getFirst() : new Predicate.And(equal);
        return new From(new Relation.Joined(left.relation(), right.relation(), join.type(), on), sources, visible);
    }

    private static List<Identifier> common(From left, From right) {
        Set<String> names = new LinkedHashSet<>();
        right.visible().forEach(c -> names.add(c.name().toLowerCase(Locale.ROOT)));
        return left.visible().stream()
                .map(Named::name)
                .filter(n -> names.contains(n.toLowerCase(Locale.ROOT)))
                .distinct()
                .map(n -> new Identifier(n, false, new Span(0, 0)))
                .toList();
    }

    private static Span place(Identifier name, TableReference.Join join) {
        return name.span().end() > 0 ? name.span() : join.right().span();
    }

    private @Nullable Named only(From from, Identifier name, TableReference.Join join) {
        List<Named> found =
                from.visible().stream().filter(c -> name.names(c.name())).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        resolver.problems.add(
                place(name, join),
                found.isEmpty() ? AdqlCode.NO_COLUMN : AdqlCode.AMBIGUOUS,
                found.isEmpty()
                        ? "one side of the join has no column `%s`".formatted(name.text())
                        : "one side of the join has several columns `%s`".formatted(name.text()),
                "join by ON instead");
        return null;
    }
}
