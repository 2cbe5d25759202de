package org.heralddata.store.iceberg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.Schema;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.heralddata.model.table.Column;
import org.heralddata.store.write.StoredColumn;
import org.heralddata.store.write.StoredField;
import org.heralddata.store.write.StoredField.Kind;
import org.jspecify.annotations.Nullable;

/** Iceberg's schema of a table, new or grown. */
final class IcebergSchemas {

    private IcebergSchemas() {}

    /** The schema of a table that does not exist yet, numbered as Iceberg will number it. */
    static Schema fresh(List<StoredColumn> columns) {
        var id = new AtomicInteger();
        List<NestedField> fields = new ArrayList<>();
        for (StoredColumn column : columns) {
            for (StoredField field : column.fields()) {
                fields.add(NestedField.optional(id.incrementAndGet(), field.name(), type(field, id), doc(column)));
            }
        }
        return TypeUtil.assignIncreasingFreshIds(new Schema(fields));
    }

    /**
     * Brings a schema to the columns of a new release: adds, widens (int to long, float to double) and removes; a column
     * whose type changed otherwise is a new column of the old name. What remains keeps its field id.
     */
    static UpdateSchema grow(UpdateSchema update, Schema present, List<StoredColumn> columns) {
        Map<String, StoredField> wanted =
                StoredColumn.fields(columns).stream().collect(Collectors.toMap(StoredField::name, Function.identity()));
        for (NestedField field : present.columns()) {
            StoredField next = wanted.get(field.name());
            if (next == null || !readableAs(field.type(), next)) {
                update.deleteColumn(field.name());
            }
        }
        @Nullable String before = null;
        for (StoredColumn column : columns) {
            for (StoredField field : column.fields()) {
                NestedField old = present.findField(field.name());
                if (old == null || !readableAs(old.type(), field)) {
                    update.addColumn(field.name(), type(field, new AtomicInteger(1)), doc(column));
                } else {
                    widen(update, old, field);
                    update.updateColumnDoc(field.name(), doc(column));
                }
                if (before == null) {
                    update.moveFirst(field.name());
                } else {
                    update.moveAfter(field.name(), before);
                }
                before = field.name();
            }
        }
        return update;
    }

    /** Field ids by dotted path. */
    static Map<String, Integer> ids(Schema schema) {
        return new TreeMap<>(TypeUtil.indexByName(schema.asStruct()));
    }

    private static void widen(UpdateSchema update, NestedField old, StoredField field) {
        if (!element(old.type()).equals(primitive(field.kind()))) {
            update.updateColumn(field.name() + ".element".repeat(field.levels()), primitive(field.kind()));
        }
    }

    private static boolean readableAs(Type present, StoredField field) {
        return levels(present) == field.levels()
                && TypeUtil.isPromotionAllowed(element(present), primitive(field.kind()));
    }

    private static int levels(Type type) {
        return type.isListType() ? 1 + levels(type.asListType().elementType()) : 0;
    }

    private static Type element(Type type) {
        return type.isListType() ? element(type.asListType().elementType()) : type;
    }

    private static Type type(StoredField field, AtomicInteger id) {
        Type type = primitive(field.kind());
        for (int level = 0; level < field.levels(); level++) {
            type = Types.ListType.ofOptional(id.incrementAndGet(), type);
        }
        return type;
    }

    private static Type.PrimitiveType primitive(Kind kind) {
        return switch (kind) {
            case BOOLEAN -> Types.BooleanType.get();
            case INT -> Types.IntegerType.get();
            case LONG -> Types.LongType.get();
            case DECIMAL20 -> Types.DecimalType.of(20, 0);
            case FLOAT -> Types.FloatType.get();
            case DOUBLE -> Types.DoubleType.get();
            case STRING -> Types.StringType.get();
            case BINARY -> Types.BinaryType.get();
            case TIMESTAMP -> Types.TimestampType.withoutZone();
        };
    }

    private static @Nullable String doc(StoredColumn stored) {
        Column column = stored.column();
        String description = column.description() == null ? "" : column.description();
        String unit = column.unit() == null ? "" : " [" + column.unit() + "]";
        String doc = (description + unit).strip();
        return doc.isEmpty() ? null : doc;
    }
}
