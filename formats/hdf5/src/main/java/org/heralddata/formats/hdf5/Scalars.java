package org.heralddata.formats.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.formats.hdf5.cells.Cells;
import org.heralddata.formats.hdf5.cells.Field;
import org.heralddata.formats.hdf5.cells.Fields;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.HdfFile;
import org.heralddata.formats.hdf5.file.Rows;
import org.heralddata.model.table.Vector;

/** Small datasets read whole. */
final class Scalars {
    private static final int MOST = 100_000;

    private Scalars() {}

    /** The strings of a dataset of strings, others as none; at most {@value #MOST}. */
    static List<String> texts(HdfFile file, Dataset dataset) {
        List<String> texts = new ArrayList<>();
        List<Field> fields = Fields.of(dataset, Fields.Habits.NONE, (name, why) -> {});
        if (fields.size() != 1) {
            return texts;
        }
        Cells cells = fields.getFirst().open(file.heap());
        try (Rows rows = dataset.rows()) {
            while (texts.size() < MOST && rows.next()) {
                cells.add(rows.slab(), 0, rows.rowBytes(), rows.slabRows());
                add(cells.take(), texts);
            }
        }
        return texts;
    }

    private static void add(Vector vector, List<String> texts) {
        switch (vector) {
            case Vector.Strings(var values, var size, var nulls) -> {
                for (int i = 0; i < size; i++) {
                    texts.add(Objects.requireNonNullElse(values[i], ""));
                }
            }
            case Vector.Longs(var values, var size, var nulls) -> {
                for (int i = 0; i < size; i++) {
                    texts.add(Long.toString(values[i]));
                }
            }
            case Vector.Doubles(var values, var size, var nulls) -> {
                for (int i = 0; i < size; i++) {
                    texts.add(Double.toString(values[i]));
                }
            }
            case Vector.Blobs blobs -> {}
            case Vector.Lists lists -> {}
        }
    }
}
