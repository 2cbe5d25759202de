package org.heralddata.query.adql;

import java.util.List;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.query.RowStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an answer on their way, in bounded memory, never more than asked for. For one thread; interrupting it cancels the
 * query, and so does closing early.
 */
public final class AdqlAnswer implements RowStream {
    private final RowStream rows;
    private final List<AdqlColumn> columns;
    private final List<Release> releases;
    private final long most;
    private long given;
    private boolean overflowed;

    AdqlAnswer(RowStream rows, List<AdqlColumn> columns, List<Release> releases, long most) {
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.releases = List.copyOf(releases);
        this.most = most;
    }

    /** The columns of each batch, with what DALI and VO-DML say of them. */
    public List<AdqlColumn> described() {
        return columns;
    }

    /** Releases that are read, by collection. */
    public List<Release> releases() {
        return releases;
    }

    /** True if there are more rows than may be given. Known after the last batch. */
    public boolean overflowed() {
        return overflowed;
    }

    /** Rows given so far. */
    public long given() {
        return given;
    }

    @Override
    public List<Column> columns() {
        return columns.stream().map(AdqlColumn::column).toList();
    }

    @Override
    public @Nullable Batch next() {
        if (overflowed) {
            return null;
        }
        Batch batch = read();
        if (batch == null) {
            return null;
        }
        long left = most < 0 ? batch.rows() : most - given;
        if (batch.rows() > left) {
            overflowed = true;
            batch = left == 0 ? null : FirstRows.of(batch, (int) left);
        }
        given += batch == null ? 0 : batch.rows();
        return batch;
    }

    private @Nullable Batch read() {
        try {
            return rows.next();
        } catch (IllegalStateException failed) {
            throw Failures.told(failed);
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
