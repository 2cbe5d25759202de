package org.heralddata.serve.event;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.query.RowStream;
import org.heralddata.query.cuts.TimeReader;
import org.jspecify.annotations.Nullable;

/** Few rows as values of JSON: numbers, texts, truths, lists, null. Times are ISO 8601; NaN and infinities texts. */
final class RowValues {

    private RowValues() {}

    /** All rows of a stream, by name of their columns. */
    static List<Map<String, @Nullable Object>> of(RowStream stream) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
            for (int row = 0; row < batch.rows(); row++) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                for (int i = 0; i < stream.columns().size(); i++) {
                    Column column = stream.columns().get(i);
                    values.put(column.name(), value(batch.vectors().get(i), row, column.type()));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static @Nullable Object value(Vector vector, int row, ColumnType type) {
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector) {
            case Vector.Longs longs -> whole(longs.values()[row], type);
            case Vector.Doubles doubles -> real(doubles.values()[row], type);
            case Vector.Strings strings -> strings.values()[row];
            case Vector.Blobs blobs -> Base64.getEncoder().encodeToString(blobs.values()[row]);
            case Vector.Lists lists -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                    list.add(value(lists.elements(), i, type));
                }
                yield Collections.unmodifiableList(list);
            }
        };
    }

    private static Object whole(long value, ColumnType type) {
        return switch (type) {
            case BOOL -> value != 0;
            case TIMESTAMP -> TimeReader.write(value);
            case UINT64 -> value < 0 ? (Object) Long.toUnsignedString(value) : (Object) value;
            default -> value;
        };
    }

    private static Object real(double value, ColumnType type) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return type == ColumnType.FLOAT32 ? (Object) (float) value : (Object) value;
    }
}
