package org.heralddata.formats.root.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.formats.root.Layouts;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** A column on its way into branches: its values, and which rows have one. */
final class WrittenColumn {
    private final Column column;
    private final String name;
    private final ColumnWriter values;
    private final ValidMask mask;

    WrittenColumn(Column column, String name, BranchNames names, BasketStore store, int basketBytes) {
        this.column = column;
        this.name = name;
        values = writer(column, name, names, store, basketBytes);
        mask = new ValidMask(names.take(name + "_valid"), store, basketBytes);
    }

    private static ColumnWriter writer(
            Column column, String name, BranchNames names, BasketStore store, int basketBytes) {
        Shape shape = column.shape();
        boolean plain = !shape.isNested() && shape.fixedElements() > 0;
        return switch (column.type()) {
            case STRING ->
                shape.isScalar()
                        ? new TextColumn(name, store, basketBytes)
                        : new VectorColumn(name, column, store, basketBytes);
            case BYTES ->
                shape.isScalar()
                        ? new CountedColumn(
                                name, names.take("n" + name), LeafType.UINT8, Shape.LIST, store, basketBytes)
                        : new VectorColumn(name, column, store, basketBytes);
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, FLOAT32, FLOAT64, TIMESTAMP -> {
                LeafType type = LeafType.of(column.type());
                if (!plain) {
                    yield new VectorColumn(name, column, store, basketBytes);
                }
                yield shape.varies()
                        ? new CountedColumn(name, names.take("n" + name), type, shape, store, basketBytes)
                        : new NumberColumn(name, type, shape, store, basketBytes);
            }
        };
    }

    void write(Vector vector, int from, int to) throws IOException {
        values.write(vector, from, to);
        mask.write(vector, from, to);
    }

    List<Branch> branches() {
        List<Branch> all = new ArrayList<>(values.branches());
        Branch flags = mask.branch();
        if (flags != null) {
            all.add(flags);
        }
        return all;
    }

    List<StoredObject> stored() {
        List<StoredObject> all = new ArrayList<>(values.stored(title()));
        Branch flags = mask.branch();
        if (flags != null) {
            all.add(ValidMask.stored(flags, name));
        }
        return all;
    }

    /** {@code Zenith angle (deg)}; empty if there is nothing to tell. */
    private String title() {
        String text = column.description() == null ? "" : column.description();
        if (column.type() == ColumnType.TIMESTAMP) {
            return (text.isEmpty() ? "Time" : text) + " (ns of UTC since 1970-01-01)";
        }
        if (column.unit() == null) {
            return text;
        }
        return (text.isEmpty() ? column.name() : text) + " (" + column.unit() + ")";
    }

    /** A class beyond those of all trees that readers must be told of. */
    @Nullable
    ClassInfo type() {
        return values instanceof VectorColumn vectors ? vectors.type() : null;
    }

    /** What {@link Layouts} says of it. */
    List<StoredObject> information() {
        List<StoredObject> all = new ArrayList<>();
        if (!name.equals(column.name())) {
            add(all, Layouts.NAME, column.name());
        }
        add(all, Layouts.UNIT, column.unit());
        add(all, Layouts.UCD, column.ucd());
        add(all, Layouts.DESCRIPTION, column.description());
        if (column.type() == ColumnType.TIMESTAMP) {
            add(all, Layouts.TYPE, Layouts.TYPE_TIMESTAMP);
        } else if (column.type() == ColumnType.BYTES) {
            add(all, Layouts.TYPE, Layouts.TYPE_BYTES);
        }
        if (values instanceof VectorColumn && !column.shape().equals(Shape.LIST)) {
            add(all, Layouts.SHAPE, column.shape().toString());
        }
        if (values instanceof CountedColumn) {
            add(all, Layouts.COUNTS, values.branches().getFirst().name());
        }
        Branch flags = mask.branch();
        if (flags != null) {
            add(all, Layouts.VALID, flags.name());
        }
        return all;
    }

    private void add(List<StoredObject> all, String word, @Nullable String value) {
        if (value != null) {
            all.add(StoredObject.named(Classes.NAMED, name + "." + word, value));
        }
    }
}
