package org.heralddata.formats.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A column of lists, each a JSON array in one field. */
final class ListCells extends Cells {
    private static final JsonFactory JSON = new JsonFactory();

    private final Column column;
    private Gathered elements;
    private int[] offsets;

    ListCells(Column column, MissingWords missing, int capacity) {
        super(column.name(), missing, capacity);
        this.column = column;
        this.elements = Gathered.elementsOf(column.type(), column.shape());
        this.offsets = new int[capacity + 1];
    }

    @Override
    String kind() {
        return "lists of %s, such as `[1, 2]`".formatted(kind(column.type()));
    }

    @Override
    void addNull() {
        if (!column.shape().varies()) {
            elements.addNulls(column.shape().fixedElements());
        }
        offsets[size + 1] = elements.size();
    }

    @Override
    boolean add(byte[] text, int start, int end, RecordScanner row, int field) {
        byte[] array = row.text(field, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        int before = elements.size();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), array)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                return false;
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == null || !elements.add(json)) {
                    return false;
                }
            }
        } catch (JacksonException damaged) {
            return false;
        }
        offsets[size + 1] = elements.size();
        int added = elements.size() - before;
        int block = column.shape().fixedElements();
        return column.shape().varies() ? added % block == 0 : added == block;
    }

    @Override
    long weight() {
        return elements.size() * 8L + elements.weight();
    }

    @Override
    Vector take(@Nullable BitSet missingRows) {
        var vector = new Vector.Lists(Arrays.copyOf(offsets, size + 1), elements.take(), size, missingRows);
        elements = Gathered.elementsOf(column.type(), column.shape());
        offsets = new int[capacity + 1];
        return vector;
    }
}
