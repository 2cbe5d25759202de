package org.heralddata.jobs.request.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.query.RowStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowMappingTest {

    /** Flags of two components, in batches. */
    private record Flags(Iterator<Batch> batches) implements RowStream {
        static Flags of(long[][]... batches) {
            List<Batch> all = new ArrayList<>();
            for (long[][] batch : batches) {
                all.add(new Batch(
                        batch[0].length,
                        List.of(
                                new Vector.Longs(batch[0], batch[0].length, null),
                                new Vector.Longs(batch[1], batch[1].length, null))));
            }
            return new Flags(all.iterator());
        }

        @Override
        public List<Column> columns() {
            return List.of();
        }

        @Override
        public @Nullable Batch next() {
            return batches.hasNext() ? batches.next() : null;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    @Test
    void countsRowsOfEachComponentAcrossBatches() {
        List<Column> columns = RowMapping.columns(List.of("array", "grande"));
        var rows = new ArrayList<String>();
        try (var mapping =
                new RowMapping(Flags.of(new long[][] {{1, 0, 1}, {0, 0, 1}}, new long[][] {{1, 0}, {1, 1}}), columns)) {
            for (Batch batch = mapping.next(); batch != null; batch = mapping.next()) {
                for (int row = 0; row < batch.rows(); row++) {
                    var cells = new ArrayList<Long>();
                    for (Vector vector : batch.vectors()) {
                        cells.add(((Vector.Longs) vector).values()[row]);
                    }
                    rows.add(cells.toString());
                }
            }
        }
        assertThat(columns).extracting(Column::name).containsExactly("general", "array", "grande");
        assertThat(rows).containsExactly("[0, 0, -1]", "[1, -1, -1]", "[2, 1, 0]", "[3, 2, 1]", "[4, -1, 2]");
    }
}
