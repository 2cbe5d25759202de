package org.heralddata.formats.root.ntuple.write;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** A field and those below it: takes vectors, fills columns, and describes itself at the end. */
abstract class FieldWriter {
    private final Presence presence;

    FieldWriter(PageStore store, int most) {
        presence = new Presence(store, most);
    }

    /** Takes rows {@code from} to {@code to}, end excluded; values that are missing go no further. */
    final void write(Vector vector, int from, int to) throws IOException {
        int run = from;
        for (int row = from; row < to; row++) {
            if (vector.isNull(row)) {
                some(vector, run, row);
                presence.missing();
                run = row + 1;
            }
        }
        some(vector, run, to);
    }

    private void some(Vector vector, int from, int to) throws IOException {
        if (from < to) {
            presence.present(to - from);
            values(vector, from, to);
        }
    }

    /** Takes rows of which each has a value. */
    abstract void values(Vector vector, int from, int to) throws IOException;

    final void endCluster() throws IOException {
        presence.endCluster();
        for (PagedColumn column : columns()) {
            column.endCluster();
        }
        FieldWriter inside = inside();
        if (inside != null) {
            inside.endCluster();
        }
        clusterEnded();
    }

    /** Begins to count anew. */
    void clusterEnded() {}

    /** Its own columns, in order, without that of missing values. */
    abstract List<PagedColumn> columns();

    /** The field within; null of a leaf. */
    abstract @Nullable FieldWriter inside();

    /** Adds its fields and columns to the schema, an optional value's around its own. */
    final void describe(SchemaWriter schema, int parent, String name, String description) {
        PagedColumn index = presence.index();
        if (index == null) {
            own(schema, parent, name, description);
            return;
        }
        int field = schema.field(parent, SchemaWriter.COLLECTION, name, typeName(), description, 0);
        schema.column(field, index);
        own(schema, field, SchemaWriter.INSIDE, "");
    }

    /** Adds its fields and columns as if no value were missing. */
    abstract void own(SchemaWriter schema, int parent, String name, String description);

    /** In C++. */
    final String typeName() {
        return presence.index() == null ? ownType() : "std::optional<" + ownType() + ">";
    }

    /** In C++, as if no value were missing. */
    abstract String ownType();
}
