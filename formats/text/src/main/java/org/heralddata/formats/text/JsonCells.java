package org.heralddata.formats.text;

import java.util.Arrays;
import java.util.BitSet;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Makes the vector of one column from JSON values, batch by batch. */
final class JsonCells {
    private final Column column;
    private Gathered elements;
    private int[] offsets = new int[Batch.ROWS + 1];
    private @Nullable BitSet nulls;
    private int rows;

    JsonCells(Column column) {
        this.column = column;
        this.elements = Gathered.elementsOf(column.type(), column.shape());
    }

    Column column() {
        return column;
    }

    int rows() {
        return rows;
    }

    long weight() {
        return elements.size() * 8L + elements.weight();
    }

    /** Makes up for rows that do not have the column. */
    void fillTo(int wanted) {
        while (rows < wanted) {
            addNull();
        }
    }

    /** Adds the value at the parser's current token, to its end; false if the column cannot hold it. */
    boolean add(JsonParser json) {
        JsonToken token = json.currentToken();
        if (column.shape().isScalar()) {
            rows++;
            return token != null && elements.add(json);
        }
        if (token == JsonToken.VALUE_NULL) {
            addNull();
            return true;
        }
        if (token != JsonToken.START_ARRAY) {
            return false;
        }
        int before = elements.size();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null || !elements.add(json)) {
                return false;
            }
        }
        offsets[++rows] = elements.size();
        int added = elements.size() - before;
        int block = column.shape().fixedElements();
        return column.shape().varies() ? added % block == 0 : added == block;
    }

    private void addNull() {
        if (column.shape().isScalar()) {
            elements.addNulls(1);
            rows++;
            return;
        }
        if (nulls == null) {
            nulls = new BitSet();
        }
        nulls.set(rows);
        offsets[++rows] = elements.size();
    }

    Vector take() {
        Vector values = elements.take();
        Vector vector = column.shape().isScalar()
                ? values
                : new Vector.Lists(Arrays.copyOf(offsets, rows + 1), values, rows, nulls);
        elements = Gathered.elementsOf(column.type(), column.shape());
        offsets = new int[Batch.ROWS + 1];
        nulls = null;
        rows = 0;
        return vector;
    }
}
