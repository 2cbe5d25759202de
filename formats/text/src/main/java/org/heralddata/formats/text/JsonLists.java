package org.heralddata.formats.text;

import java.util.Arrays;
import java.util.BitSet;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Gathers JSON arrays: the lists within lists. */
final class JsonLists implements Gathered {
    private final Shape shape;
    private final Gathered elements;
    private int[] offsets = new int[64];
    private @Nullable BitSet nulls;
    private int size;

    JsonLists(ColumnType type, Shape shape) {
        this.shape = shape;
        this.elements = Gathered.elementsOf(type, shape);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long weight() {
        return elements.size() * 8L + elements.weight();
    }

    @Override
    public void addNulls(int count) {
        if (count == 0) {
            return;
        }
        if (nulls == null) {
            nulls = new BitSet();
        }
        nulls.set(size, size + count);
        for (int i = 0; i < count; i++) {
            end();
        }
    }

    @Override
    public boolean add(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            addNulls(1);
            return true;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        int before = elements.size();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null || !elements.add(json)) {
                return false;
            }
        }
        end();
        int added = elements.size() - before;
        int block = shape.fixedElements();
        return shape.varies() ? added % block == 0 : added == block;
    }

    private void end() {
        if (size + 1 == offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.multiplyExact(2, offsets.length));
        }
        offsets[++size] = elements.size();
    }

    @Override
    public Vector take() {
        return new Vector.Lists(Arrays.copyOf(offsets, size + 1), elements.take(), size, nulls);
    }
}
