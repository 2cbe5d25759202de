package org.heralddata.formats.ksy.table;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.run.Field;
import org.heralddata.formats.ksy.run.Kind;
import org.heralddata.formats.ksy.run.Member;
import org.heralddata.formats.ksy.run.TypeNode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;

/**
 * The tables of a description: every field that is repeated, wherever it stands, of structures; and of scalars outside of
 * other tables. A description without any gives one table of one row.
 */
final class Layout {
    private static final int MOST_TABLES = 200;
    private static final int MOST_DEPTH = 20;

    private final boolean labels;
    private final boolean outer;
    private final List<TablePlan> tables = new ArrayList<>();
    private final List<Diagnostic> notices = new ArrayList<>();
    private final List<TypeNode> within = new ArrayList<>();

    private Layout(boolean labels, boolean outer) {
        this.labels = labels;
        this.outer = outer;
    }

    /** A repeated field on the way to a table: its step, and the structures that it may hold. */
    private record Outer(int step, List<String> path, List<TypeNode> types) {}

    /** Tables and what was left out. */
    record Found(List<TablePlan> tables, List<Diagnostic> notices) {}

    /**
     * Looks through a description.
     *
     * @param labels enumerations as texts
     * @param outer  columns of the rows around, too
     */
    static Found of(TypeNode main, boolean labels, boolean outer) {
        var layout = new Layout(labels, outer);
        layout.look(List.of(main), List.of(), List.of());
        if (layout.tables.isEmpty()) {
            var columns = layout.columns(List.of(main), ColumnPlan.ROW);
            if (!columns.isEmpty()) {
                layout.tables.add(new TablePlan(
                        main.name(), List.of(), null, columns, main.spec().doc()));
            }
        }
        return new Found(List.copyOf(layout.tables), List.copyOf(layout.notices));
    }

    private void look(List<TypeNode> types, List<String> path, List<Outer> around) {
        for (TypeNode type : types) {
            if (within.contains(type) || path.size() > MOST_DEPTH) {
                continue;
            }
            within.add(type);
            for (Member member : type.members()) {
                if (member instanceof Field field && field.spec().named()) {
                    field(field, path, around);
                }
            }
            within.removeLast();
        }
    }

    private void field(Field field, List<String> path, List<Outer> around) {
        List<String> here = with(path, field.name());
        List<TypeNode> structs = field.structs();
        if (!field.isRepeated()) {
            if (!structs.isEmpty()) {
                look(structs, here, around);
            }
            return;
        }
        if (tables.stream().anyMatch(t -> t.path().equals(here)) || tables.size() >= MOST_TABLES) {
            return;
        }
        if (structs.isEmpty()) {
            if (around.isEmpty()) {
                scalar(field, here);
            }
            return;
        }
        List<ColumnPlan> columns = columns(structs, ColumnPlan.ROW);
        for (Outer each : around) {
            columns.addAll(outer(each, columns));
        }
        if (!columns.isEmpty()) {
            tables.add(new TablePlan(String.join("/", here), here, null, columns, doc(field, structs)));
        }
        var inner = new ArrayList<>(around);
        inner.add(new Outer(path.size(), here, structs));
        look(structs, here, inner);
    }

    private void scalar(Field field, List<String> path) {
        Kind kind = field.scalars();
        if (kind == null || kind.column() == null) {
            notices.add(Diagnostic.warning(
                    KsyCode.UNDECIDED_TYPE,
                    "the elements of `%s` are of several types and make no table".formatted(field.name()),
                    field.spec().place()));
            return;
        }
        var plan = new Columns(labels, notices).scalar(field, kind);
        tables.add(new TablePlan(
                String.join("/", path),
                path,
                kind,
                List.of(plan),
                String.valueOf(plan.column().description())));
    }

    private List<ColumnPlan> columns(List<TypeNode> types, int level) {
        var columns = new Columns(labels, notices);
        columns.add(types, "", List.of(), level);
        return columns.plans();
    }

    /** The number of the row around, and if wished its scalars that are read before this table begins. */
    private List<ColumnPlan> outer(Outer around, List<ColumnPlan> known) {
        String prefix = String.join(".", around.path()) + ".";
        var more = new ArrayList<ColumnPlan>();
        more.add(new ColumnPlan(
                Column.of(prefix + "_index", ColumnType.INT64)
                        .withDescription("Number of the row of " + String.join("/", around.path()) + ", from 0"),
                Columns.INDEX,
                around.step(),
                List.of(),
                -1,
                false,
                false));
        if (outer) {
            for (ColumnPlan plan : columns(around.types(), around.step() + 1)) {
                if (plan.listAt() < 0) {
                    Column column = plan.column();
                    more.add(new ColumnPlan(
                            new Column(
                                    prefix + column.name(),
                                    column.type(),
                                    column.shape(),
                                    column.unit(),
                                    column.ucd(),
                                    column.description()),
                            plan.kind(),
                            plan.level(),
                            plan.steps(),
                            -1,
                            true,
                            plan.labels()));
                }
            }
        }
        more.removeIf(plan -> known.stream()
                .anyMatch(k -> k.column().name().equals(plan.column().name())));
        return more;
    }

    private static String doc(Field field, List<TypeNode> structs) {
        String own = field.spec().doc();
        return own != null ? own : structs.getFirst().spec().doc();
    }

    private static List<String> with(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
