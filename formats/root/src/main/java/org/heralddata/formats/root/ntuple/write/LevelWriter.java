package org.heralddata.formats.root.ntuple.write;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** One level of lists: a {@code std::vector}, {@code std::array}s in one another, or a vector of such arrays. */
final class LevelWriter extends FieldWriter {
    private final @Nullable PagedColumn index;
    private final List<Integer> arrays;
    private final int block;
    private final FieldWriter inside;
    private long entries;

    /** @param shape of which this level has the dimensions up to the next that varies; arrays of none become a vector */
    LevelWriter(Shape shape, FieldWriter inside, PageStore store, int most) {
        super(store, most);
        this.inside = inside;
        int outer = shape.sizes().size() - shape.inner().sizes().size();
        boolean empty = shape.fixedElements() == 0;
        arrays = empty ? List.of() : shape.sizes().subList(shape.varies() ? 1 : 0, outer);
        block = empty ? 1 : shape.fixedElements();
        index = empty || shape.varies() ? new PagedColumn(Coding.SPLIT_INDEX64, store, most) : null;
    }

    @Override
    void values(Vector vector, int from, int to) throws IOException {
        if (!(vector instanceof Vector.Lists lists)) {
            throw new IllegalArgumentException("not a vector of lists");
        }
        int[] offsets = lists.offsets();
        if (index != null) {
            for (int row = from; row < to; row++) {
                entries += (offsets[row + 1] - offsets[row]) / block;
                index.add(entries);
            }
        }
        inside.write(lists.elements(), offsets[from], offsets[to]);
    }

    @Override
    void clusterEnded() {
        entries = 0;
    }

    @Override
    List<PagedColumn> columns() {
        return index == null ? List.of() : List.of(index);
    }

    @Override
    FieldWriter inside() {
        return inside;
    }

    @Override
    void own(SchemaWriter schema, int parent, String name, String description) {
        int at = parent;
        String label = name;
        String text = description;
        if (index != null) {
            at = schema.field(at, SchemaWriter.COLLECTION, label, ownType(), text, 0);
            schema.column(at, index);
            label = SchemaWriter.INSIDE;
            text = "";
        }
        for (int d = 0; d < arrays.size(); d++) {
            at = schema.field(at, SchemaWriter.LEAF, label, arrayType(d), text, arrays.get(d));
            label = SchemaWriter.INSIDE;
            text = "";
        }
        inside.describe(schema, at, label, text);
    }

    @Override
    String ownType() {
        return index == null ? arrayType(0) : "std::vector<" + arrayType(0) + ">";
    }

    /** From one dimension on inwards. */
    private String arrayType(int dimension) {
        return dimension == arrays.size()
                ? inside.typeName()
                : "std::array<%s,%d>".formatted(arrayType(dimension + 1), arrays.get(dimension));
    }
}
