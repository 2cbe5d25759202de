package org.heralddata.formats.root.write;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Lists of lists, and lists of strings: {@code std::vector<std::vector<float>>} and the like, each level of lists a
 * vector. An entry is a byte count, a version, and the vectors within each other, each its size and its elements.
 */
final class VectorColumn implements ColumnWriter {
    private static final int BYTE_COUNT = 0x4000_0000;

    /** {@code TCollectionProxy} streams under TStreamerInfo's version. */
    private static final int VERSION = 9;

    private final Branch branch;
    private final ClassInfo type;

    /** Null for strings. */
    private final @Nullable Numbers numbers;

    VectorColumn(String name, Column column, BasketStore store, int basketBytes) {
        branch = new Branch(name, 0, store, basketBytes);
        numbers = column.type() == ColumnType.STRING ? null : new Numbers(LeafType.of(column.type()));
        ClassInfo vector = numbers == null ? Classes.vectorOfStrings() : Classes.vector(numbers.type().number);
        int levels = column.type() == ColumnType.BYTES ? 2 : 1;
        for (Shape shape = column.shape(); shape.isNested(); shape = shape.inner()) {
            levels++;
        }
        for (int level = 1; level < levels; level++) {
            vector = Classes.vector(vector);
        }
        type = vector;
    }

    @Override
    public void write(Vector vector, int from, int to) throws IOException {
        RootBytes out = branch.bytes();
        for (int row = from; row < to; row++) {
            branch.begin();
            int start = out.claim(4);
            out.u16(VERSION);
            cell(vector, row);
            out.put32(start, (out.length() - start - 4) | BYTE_COUNT);
            branch.advance(1);
        }
    }

    private void cell(Vector vector, int row) {
        RootBytes out = branch.bytes();
        if (vector.isNull(row)) {
            out.u32(0);
            return;
        }
        switch (vector) {
            case Vector.Lists lists -> {
                int start = lists.offsets()[row];
                int length = lists.offsets()[row + 1] - start;
                out.u32(length);
                elements(lists.elements(), start, length);
            }
            case Vector.Blobs blobs -> out.u32(blobs.values()[row].length).raw(blobs.values()[row]);
            case Vector.Longs _, Vector.Doubles _, Vector.Strings _ ->
                throw new IllegalArgumentException(
                        "no lists in " + vector.getClass().getSimpleName());
        }
    }

    private void elements(Vector elements, int start, int length) {
        if (numbers != null && (elements instanceof Vector.Longs || elements instanceof Vector.Doubles)) {
            numbers.put(elements, start, length, branch.bytes());
            return;
        }
        for (int i = start; i < start + length; i++) {
            if (elements instanceof Vector.Strings strings) {
                branch.bytes().text(TextColumn.utf8(strings.values()[i]));
            } else {
                cell(elements, i);
            }
        }
    }

    @Override
    public List<Branch> branches() {
        return List.of(branch);
    }

    @Override
    public List<StoredObject> stored(String title) {
        return List.of(branch.stored(title.isEmpty() ? branch.name() : title, Leaves.element(branch.name()), type));
    }

    /** The class of an entry, to be told to readers. */
    ClassInfo type() {
        return type;
    }
}
