package org.heralddata.formats.root.ntuple;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;

/** The rows of an RNTuple, cluster by cluster; the columns of a batch are read side by side. */
final class NTupleCursor implements TableCursor {
    private static final long MOST_WITHOUT_PAGES = 1 << 24;

    private final NTuple ntuple;
    private final PageSource source;
    private final PageCache pages;
    private final List<Cells> columns;
    private final Iterator<ClusterGroup> groups;
    private @Nullable PageList list;
    private @Nullable Cluster cluster;
    private long at;
    private long done;
    private boolean closed;

    /** @param source closed with this cursor */
    NTupleCursor(NTuple ntuple, PageSource source, List<Cells> columns) {
        this.ntuple = ntuple;
        this.source = source;
        this.columns = columns;
        pages = new PageCache(source);
        groups = ntuple.groups().iterator();
    }

    @Override
    public @Nullable Batch next() {
        if (closed) {
            return null;
        }
        while (cluster == null || at == cluster.entries()) {
            if (!nextCluster()) {
                return null;
            }
        }
        Cluster current = cluster;
        long from = at;
        int most = (int) Math.min(Batch.ROWS, current.entries() - from);
        int rows = Weights.rows(columns, current, from, most);
        List<Callable<Vector>> work = columns.stream()
                .<Callable<Vector>>map(c -> () -> c.read(current, from, rows))
                .toList();
        List<Vector> vectors = Together.all(work);
        at += rows;
        return new Batch(rows, vectors);
    }

    private boolean nextCluster() {
        PageList current = list;
        while (current == null || !current.hasNext()) {
            if (!groups.hasNext()) {
                return false;
            }
            current = PageList.read(source, groups.next(), ntuple.headerChecksum());
        }
        list = current;
        ClusterSummary summary = current.nextSummary();
        if (summary.first() != done) {
            throw RootFormatException.broken(
                    -1, "a cluster begins at entry %d instead of %d".formatted(summary.first(), done));
        }
        var next = new Cluster(summary.entries(), current.columns(), pages);
        if (!next.hasPages() && summary.entries() > MOST_WITHOUT_PAGES) {
            throw RootFormatException.unsupported("%d entries without a page".formatted(summary.entries()));
        }
        done += summary.entries();
        cluster = next;
        at = 0;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        cluster = null;
        list = null;
        pages.forget();
        source.close();
    }
}
