package org.heralddata.spi.rows;

import java.io.IOException;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;

/** A cursor over a source that is read record by record, each of which may make no, one or several rows. */
public abstract class StepCursor implements TableCursor {
    private final RowBuilder rows;
    private boolean ended;

    protected StepCursor(RowBuilder rows) {
        this.rows = rows;
    }

    /** Reads one record and puts its rows; false if there was none left. */
    protected abstract boolean step() throws IOException;

    @Override
    public final @Nullable Batch next() throws IOException {
        while (!ended && !rows.isFull()) {
            ended = !step();
        }
        return rows.isEmpty() ? null : rows.take();
    }
}
