package org.heralddata.adql.function;

import java.util.Locale;
import org.heralddata.adql.schema.ValueType;

/** What a function takes or gives, by the names that signatures use. */
public enum ParameterType {
    /** Any number, taken as {@code DOUBLE PRECISION}. */
    DOUBLE,
    /** Any number; a function that gives it gives the widest type of those that it takes. */
    NUMERIC,
    INTEGER,
    BIGINT,
    VARCHAR,
    TIMESTAMP,
    POINT,
    CIRCLE,
    POLYGON,
    /** A point, circle, polygon or region; what a function gives is of the kind that it takes. */
    GEOMETRY,
    /** Two numbers, low and high. */
    INTERVAL,
    /** Of any type, the same for all that are so called. */
    ANY,
    /** A list of numbers. */
    DOUBLES,
    /** A list of counts. */
    BIGINTS,
    /** Cells of the sky, also as text: {@code 3/1-3 4/7}. */
    MOC;

    static ParameterType of(String word) {
        return switch (word) {
            case "DOUBLE PRECISION", "REAL" -> DOUBLE;
            case "DOUBLE PRECISION[]" -> DOUBLES;
            case "BIGINT[]" -> BIGINTS;
            default -> valueOf(word.toUpperCase(Locale.ROOT));
        };
    }

    /** True if a value of a type can be given. */
    public boolean takes(ValueType type) {
        return switch (type.kind()) {
            case NULL -> true;
            case NUMBER ->
                switch (this) {
                    case DOUBLE, NUMERIC, ANY -> true;
                    case INTEGER, BIGINT -> type.isInteger();
                    default -> false;
                };
            case TEXT -> this == VARCHAR || this == ANY || this == MOC;
            case TIME -> this == TIMESTAMP || this == ANY;
            case POINT -> this == POINT || this == GEOMETRY;
            case CIRCLE -> this == CIRCLE || this == GEOMETRY;
            case POLYGON -> this == POLYGON || this == GEOMETRY;
            case INTERVAL -> this == INTERVAL;
            case REGION -> this == GEOMETRY;
            case MOC -> this == MOC;
            case LIST -> this == INTERVAL && type.element().isNumeric();
            case TRUTH -> this == ANY;
            case BYTES -> false;
        };
    }

    /** As a user is told: {@code a number}. */
    public String words() {
        return switch (this) {
            case DOUBLE, NUMERIC -> "a number";
            case INTEGER, BIGINT -> "an integer";
            case VARCHAR -> "a string";
            case TIMESTAMP -> "a timestamp";
            case POINT -> "a point";
            case CIRCLE -> "a circle";
            case POLYGON -> "a polygon";
            case GEOMETRY -> "a geometry";
            case INTERVAL -> "an interval";
            case ANY -> "a single value";
            case DOUBLES, BIGINTS -> "a list";
            case MOC -> "a MOC as a string";
        };
    }
}
