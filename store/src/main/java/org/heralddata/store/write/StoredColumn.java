package org.heralddata.store.write;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.store.StoreDiagnostic;
import org.heralddata.store.write.StoredField.Kind;

/**
 * How a column is kept: by one field, or, if it is a timestamp, by two.
 *
 * @param fields the value; and for a timestamp the nanosecond within the microsecond, 0 to 999, as {@code <name>_ns}
 */
public record StoredColumn(Column column, List<StoredField> fields) {

    public StoredColumn {
        fields = List.copyOf(fields);
    }

    /**
     * Columns as they are kept.
     *
     * @throws Refusal if two fields would have the same name
     */
    public static List<StoredColumn> of(List<Column> columns) {
        List<StoredColumn> stored = columns.stream().map(StoredColumn::of).toList();
        Set<String> names = new HashSet<>();
        stored.stream().flatMap(c -> c.fields().stream()).map(StoredField::name).forEach(name -> {
            if (!names.add(name)) {
                throw new Refusal(Diagnostic.error(
                                StoreDiagnostic.NAME_TAKEN, "two columns would be stored as `%s`".formatted(name))
                        .helped("a timestamp `x` is kept as `x` and `x_ns`: name the other column differently"));
            }
        });
        return stored;
    }

    /** All fields in the order of the columns. */
    public static List<StoredField> fields(List<StoredColumn> columns) {
        return columns.stream().flatMap(c -> c.fields().stream()).toList();
    }

    /** About how many bytes the values take, uncompressed. */
    long bytes(Vector vector) {
        long elements = elements(vector);
        int width = switch (column.type()) {
            case BOOL -> 1;
            case INT8, INT16, INT32, UINT8, UINT16, FLOAT32 -> 4;
            case INT64, UINT32, FLOAT64 -> 8;
            case UINT64, TIMESTAMP -> 12;
            case STRING, BYTES -> 24;
        };
        return elements * width;
    }

    private static long elements(Vector vector) {
        if (!(vector instanceof Vector.Lists lists)) {
            return vector.size();
        }
        return lists.elements() instanceof Vector.Lists inner
                ? elements(inner) + lists.size()
                : lists.offsets()[lists.size()] - lists.offsets()[0];
    }

    private static StoredColumn of(Column column) {
        int levels = column.shape().levels();
        var value = new StoredField(column.name(), kind(column.type()), levels);
        var nanoseconds = new StoredField(column.name() + "_ns", Kind.INT, levels);
        return new StoredColumn(
                column,
                Stream.of(value, nanoseconds)
                        .limit(column.type() == ColumnType.TIMESTAMP ? 2 : 1)
                        .toList());
    }

    private static Kind kind(ColumnType type) {
        return switch (type) {
            case BOOL -> Kind.BOOLEAN;
            case INT8, INT16, INT32, UINT8, UINT16 -> Kind.INT;
            case INT64, UINT32 -> Kind.LONG;
            case UINT64 -> Kind.DECIMAL20;
            case FLOAT32 -> Kind.FLOAT;
            case FLOAT64 -> Kind.DOUBLE;
            case STRING -> Kind.STRING;
            case BYTES -> Kind.BINARY;
            case TIMESTAMP -> Kind.TIMESTAMP;
        };
    }
}
