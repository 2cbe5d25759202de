package org.heralddata.query.service;

import org.heralddata.model.table.Batch;
import org.heralddata.query.RowStream;
import org.jspecify.annotations.Nullable;

/** The first rows of a stream, and whether it has more. */
public final class FirstRows {
    private final RowStream rows;
    private long room;
    private boolean left;

    /** @param most rows to be given; the stream is not closed */
    public FirstRows(RowStream rows, long most) {
        this.rows = rows;
        room = most;
    }

    /** The next rows; null after the last that may be given. */
    public @Nullable Batch next() {
        Batch batch = left ? null : rows.next();
        if (batch == null || batch.rows() <= room) {
            room -= batch == null ? 0 : batch.rows();
            return batch;
        }
        left = true;
        if (room == 0) {
            return null;
        }
        int size = (int) room;
        room = 0;
        return Batches.first(batch, size);
    }

    /** True if the stream has rows that were not given; known once {@link #next} gave null. */
    public boolean left() {
        return left;
    }
}
