package org.heralddata.formats.root.write;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/** Lists of numbers, or of fixed shapes of them, or bytes; a branch of counts beside them: {@code x[nx][3]/D}. */
final class CountedColumn implements ColumnWriter {
    private final Numbers numbers;
    private final List<Integer> inner;
    private final int block;
    private final Branch counts;
    private final Branch values;
    private int most;

    /** @param shape varies in its first dimension only */
    CountedColumn(String name, String counter, LeafType type, Shape shape, BasketStore store, int basketBytes) {
        numbers = new Numbers(type);
        inner = shape.sizes().subList(1, shape.sizes().size());
        block = shape.fixedElements();
        counts = new Branch(counter, LeafType.INT32.width(), store, basketBytes);
        values = new Branch(name, 0, store, basketBytes);
    }

    @Override
    public void write(Vector vector, int from, int to) throws IOException {
        for (int row = from; row < to; row++) {
            values.begin();
            int count = vector.isNull(row) ? 0 : put(vector, row);
            most = Math.max(most, count);
            values.advance(1);
            counts.bytes().u32(count);
            counts.advance(1);
        }
    }

    private int put(Vector vector, int row) {
        switch (vector) {
            case Vector.Lists lists -> {
                int start = lists.offsets()[row];
                int length = lists.offsets()[row + 1] - start;
                numbers.put(lists.elements(), start, length, values.bytes());
                return length / block;
            }
            case Vector.Blobs blobs -> {
                values.bytes().raw(blobs.values()[row]);
                return blobs.values()[row].length;
            }
            case Vector.Longs _, Vector.Doubles _, Vector.Strings _ ->
                throw new IllegalArgumentException(
                        "no lists in " + vector.getClass().getSimpleName());
        }
    }

    @Override
    public List<Branch> branches() {
        return List.of(counts, values);
    }

    @Override
    public List<StoredObject> stored(String title) {
        StoredObject counter = Leaves.counter(counts.name(), most);
        String dimensions = "[" + counts.name() + "]" + NumberColumn.dimensions(inner);
        LeafType type = numbers.type();
        StoredObject leaf = Leaves.of(type, values.name(), dimensions, block).set("fLeafCount", counter);
        return List.of(
                counts.stored(counts.name() + "/I", counter),
                values.stored(title.isEmpty() ? values.name() + dimensions + "/" + type.letter : title, leaf));
    }
}
