package org.heralddata.formats.root.ntuple;

import java.nio.charset.StandardCharsets;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Strings: offsets and characters, taken as UTF-8. */
record StringCells(FieldColumns columns) implements Cells {

    @Override
    public ColumnType type() {
        return ColumnType.STRING;
    }

    @Override
    public Shape shape() {
        return Shape.SCALAR;
    }

    @Override
    public Vector read(Cluster cluster, long from, int count) {
        Offsets offsets = Offsets.read(cluster.elements(columns, 0), from, count);
        byte[] characters = cluster.elements(columns, 1).bytes(offsets.start(), offsets.total());
        @Nullable String[] strings = new String[count];
        for (int i = 0; i < count; i++) {
            int at = offsets.at(i);
            strings[i] = new String(characters, at, offsets.at(i + 1) - at, StandardCharsets.UTF_8);
        }
        return new Vector.Strings(strings, count, null);
    }

    @Override
    public long weight(Cluster cluster, long from, long count) {
        return count > Weights.MOST_IN_CELL
                ? count
                : 6 * count + Offsets.span(cluster.elements(columns, 0), from, count) / 4;
    }
}
