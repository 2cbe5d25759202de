package org.heralddata.formats.root.write;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/** Numbers, one a row or a fixed shape of them: {@code x[2][3]/D}. */
final class NumberColumn implements ColumnWriter {
    private final Numbers numbers;
    private final Shape shape;
    private final Branch branch;

    NumberColumn(String name, LeafType type, Shape shape, BasketStore store, int basketBytes) {
        numbers = new Numbers(type);
        this.shape = shape;
        branch = new Branch(name, Math.multiplyExact(type.width(), shape.fixedElements()), store, basketBytes);
    }

    @Override
    public void write(Vector vector, int from, int to) throws IOException {
        for (int row = from; row < to; ) {
            int count = Math.min(branch.room(), to - row);
            if (vector instanceof Vector.Lists lists) {
                lists(lists, row, count);
            } else {
                numbers.put(vector, row, count, branch.bytes());
            }
            branch.advance(count);
            row += count;
        }
    }

    private void lists(Vector.Lists lists, int from, int count) {
        int elements = shape.fixedElements();
        for (int row = from; row < from + count; row++) {
            if (lists.isNull(row)) {
                numbers.absent(elements, branch.bytes());
            } else {
                numbers.put(lists.elements(), lists.offsets()[row], elements, branch.bytes());
            }
        }
    }

    @Override
    public List<Branch> branches() {
        return List.of(branch);
    }

    @Override
    public List<StoredObject> stored(String title) {
        String dimensions = dimensions(shape.sizes());
        LeafType type = numbers.type();
        StoredObject leaf = Leaves.of(type, branch.name(), dimensions, shape.fixedElements());
        return List.of(branch.stored(title.isEmpty() ? branch.name() + dimensions + "/" + type.letter : title, leaf));
    }

    /** {@code [2][3]}. */
    static String dimensions(List<Integer> sizes) {
        return sizes.stream().map("[%d]"::formatted).collect(Collectors.joining());
    }
}
