package org.heralddata.descriptor.draft;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.jspecify.annotations.Nullable;

/** What the first rows of a table hold: the extent of its numbers, a text of its strings. */
final class DraftSample {
    private static final int BATCHES = 4;

    private final Map<String, Extent> extents = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    /** Least and greatest finite number. */
    record Extent(double min, double max) {
        Extent with(double value) {
            return Double.isFinite(value) ? new Extent(Math.min(min, value), Math.max(max, value)) : this;
        }
    }

    static DraftSample of(TableFile file, String table, List<Column> columns) throws IOException {
        var sample = new DraftSample();
        List<String> names = columns.stream()
                .filter(c -> c.shape().isScalar())
                .map(Column::name)
                .toList();
        if (names.isEmpty()) {
            return sample;
        }
        try (TableCursor cursor = file.read(table, names)) {
            Batch batch = cursor.next();
            for (int i = 0; i < BATCHES && batch != null; i++) {
                for (int c = 0; c < names.size(); c++) {
                    sample.look(names.get(c), batch.vectors().get(c));
                }
                batch = cursor.next();
            }
        }
        return sample;
    }

    /** Null if the column has no finite number. */
    @Nullable
    Extent extent(String column) {
        return extents.get(column);
    }

    /** The first text of a column; empty if there is none. */
    String text(String column) {
        return texts.getOrDefault(column, "");
    }

    private void look(String name, Vector vector) {
        switch (vector) {
            case Vector.Doubles doubles -> {
                for (int r = 0; r < doubles.size(); r++) {
                    add(name, doubles.isNull(r) ? Double.NaN : doubles.values()[r]);
                }
            }
            case Vector.Longs longs -> {
                for (int r = 0; r < longs.size(); r++) {
                    add(name, longs.isNull(r) ? Double.NaN : longs.values()[r]);
                }
            }
            case Vector.Strings strings -> {
                for (int r = 0; r < strings.size() && !texts.containsKey(name); r++) {
                    String value = strings.values()[r];
                    if (value != null && !value.isBlank()) {
                        texts.put(name, value.strip());
                    }
                }
            }
            case Vector.Blobs blobs -> {}
            case Vector.Lists lists -> {}
        }
    }

    private void add(String name, double value) {
        if (Double.isFinite(value)) {
            Extent extent = extents.get(name);
            extents.put(name, extent == null ? new Extent(value, value) : extent.with(value));
        }
    }
}
