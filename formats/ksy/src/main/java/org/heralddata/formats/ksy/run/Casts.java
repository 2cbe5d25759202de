package org.heralddata.formats.ksy.run;

import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** {@code value.as<type>}: says what a value is, and changes it only between bytes and arrays, or to fewer digits. */
final class Casts {

    private Casts() {}

    static @Nullable Object cast(@Nullable Object value, Kind wanted) {
        return switch (wanted.sort()) {
            case BYTES -> value == null ? null : Values.bytes(value);
            case REAL ->
                value instanceof Number number
                        ? (Object)
                                (wanted.column() == ColumnType.FLOAT32
                                        ? (double) number.floatValue()
                                        : number.doubleValue())
                        : value;
            case STRUCT -> {
                TypeNode type = wanted.struct();
                if (type != null && value instanceof Struct struct && struct.type() != type) {
                    throw new Failure(
                            KsyCode.CONVERSION,
                            "a `%s` is no `%s`".formatted(struct.type().name(), type.name()));
                }
                yield value;
            }
            case WHOLE, TRUTH, TEXT, ARRAY, STREAM, ANY -> value;
        };
    }
}
