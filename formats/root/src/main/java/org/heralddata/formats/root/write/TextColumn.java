package org.heralddata.formats.root.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Strings in UTF-8: {@code x/C}. */
final class TextColumn implements ColumnWriter {
    private static final byte[] NONE = {};

    private final Branch branch;
    private int longest;

    TextColumn(String name, BasketStore store, int basketBytes) {
        branch = new Branch(name, 0, store, basketBytes);
    }

    @Override
    public void write(Vector vector, int from, int to) throws IOException {
        if (!(vector instanceof Vector.Strings strings)) {
            throw new IllegalArgumentException(
                    "no strings in " + vector.getClass().getSimpleName());
        }
        for (int row = from; row < to; row++) {
            byte[] text = utf8(strings.values()[row]);
            longest = Math.max(longest, text.length);
            branch.begin();
            branch.bytes().text(text);
            branch.advance(1);
        }
    }

    static byte[] utf8(@Nullable String text) {
        return text == null ? NONE : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Branch> branches() {
        return List.of(branch);
    }

    @Override
    public List<StoredObject> stored(String title) {
        return List.of(
                branch.stored(title.isEmpty() ? branch.name() + "/C" : title, Leaves.text(branch.name(), longest)));
    }
}
