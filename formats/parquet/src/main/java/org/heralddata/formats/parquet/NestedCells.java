package org.heralddata.formats.parquet;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Lists within lists as collections, which DuckDB's appender takes where arrays do not do. */
final class NestedCells {

    private NestedCells() {}

    /** The elements {@code from} to {@code to}, end excluded; bytes as hexadecimal digits. */
    static List<@Nullable Object> of(Vector elements, int from, int to) {
        var out = new ArrayList<@Nullable Object>(to - from);
        for (int i = from; i < to; i++) {
            out.add(elements.isNull(i) ? null : element(elements, i));
        }
        return out;
    }

    private static @Nullable Object element(Vector elements, int i) {
        return switch (elements) {
            case Vector.Longs longs -> longs.values()[i];
            case Vector.Doubles doubles -> doubles.values()[i];
            case Vector.Strings strings -> strings.values()[i];
            case Vector.Blobs blobs -> HexFormat.of().formatHex(blobs.values()[i]);
            case Vector.Lists lists -> of(lists.elements(), lists.offsets()[i], lists.offsets()[i + 1]);
        };
    }
}
