package org.heralddata.formats.hdf5.cells;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.formats.hdf5.file.Datatype;
import org.heralddata.formats.hdf5.file.GlobalHeap;
import org.heralddata.model.table.Vector;

/** Strings: of fixed length, of the heap, or the names of an enumeration. */
final class StringCells implements Cells {

    /** Makes one string. */
    interface Decoder {
        String decode(byte[] raw, int at);
    }

    private final Decoder decoder;
    private final List<String> values = new ArrayList<>();

    private StringCells(Decoder decoder) {
        this.decoder = decoder;
    }

    static StringCells fixed(Datatype.Text type) {
        if (!type.spacePadded()) {
            return new StringCells((raw, at) -> Texts.of(raw, at, type.size()));
        }
        return new StringCells((raw, at) -> {
            int length = type.size();
            while (length > 0 && raw[at + length - 1] == ' ') {
                length--;
            }
            return Texts.of(raw, at, length);
        });
    }

    static StringCells variable(GlobalHeap heap) {
        var pointers = new HeapPointers(heap);
        return new StringCells((raw, at) -> {
            byte[] bytes = pointers.bytes(raw, at, 1);
            return Texts.of(bytes, 0, pointers.length(raw, at));
        });
    }

    /** Paths of the objects referred to. */
    static StringCells objects(GlobalHeap heap) {
        int size = heap.offsetSize();
        return new StringCells((raw, at) -> heap.path(ByteViews.unsigned(raw, at, size, false)));
    }

    /** Paths of the objects of which regions are referred to. */
    static StringCells regions(GlobalHeap heap) {
        int size = heap.offsetSize();
        return new StringCells((raw, at) -> {
            long address = ByteViews.unsigned(raw, at, size, false);
            byte[] region = heap.object(address, ByteViews.unsigned(raw, at + size, 4, false), size);
            return region.length < size ? "" : heap.path(ByteViews.unsigned(region, 0, size, false));
        });
    }

    /** A number without a name stands for itself. */
    static StringCells named(Datatype.Enumeration type) {
        Map<Long, String> names = new HashMap<>();
        for (int i = 0; i < type.names().size(); i++) {
            names.putIfAbsent(type.values().get(i), type.names().get(i));
        }
        Datatype.Int base = type.base();
        int unused = 64 - 8 * base.size();
        return new StringCells((raw, at) -> {
            long value = ByteViews.unsigned(raw, at, base.size(), base.bigEndian());
            long number = base.signed() ? value << unused >> unused : value;
            String name = names.get(number);
            return name != null ? name : Long.toString(number);
        });
    }

    @Override
    public void add(byte[] raw, int at, int stride, int count) {
        for (int i = 0, p = at; i < count; i++, p += stride) {
            values.add(decoder.decode(raw, p));
        }
    }

    @Override
    public Vector take() {
        var vector = new Vector.Strings(values.toArray(String[]::new), values.size(), null);
        values.clear();
        return vector;
    }
}
