package org.heralddata.formats.text;

import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import tools.jackson.core.JsonParser;

/** Values on their way from JSON into a vector. */
sealed interface Gathered permits Elements, JsonLists {

    /** What gathers the elements of cells of a shape. */
    static Gathered elementsOf(ColumnType type, Shape shape) {
        return shape.isNested() ? new JsonLists(type, shape.inner()) : new Elements(type);
    }

    int size();

    /** Characters, bytes and inner elements gathered. */
    long weight();

    void addNulls(int count);

    /** Adds the value at the parser's current token, to its end; false if it is none of the kind. */
    boolean add(JsonParser json);

    /** The vector of all values; nothing may be added after. */
    Vector take();
}
