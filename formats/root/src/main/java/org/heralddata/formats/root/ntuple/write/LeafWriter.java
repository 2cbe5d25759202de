package org.heralddata.formats.root.ntuple.write;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Numbers and truth values. */
final class LeafWriter extends FieldWriter {
    private final ColumnType type;
    private final PagedColumn column;

    LeafWriter(ColumnType type, PageStore store, int most) {
        super(store, most);
        this.type = type;
        column = new PagedColumn(coding(type), store, most);
    }

    private static Coding coding(ColumnType type) {
        return switch (type) {
            case BOOL -> Coding.BIT;
            case INT8 -> Coding.INT8;
            case INT16 -> Coding.SPLIT_INT16;
            case INT32 -> Coding.SPLIT_INT32;
            case INT64, TIMESTAMP -> Coding.SPLIT_INT64;
            case UINT8 -> Coding.UINT8;
            case UINT16 -> Coding.SPLIT_UINT16;
            case UINT32 -> Coding.SPLIT_UINT32;
            case UINT64 -> Coding.SPLIT_UINT64;
            case FLOAT32 -> Coding.SPLIT_REAL32;
            case FLOAT64 -> Coding.SPLIT_REAL64;
            case STRING, BYTES -> throw new IllegalArgumentException("no number: " + type);
        };
    }

    @Override
    void values(Vector vector, int from, int to) throws IOException {
        switch (vector) {
            case Vector.Longs longs -> {
                for (int row = from; row < to; row++) {
                    column.add(longs.values()[row]);
                }
            }
            case Vector.Doubles doubles
            when type == ColumnType.FLOAT32 -> {
                for (int row = from; row < to; row++) {
                    column.add(Float.floatToRawIntBits((float) doubles.values()[row]));
                }
            }
            case Vector.Doubles doubles -> {
                for (int row = from; row < to; row++) {
                    column.add(Double.doubleToRawLongBits(doubles.values()[row]));
                }
            }
            case Vector.Strings _, Vector.Blobs _, Vector.Lists _ ->
                throw new IllegalArgumentException("not a vector of " + type);
        }
    }

    @Override
    List<PagedColumn> columns() {
        return List.of(column);
    }

    @Override
    @Nullable
    FieldWriter inside() {
        return null;
    }

    @Override
    void own(SchemaWriter schema, int parent, String name, String description) {
        int field = schema.field(parent, SchemaWriter.LEAF, name, ownType(), description, 0);
        schema.column(field, column);
    }

    @Override
    String ownType() {
        return switch (type) {
            case BOOL -> "bool";
            case INT8 -> "std::int8_t";
            case INT16 -> "std::int16_t";
            case INT32 -> "std::int32_t";
            case INT64, TIMESTAMP -> "std::int64_t";
            case UINT8 -> "std::uint8_t";
            case UINT16 -> "std::uint16_t";
            case UINT32 -> "std::uint32_t";
            case UINT64 -> "std::uint64_t";
            case FLOAT32 -> "float";
            case FLOAT64 -> "double";
            case STRING, BYTES -> throw new IllegalStateException("no number: " + type);
        };
    }
}
