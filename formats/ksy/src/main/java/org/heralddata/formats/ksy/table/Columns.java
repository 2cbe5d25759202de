package org.heralddata.formats.ksy.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.run.Field;
import org.heralddata.formats.ksy.run.Kind;
import org.heralddata.formats.ksy.run.Member;
import org.heralddata.formats.ksy.run.TypeNode;
import org.heralddata.formats.ksy.spec.AttributeSpec;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row: scalars, those of structures within as {@code a.b}, repeated scalars and the scalars of repeated
 * structures as lists. Where a switch allows several structures, members of the same name are one column if they fit.
 */
final class Columns {
    static final Kind INDEX = new Kind(Kind.Sort.WHOLE, ColumnType.INT64, null, null, null);

    private static final int MOST_COLUMNS = 1000;
    private static final int MOST_LABELS = 12;
    private static final int LARGEST_FIXED = 1000;

    private final boolean labels;
    private final List<Diagnostic> notices;
    private final SequencedMap<String, ColumnPlan> plans = new LinkedHashMap<>();
    private final List<TypeNode> within = new ArrayList<>();

    Columns(boolean labels, List<Diagnostic> notices) {
        this.labels = labels;
        this.notices = notices;
    }

    List<ColumnPlan> plans() {
        return new ArrayList<>(plans.values());
    }

    /** Where a member is: what leads there. */
    private record Way(String prefix, List<String> steps, int level, int listAt, boolean guarded, long fixed) {

        Way into(Member member) {
            var longer = new ArrayList<>(steps);
            longer.add(member.name());
            boolean list = member instanceof Field field && field.isRepeated();
            return new Way(
                    prefix + member.name() + ".",
                    longer,
                    level,
                    list ? steps.size() : listAt,
                    guarded || member.isLazy(),
                    list && steps.isEmpty() ? count(member) : -1);
        }

        private static long count(Member member) {
            return member instanceof Field field ? field.fixedCount() : -1;
        }
    }

    void add(List<TypeNode> types, String prefix, List<String> steps, int level) {
        add(types, new Way(prefix, steps, level, -1, false, -1));
    }

    private void add(List<TypeNode> types, Way way) {
        for (TypeNode type : types) {
            if (within.contains(type)) {
                continue;
            }
            within.add(type);
            for (Member member : type.members()) {
                if (member.spec().named()
                        && member.spec().contents() == null
                        && !member.isParameter()
                        && plans.size() < MOST_COLUMNS) {
                    member(type, member, way);
                }
            }
            within.removeLast();
        }
    }

    private void member(TypeNode type, Member member, Way way) {
        Kind kind = member.kind();
        if (member instanceof Field field) {
            if (field.isRepeated() && way.listAt() >= 0) {
                return;
            }
            List<TypeNode> structs = field.structs();
            if (!structs.isEmpty()) {
                add(structs, way.into(field));
            }
            Kind scalar = field.scalars();
            if (scalar != null) {
                put(type, field, scalar, way.into(field));
            }
        } else if (kind.element() != null) {
            Way into = way.into(member);
            if (way.listAt() < 0) {
                put(
                        type,
                        member,
                        kind.element(),
                        new Way(
                                into.prefix(),
                                into.steps(),
                                into.level(),
                                way.steps().size(),
                                true,
                                -1));
            }
        } else if (kind.sort() != Kind.Sort.STRUCT && kind.sort() != Kind.Sort.STREAM) {
            put(type, member, kind, way.into(member));
        }
    }

    private void put(TypeNode type, Member member, Kind kind, Way way) {
        String name = way.prefix().substring(0, way.prefix().length() - 1);
        if (kind.column() == null) {
            if (kind.sort() == Kind.Sort.ANY) {
                notices.add(Diagnostic.warning(
                                KsyCode.UNDECIDED_TYPE,
                                "the type of `%s` cannot be told before the data are read, so it is no column"
                                        .formatted(name),
                                member.spec().place())
                        .helped("a cast such as `.as<u4>` says it"));
            }
            return;
        }
        ColumnPlan known = plans.get(name);
        if (known == null) {
            plans.put(name, plan(name, member.spec(), kind, way));
            return;
        }
        if (!known.steps().equals(way.steps()) || known.listAt() != way.listAt()) {
            return;
        }
        Kind both = known.kind().or(kind);
        if (both.column() != null) {
            plans.put(name, plan(name, member.spec(), both, way));
        } else {
            String last = member.name();
            String own = name.substring(0, name.length() - last.length()) + type.name() + "." + last;
            plans.putIfAbsent(own, plan(own, member.spec(), kind, way));
        }
    }

    private ColumnPlan plan(String name, AttributeSpec spec, Kind kind, Way way) {
        boolean named = labels && kind.labels() != null;
        Shape shape = way.listAt() < 0
                ? Shape.SCALAR
                : way.fixed() > 0 && way.fixed() <= LARGEST_FIXED ? Shape.of((int) way.fixed()) : Shape.LIST;
        Column column = new Column(
                name,
                named ? ColumnType.STRING : type(kind),
                shape,
                spec.unit(),
                spec.ucd(),
                description(spec, kind, named));
        return new ColumnPlan(column, kind, way.level(), way.steps(), way.listAt(), way.guarded(), named);
    }

    /** The one column of a table of scalars. */
    ColumnPlan scalar(Field field, Kind kind) {
        boolean named = labels && kind.labels() != null;
        Column column = new Column(
                field.name(),
                named ? ColumnType.STRING : type(kind),
                Shape.SCALAR,
                field.spec().unit(),
                field.spec().ucd(),
                description(field.spec(), kind, named));
        return new ColumnPlan(column, kind, ColumnPlan.ROW, List.of(field.name()), -1, false, named);
    }

    private static ColumnType type(Kind kind) {
        ColumnType type = kind.column();
        return type == null ? ColumnType.STRING : type;
    }

    private static @Nullable String description(AttributeSpec spec, Kind kind, boolean named) {
        if (kind.labels() == null || named) {
            return spec.doc();
        }
        Map<BigInteger, String> all = kind.labels();
        String meanings = all.entrySet().stream()
                .limit(MOST_LABELS)
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        String more = all.size() > MOST_LABELS ? ", …" : "";
        return (spec.doc() == null ? "" : spec.doc() + "; ") + meanings + more;
    }
}
