package org.heralddata.formats.parquet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/** Makes columns of a file's own: structs taken apart into {@code a.b}, lists of structs into lists. */
final class Projections {

    /** What becomes of an element of a type. */
    private record Read(ColumnType type, String cast) {}

    private final String file;
    private final List<Diagnostic> notices;
    private final List<Projection> found = new ArrayList<>();

    Projections(String file, List<Diagnostic> notices) {
        this.file = file;
        this.notices = notices;
    }

    List<Projection> found() {
        return found;
    }

    /** @param sql of the column's value */
    void add(String name, String sql, DuckType type) {
        switch (type) {
            case DuckType.Scalar scalar -> addScalar(name, sql, scalar);
            case DuckType.Struct(var fields) -> {
                for (Map.Entry<String, DuckType> field : fields.entrySet()) {
                    String inner = "struct_extract(%s, %s)".formatted(sql, Duck.text(field.getKey()));
                    add(name + "." + field.getKey(), inner, field.getValue());
                }
            }
            case DuckType.ListOf(DuckType.Scalar element) -> addLists(name, sql, element, 1);
            case DuckType.ListOf(DuckType.Struct element) -> {
                for (Map.Entry<String, DuckType> field : element.fields().entrySet()) {
                    String inner = "list_transform(%s, lambda x: struct_extract(x, %s))"
                            .formatted(sql, Duck.text(field.getKey()));
                    add(name + "." + field.getKey(), inner, new DuckType.ListOf(field.getValue()));
                }
            }
            case DuckType.ListOf(DuckType.ListOf inner) -> {
                int levels = 2;
                DuckType element = inner.element();
                while (element instanceof DuckType.ListOf(var deeper)) {
                    element = deeper;
                    levels++;
                }
                switch (element) {
                    case DuckType.Scalar scalar -> addLists(name, sql, scalar, levels);
                    case DuckType.Struct _ -> leaveOut(name, "lists of lists of structs");
                    case DuckType.ListOf _ -> throw new IllegalStateException("an element that is a list");
                }
            }
        }
    }

    private void addLists(String name, String sql, DuckType.Scalar element, int levels) {
        Read read = read(element);
        if (read == null) {
            leaveOut(name, element.name());
        } else {
            var shape = new Shape(Collections.nCopies(levels, Shape.VARIES));
            found.add(new Projection(Column.of(name, read.type()).withShape(shape), sql, read.cast()));
        }
    }

    private void addScalar(String name, String sql, DuckType.Scalar scalar) {
        Read read = read(scalar);
        if (read == null) {
            leaveOut(name, scalar.name());
        } else {
            found.add(new Projection(Column.of(name, read.type()), sql, read.cast()));
        }
    }

    private static @Nullable Read read(DuckType.Scalar scalar) {
        return switch (scalar.name()) {
            case "BOOLEAN" -> new Read(ColumnType.BOOL, "%s");
            case "TINYINT" -> new Read(ColumnType.INT8, "%s");
            case "SMALLINT" -> new Read(ColumnType.INT16, "%s");
            case "INTEGER" -> new Read(ColumnType.INT32, "%s");
            case "BIGINT" -> new Read(ColumnType.INT64, "%s");
            case "UTINYINT" -> new Read(ColumnType.UINT8, "%s");
            case "USMALLINT" -> new Read(ColumnType.UINT16, "%s");
            case "UINTEGER" -> new Read(ColumnType.UINT32, "%s");
            case "UBIGINT" -> new Read(ColumnType.UINT64, "%s");
            case "FLOAT" -> new Read(ColumnType.FLOAT32, "%s");
            case "DOUBLE" -> new Read(ColumnType.FLOAT64, "%s");
            case "HUGEINT", "UHUGEINT" -> new Read(ColumnType.FLOAT64, "CAST(%s AS DOUBLE)");
            case "DECIMAL" ->
                scalar.parameters().matches("(\\d|1[0-8]), ?0")
                        ? new Read(ColumnType.INT64, "CAST(%s AS BIGINT)")
                        : new Read(ColumnType.FLOAT64, "CAST(%s AS DOUBLE)");
            case "DATE" -> new Read(ColumnType.TIMESTAMP, "epoch_ns(CAST(%s AS TIMESTAMP))");
            case "TIMESTAMP", "TIMESTAMP_NS", "TIMESTAMP_MS", "TIMESTAMP_S", "TIMESTAMP WITH TIME ZONE" ->
                new Read(ColumnType.TIMESTAMP, "epoch_ns(%s)");
            case "VARCHAR" -> new Read(ColumnType.STRING, "%s");
            case "TIME", "TIME WITH TIME ZONE", "TIME_NS", "UUID", "ENUM", "JSON" ->
                new Read(ColumnType.STRING, "CAST(%s AS VARCHAR)");
            case "BLOB" -> new Read(ColumnType.BYTES, "hex(%s)");
            default -> null;
        };
    }

    private void leaveOut(String name, String type) {
        notices.add(Diagnostic.warning(
                ParquetCode.LEFT_OUT,
                "column `%s` is of type %s and was left out".formatted(name, type),
                new Location.InFile(file, name, -1)));
    }
}
