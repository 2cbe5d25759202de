package org.heralddata.query.cuts;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.selection.Comparison;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.selection.Operand;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.QueryCode;
import org.heralddata.query.cuts.CutSchema.Column;
import org.heralddata.query.cuts.Literals.Unfit;
import org.heralddata.query.cuts.Syntax.Name;
import org.heralddata.query.cuts.Syntax.Subject;
import org.jspecify.annotations.Nullable;

/** Compares syntax with the columns of a table. Reports all mistakes together. */
final class CutChecker {
    private final String query;
    private final KnownColumns columns;
    private final Literals literals;
    private final SkyShapes shapes;
    private final List<Diagnostic> mistakes = new ArrayList<>();

    /** The list column of the {@code any(…)} that is being checked; null outside of one. */
    private @Nullable String list;

    private boolean inAny;

    private CutChecker(String query, CutSchema schema) {
        this.query = query;
        columns = new KnownColumns(query, schema);
        literals = new Literals(query);
        shapes = new SkyShapes(query, columns, literals);
    }

    static Cut check(String query, Syntax syntax, CutSchema schema) {
        var checker = new CutChecker(query, schema);
        Cut cut = checker.cut(syntax);
        if (!checker.mistakes.isEmpty()) {
            throw new Refusal(checker.mistakes);
        }
        return cut;
    }

    /** What stands for a part that has a mistake, so that the others are still checked, is not used. */
    private Cut cut(Syntax syntax) {
        try {
            return switch (syntax) {
                case Syntax.And(var parts) -> and(parts);
                case Syntax.Or(var parts) -> or(parts);
                case Syntax.Not(var inner) -> not(cut(inner));
                case Syntax.Compare(var left, var how, var right) -> compare(left, how, right);
                case Syntax.Between(var left, var low, var high) -> between(left, low, high);
                case Syntax.In(var left, var values) ->
                    new Cut.In(
                            operand(left),
                            values.stream()
                                    .map(v -> literal(left, v))
                                    .distinct()
                                    .toList());
                case Syntax.Like(var left, var pattern) -> like(left, pattern);
                case Syntax.IsNull(var left) -> isNull(left);
                case Syntax.Flag(var name) -> flag(name);
                case Syntax.Cone cone -> {
                    noAny(cone.ra());
                    yield shapes.cone(cone);
                }
                case Syntax.Polygon polygon -> {
                    noAny(polygon.ra());
                    yield shapes.polygon(polygon);
                }
                case Syntax.Any any -> any(any);
            };
        } catch (Unfit mistake) {
            mistakes.add(mistake.diagnostic);
            return Cut.EVERYTHING;
        }
    }

    private Cut and(List<Syntax> parts) {
        var cuts = new ArrayList<Cut>();
        for (Syntax part : parts) {
            Cut cut = cut(part);
            cuts.addAll(cut instanceof Cut.And(var inner) ? inner : List.of(cut));
        }
        return new Cut.And(cuts);
    }

    private Cut or(List<Syntax> parts) {
        var cuts = new ArrayList<Cut>();
        for (Syntax part : parts) {
            Cut cut = cut(part);
            cuts.addAll(cut instanceof Cut.Or(var inner) ? inner : List.of(cut));
        }
        return new Cut.Or(cuts);
    }

    private static Cut not(Cut inner) {
        return inner instanceof Cut.Not(var twice) ? twice : new Cut.Not(inner);
    }

    private Cut compare(Subject left, Comparison how, Value right) {
        Literal literal = literal(left, right);
        if (literal instanceof Literal.Truth && how != Comparison.EQUAL && how != Comparison.NOT_EQUAL) {
            throw literals.unfit(right, QueryCode.WRONG_TYPE, "truth values have no order", "use `=` or `!=`");
        }
        return new Cut.Compare(operand(left), how, literal);
    }

    private Cut between(Subject left, Value low, Value high) {
        Literal from = literal(left, low);
        Literal to = literal(left, high);
        boolean reversed = switch (from) {
            case Literal.Quantity(var value, var unit) ->
                to instanceof Literal.Quantity(var end, var same) && value.compareTo(end) > 0;
            case Literal.Time(var value) -> to instanceof Literal.Time(var end) && value > end;
            case Literal.Text(var value) -> to instanceof Literal.Text(var end) && value.compareTo(end) > 0;
            case Literal.Truth(var value) ->
                throw literals.unfit(low, QueryCode.WRONG_TYPE, "truth values have no order", null);
        };
        if (reversed) {
            throw new Unfit(Mistake.at(
                            query,
                            low.span().to(high.span()),
                            QueryCode.BAD_NUMBER,
                            "the interval ends before it begins, so it selects nothing")
                    .helped("write the smaller value first"));
        }
        return new Cut.Between(operand(left), from, to);
    }

    private Cut like(Subject left, Value pattern) {
        Column column = cell(left);
        if (column.type() != ColumnType.STRING || left.length()) {
            throw columns.unfit(
                    left.name(),
                    QueryCode.WRONG_TYPE,
                    "`like` is for strings, `%s` holds none".formatted(column.name()));
        }
        if (!(pattern instanceof Value.Text(var text, var span))) {
            throw literals.unfit(pattern, QueryCode.WRONG_TYPE, "a pattern is a string", "such as `'Crab%'`");
        }
        return new Cut.Like(operand(left), text);
    }

    private Cut isNull(Subject left) {
        Column column = columns.column(left.name());
        if (left.length()) {
            throw columns.unfit(
                    left.name(), QueryCode.WRONG_TYPE, "ask whether `%s` itself is null".formatted(column.name()));
        }
        noteElement(column, left.name());
        return new Cut.IsNull(new Operand.Cell(column.name()));
    }

    private Cut flag(Name name) {
        Column column = columns.column(name);
        if (column.type() != ColumnType.BOOL || !column.shape().isScalar() || inAny) {
            throw new Unfit(Mistake.at(
                            query,
                            name.span(),
                            QueryCode.SYNTAX,
                            "`%s` is not compared with anything".formatted(name.text()))
                    .labelled("not true or false by itself")
                    .helped("such as `%s > 0` or `%1$s is not null`".formatted(name.text())));
        }
        return new Cut.Flag(column.name());
    }

    /** Of a shape on the sky, before anything else of it. */
    private void noAny(Name ra) {
        if (inAny) {
            throw columns.unfit(ra, QueryCode.SYNTAX, "`any` looks at the elements of one list");
        }
    }

    private Cut any(Syntax.Any any) {
        if (inAny) {
            throw new Unfit(Mistake.at(query, any.span(), QueryCode.SYNTAX, "`any` cannot stand within `any`"));
        }
        inAny = true;
        list = null;
        try {
            Cut element = cut(any.element());
            String column = list;
            return column == null ? Cut.EVERYTHING : new Cut.AnyElement(column, element);
        } finally {
            inAny = false;
        }
    }

    private Operand operand(Subject subject) {
        Column column = cell(subject);
        return subject.length() ? new Operand.Length(column.name()) : new Operand.Cell(column.name());
    }

    private Literal literal(Subject subject, Value value) {
        Column column = cell(subject);
        return subject.length() ? literals.count(value) : literals.of(column, value);
    }

    /** The column of a subject, whose values (in {@code any}: elements) can be compared. */
    private Column cell(Subject subject) {
        Column column = columns.column(subject.name());
        if (subject.length()) {
            if (!column.shape().varies() || inAny) {
                throw columns.unfit(
                        subject.name(),
                        QueryCode.WRONG_TYPE,
                        inAny
                                ? "`any` looks at elements, not at lengths"
                                : "`%s` is no list of varying length".formatted(column.name()));
            }
            return column;
        }
        if (!inAny && !column.shape().isScalar()) {
            throw new Unfit(Mistake.at(
                            query,
                            subject.name().span(),
                            QueryCode.WRONG_TYPE,
                            "`%s` holds several values a row".formatted(column.name()))
                    .helped("write `any(%1$s > …)` or `length(%1$s) > …`".formatted(column.name())));
        }
        noteElement(column, subject.name());
        return column;
    }

    private void noteElement(Column column, Name name) {
        if (!inAny) {
            return;
        }
        if (column.shape().isScalar()) {
            throw columns.unfit(name, QueryCode.WRONG_TYPE, "`%s` is no list".formatted(column.name()));
        }
        if (list != null && !list.equals(column.name())) {
            throw columns.unfit(
                    name, QueryCode.WRONG_TYPE, "one `any` looks at one list, here at `%s`".formatted(list));
        }
        list = column.name();
    }
}
