package org.heralddata.formats.root.ntuple.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Strings, as {@code std::string}, and bytes, as {@code std::vector<std::byte>}. */
final class TextWriter extends FieldWriter {
    private final PagedColumn index;
    private final PagedColumn characters;

    /** @param coding {@code CHAR} for strings, {@code BYTE} for bytes */
    TextWriter(Coding coding, PageStore store, int most) {
        super(store, most);
        index = new PagedColumn(Coding.SPLIT_INDEX64, store, most);
        characters = new PagedColumn(coding, store, most);
    }

    @Override
    void values(Vector vector, int from, int to) throws IOException {
        for (int row = from; row < to; row++) {
            byte[] bytes = switch (vector) {
                case Vector.Strings strings ->
                    Objects.requireNonNull(strings.values()[row]).getBytes(StandardCharsets.UTF_8);
                case Vector.Blobs blobs -> blobs.values()[row];
                case Vector.Longs _, Vector.Doubles _, Vector.Lists _ ->
                    throw new IllegalArgumentException("neither strings nor bytes");
            };
            for (byte b : bytes) {
                characters.add(b);
            }
            index.add(characters.inCluster());
        }
    }

    @Override
    List<PagedColumn> columns() {
        return List.of(index, characters);
    }

    @Override
    @Nullable
    FieldWriter inside() {
        return null;
    }

    @Override
    void own(SchemaWriter schema, int parent, String name, String description) {
        if (characters.coding() == Coding.CHAR) {
            int field = schema.field(parent, SchemaWriter.LEAF, name, ownType(), description, 0);
            schema.column(field, index);
            schema.column(field, characters);
        } else {
            int field = schema.field(parent, SchemaWriter.COLLECTION, name, ownType(), description, 0);
            schema.column(field, index);
            int element = schema.field(field, SchemaWriter.LEAF, SchemaWriter.INSIDE, "std::byte", "", 0);
            schema.column(element, characters);
        }
    }

    @Override
    String ownType() {
        return characters.coding() == Coding.CHAR ? "std::string" : "std::vector<std::byte>";
    }
}
