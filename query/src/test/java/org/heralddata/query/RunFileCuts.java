package org.heralddata.query;

import java.util.Locale;
import java.util.Objects;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.CommonField;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.jspecify.annotations.Nullable;

/** What selections and orders see of a catalogued file. */
final class RunFileCuts {
    private RunFileCuts() {}

    static @Nullable String sortable(@Nullable FieldValue value) {
        return switch (value) {
            case null -> null;
            case FieldValue.Whole(var n) -> "%020d".formatted(n);
            case FieldValue.Time(var n) -> "%020d".formatted(n);
            case FieldValue.Real(var n) -> Double.isNaN(n) ? null : String.format(Locale.ROOT, "%030.9f", n);
            case FieldValue.Text(var text) -> text;
            case FieldValue.Truth(var truth) -> Boolean.toString(truth);
        };
    }

    static @Nullable FieldValue value(CataloguedFile file, String name) {
        TimeSpan span = file.metadata().span();
        return switch (CommonField.of(name).orElse(null)) {
            case null -> file.metadata().fields().get(name);
            case RUN ->
                file.metadata().run() == null
                        ? null
                        : new FieldValue.Whole(file.metadata().run());
            case ROWS ->
                file.metadata().rows() == null
                        ? null
                        : new FieldValue.Whole(file.metadata().rows());
            case BYTES -> new FieldValue.Whole(file.content().bytes());
            case TIME_START -> span == null ? null : new FieldValue.Time(span.start());
            case TIME_STOP -> span == null ? null : new FieldValue.Time(span.stop());
            case INSTRUMENT ->
                file.metadata().instrument() == null
                        ? null
                        : new FieldValue.Text(file.metadata().instrument());
            case STATE -> new FieldValue.Text(file.state().label());
            case PATH -> new FieldValue.Text(file.path());
            case NAME -> new FieldValue.Text(file.name());
            case COLLECTION -> new FieldValue.Text(file.collection().value());
            case SHA256 -> new FieldValue.Text(file.content().sha256());
            case ID, FORMAT, MODIFIED -> throw new UnsupportedOperationException("not in the fake: " + name);
        };
    }

    static boolean passes(CataloguedFile file, Cut cut) {
        return switch (cut) {
            case Cut.And(var parts) -> parts.stream().allMatch(p -> passes(file, p));
            case Cut.Or(var parts) -> parts.stream().anyMatch(p -> passes(file, p));
            case Cut.Not(var inner) -> !passes(file, inner);
            case Cut.Compare(var left, var how, var right) -> {
                Integer order = order(value(file, left.column()), right);
                yield order != null && how.holds(order);
            }
            case Cut.Between(var left, var low, var high) -> {
                Integer a = order(value(file, left.column()), low);
                Integer b = order(value(file, left.column()), high);
                yield a != null && b != null && a >= 0 && b <= 0;
            }
            case Cut.In(var left, var values) ->
                values.stream().anyMatch(v -> Objects.equals(order(value(file, left.column()), v), 0));
            case Cut.Like(var left, var pattern) ->
                value(file, left.column()) instanceof FieldValue.Text(var text)
                        && text.contains(pattern.replace("%", "").replace("\\", ""));
            case Cut.IsNull(var left) -> value(file, left.column()) == null;
            case Cut.Flag _, Cut.Cone _, Cut.Polygon _, Cut.AnyElement _ ->
                throw new UnsupportedOperationException("not in the fake: " + cut);
        };
    }

    private static @Nullable Integer order(@Nullable FieldValue value, Literal with) {
        return switch (value) {
            case FieldValue.Whole(var n)
            when with instanceof Literal.Quantity(var bound, var _) -> Double.compare((double) n, bound.doubleValue());
            case FieldValue.Real(var n)
            when !Double.isNaN(n) && with instanceof Literal.Quantity(var bound, var _) ->
                Double.compare(n, bound.doubleValue());
            case FieldValue.Time(var n) when with instanceof Literal.Time(var bound) -> Long.compare(n, bound);
            case FieldValue.Text(var text) when with instanceof Literal.Text(var bound) -> text.compareTo(bound);
            case null, default -> null;
        };
    }
}
