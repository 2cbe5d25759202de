package org.heralddata.adql.schema;

import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;

/**
 * The type of a value: what it is to ADQL, and how it is stored.
 *
 * <p>Geometries are lists of degrees, as DALI 1.1 serialises them (section 3.3): a point {@code [lon, lat]}, a circle
 * {@code [lon, lat, radius]}, a polygon {@code [lon, lat, lon, lat …]}, an interval {@code [low, high]}.
 *
 * @param element of each element, or of the value itself if {@code shape} is scalar
 */
public record ValueType(Kind kind, ColumnType element, Shape shape) {

    public static final ValueType TRUTH = scalar(Kind.TRUTH, ColumnType.BOOL);
    public static final ValueType SMALLINT = scalar(Kind.NUMBER, ColumnType.INT16);
    public static final ValueType INTEGER = scalar(Kind.NUMBER, ColumnType.INT32);
    public static final ValueType BIGINT = scalar(Kind.NUMBER, ColumnType.INT64);
    public static final ValueType REAL = scalar(Kind.NUMBER, ColumnType.FLOAT32);
    public static final ValueType DOUBLE = scalar(Kind.NUMBER, ColumnType.FLOAT64);
    public static final ValueType TEXT = scalar(Kind.TEXT, ColumnType.STRING);
    public static final ValueType TIME = scalar(Kind.TIME, ColumnType.TIMESTAMP);
    public static final ValueType NULL = scalar(Kind.NULL, ColumnType.STRING);
    public static final ValueType POINT = new ValueType(Kind.POINT, ColumnType.FLOAT64, Shape.of(2));
    public static final ValueType CIRCLE = new ValueType(Kind.CIRCLE, ColumnType.FLOAT64, Shape.of(3));
    public static final ValueType POLYGON = new ValueType(Kind.POLYGON, ColumnType.FLOAT64, Shape.LIST);
    public static final ValueType INTERVAL = new ValueType(Kind.INTERVAL, ColumnType.FLOAT64, Shape.of(2));
    public static final ValueType REGION = scalar(Kind.REGION, ColumnType.STRING);
    public static final ValueType MOC = scalar(Kind.MOC, ColumnType.STRING);
    public static final ValueType DOUBLES = new ValueType(Kind.LIST, ColumnType.FLOAT64, Shape.LIST);
    public static final ValueType BIGINTS = new ValueType(Kind.LIST, ColumnType.INT64, Shape.LIST);

    /** What a value is to ADQL. */
    public enum Kind {
        NUMBER,
        TEXT,
        TIME,
        TRUTH,
        BYTES,
        POINT,
        CIRCLE,
        POLYGON,
        INTERVAL,
        /** What unions, intersections and complements of other shapes are, as the text that they are written in. */
        REGION,
        /** A map of cells of the sky, as text. */
        MOC,
        /** A list without a meaning of its own: shown, not computed with. */
        LIST,
        /** Of {@code NULL} alone: fits everything. */
        NULL
    }

    /** The type of a column that is no geometry. */
    public static ValueType of(ColumnType element, Shape shape) {
        if (!shape.isScalar()) {
            return new ValueType(Kind.LIST, element, shape);
        }
        Kind kind = switch (element) {
            case BOOL -> Kind.TRUTH;
            case STRING -> Kind.TEXT;
            case TIMESTAMP -> Kind.TIME;
            case BYTES -> Kind.BYTES;
            default -> Kind.NUMBER;
        };
        return new ValueType(kind, element, shape);
    }

    private static ValueType scalar(Kind kind, ColumnType element) {
        return new ValueType(kind, element, Shape.SCALAR);
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean isInteger() {
        return kind == Kind.NUMBER && element.isInteger();
    }

    public boolean isGeometry() {
        return kind == Kind.POINT || kind == Kind.CIRCLE || kind == Kind.POLYGON;
    }

    /** True if values can be sorted, grouped and compared for order. */
    public boolean isOrdered() {
        return switch (kind) {
            case NUMBER, TEXT, TIME, TRUTH, NULL -> true;
            case BYTES, POINT, CIRCLE, POLYGON, INTERVAL, REGION, MOC, LIST -> false;
        };
    }

    /** As a user is told: {@code a number}. */
    public String words() {
        return switch (kind) {
            case NUMBER -> "a number";
            case TEXT -> "a string";
            case TIME -> "a timestamp";
            case TRUTH -> "a truth value";
            case BYTES -> "bytes";
            case POINT -> "a point";
            case CIRCLE -> "a circle";
            case POLYGON -> "a polygon";
            case INTERVAL -> "an interval";
            case REGION -> "a region";
            case MOC -> "a MOC";
            case LIST -> "a list";
            case NULL -> "NULL";
        };
    }
}
