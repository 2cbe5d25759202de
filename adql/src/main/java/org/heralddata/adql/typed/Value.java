package org.heralddata.adql.typed;

import java.math.BigDecimal;
import java.util.List;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Expression.AggregateFunction;
import org.heralddata.adql.tree.Expression.BinaryOperator;
import org.heralddata.adql.tree.Expression.UnaryOperator;
import org.heralddata.model.coverage.SpaceMoc;
import org.jspecify.annotations.Nullable;

/** An expression whose names are resolved and whose type is known. */
public sealed interface Value {

    ValueType type();

    /**
     * A column of a relation.
     *
     * @param relation alias of the relation
     * @param column   name in the relation
     * @param stored   the column of a table that it is; null if a query made it
     */
    record Column(
            String relation,
            String column,
            ValueType type,
            @Nullable SchemaColumn stored) implements Value {}

    /** @param number of a type that holds it */
    record Numeral(BigDecimal number, ValueType type) implements Value {}

    record Text(String text) implements Value {
        @Override
        public ValueType type() {
            return ValueType.TEXT;
        }
    }

    /** @param nanoseconds since 1970, UTC */
    record Time(long nanoseconds) implements Value {
        @Override
        public ValueType type() {
            return ValueType.TIME;
        }
    }

    record Truth(boolean truth) implements Value {
        @Override
        public ValueType type() {
            return ValueType.TRUTH;
        }
    }

    record Null() implements Value {
        @Override
        public ValueType type() {
            return ValueType.NULL;
        }
    }

    record Unary(UnaryOperator operator, Value operand, ValueType type) implements Value {}

    record Binary(BinaryOperator operator, Value left, Value right, ValueType type) implements Value {}

    record Call(AdqlFunction function, List<Value> arguments, ValueType type) implements Value {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** @param argument null for {@code COUNT(*)} */
    record Aggregate(
            AggregateFunction function,
            boolean distinct,
            @Nullable Value argument,
            ValueType type) implements Value {}

    record Case(List<When> whens, @Nullable Value otherwise, ValueType type) implements Value {
        public Case {
            whens = List.copyOf(whens);
        }
    }

    record When(Predicate condition, Value value) {}

    /** @param length of a string; null if any. {@code padded} for {@code CHAR(n)} */
    record Cast(Value value, ValueType type, @Nullable Integer length, boolean padded) implements Value {}

    record ScalarQuery(Query query, ValueType type) implements Value {}

    /** A number in another unit: {@code value * numerator / denominator + offset}. */
    record Converted(Value value, double numerator, double denominator, double offset) implements Value {
        @Override
        public ValueType type() {
            return ValueType.DOUBLE;
        }
    }

    /** 1 where a predicate holds, 0 where it does not, NULL where that is unknown. */
    record Indicator(Predicate predicate) implements Value {
        @Override
        public ValueType type() {
            return ValueType.INTEGER;
        }
    }

    /** A position by its coordinates in degrees. */
    record Point(Value lon, Value lat) implements Value {
        @Override
        public ValueType type() {
            return ValueType.POINT;
        }
    }

    /** A circle by its centre, a point, and its radius in degrees. */
    record Circle(Value centre, Value radius) implements Value {
        @Override
        public ValueType type() {
            return ValueType.CIRCLE;
        }
    }

    /** A polygon by its vertices, three points or more. */
    record Polygon(List<Value> vertices) implements Value {
        public Polygon {
            vertices = List.copyOf(vertices);
        }

        @Override
        public ValueType type() {
            return ValueType.POLYGON;
        }
    }

    /** The angle between two points, degrees. */
    record Separation(Value from, Value to) implements Value {
        @Override
        public ValueType type() {
            return ValueType.DOUBLE;
        }
    }

    /** Shapes combined, all constants. */
    record Compound(Combination how, List<Value> parts, String written) implements Value {
        public Compound {
            parts = List.copyOf(parts);
        }

        @Override
        public ValueType type() {
            return ValueType.REGION;
        }
    }

    /** How shapes are combined; the complement is of one. */
    enum Combination {
        UNION,
        INTERSECTION,
        COMPLEMENT
    }

    /** Cells of the sky. */
    record Cells(SpaceMoc moc) implements Value {
        @Override
        public ValueType type() {
            return ValueType.MOC;
        }
    }
}
