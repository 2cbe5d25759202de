package org.heralddata.store.iceberg;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.heralddata.store.write.WrittenFile;
import org.heralddata.store.write.WrittenFile.LeafStatistics;
import org.jspecify.annotations.Nullable;

/** Iceberg's metrics of a file from what DuckDB counted while writing it. */
public final class FileMetrics {
    private static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

    private FileMetrics() {}

    static Metrics of(WrittenFile file, Schema schema) {
        Map<Integer, Long> sizes = new HashMap<>();
        Map<Integer, Long> values = new HashMap<>();
        Map<Integer, Long> nulls = new HashMap<>();
        Map<Integer, Long> nans = new HashMap<>();
        Map<Integer, ByteBuffer> lower = new HashMap<>();
        Map<Integer, ByteBuffer> upper = new HashMap<>();
        file.statistics().forEach((path, leaf) -> {
            NestedField field = schema.findField(path);
            if (field == null || !field.type().isPrimitiveType()) {
                return;
            }
            int id = field.fieldId();
            sizes.put(id, leaf.bytes());
            values.put(id, leaf.values());
            nulls.put(id, leaf.nulls());
            if (leaf.nans() != null) {
                nans.put(id, leaf.nans());
            }
            if (!path.contains(".")) {
                bound(lower, id, field.type(), leaf.min());
                bound(upper, id, field.type(), leaf.max());
            }
        });
        return new Metrics(file.rows(), sizes, values, nulls, nans, lower, upper);
    }

    /** Least value of a 64-bit integer or, in microseconds since 1970, of a timestamp; null if there is none. */
    public static @Nullable Long least(@Nullable LeafStatistics leaf) {
        return leaf == null || leaf.min() == null ? null : longValue(leaf.min());
    }

    /** Greatest value, as {@link #least}. */
    public static @Nullable Long greatest(@Nullable LeafStatistics leaf) {
        return leaf == null || leaf.max() == null ? null : longValue(leaf.max());
    }

    private static void bound(Map<Integer, ByteBuffer> bounds, int id, Type type, @Nullable String printed) {
        if (printed == null) {
            return;
        }
        Object value = switch (type.typeId()) {
            case INTEGER -> (Object) Integer.valueOf(printed);
            case LONG, TIMESTAMP -> longValue(printed);
            case FLOAT -> (float) floating(printed);
            case DOUBLE -> floating(printed);
            case DECIMAL -> new BigDecimal(printed);
            // Long texts would have to be cut; flags have two values.
            default -> null;
        };
        if (value != null) {
            bounds.put(id, Conversions.toByteBuffer(type, value));
        }
    }

    private static double floating(String printed) {
        return switch (printed) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(printed);
        };
    }

    private static long longValue(String printed) {
        if (printed.indexOf(':') < 0) {
            return Long.parseLong(printed);
        }
        return ChronoUnit.MICROS.between(EPOCH, LocalDateTime.parse(printed.replace(' ', 'T')));
    }
}
