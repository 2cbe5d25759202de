package org.heralddata.formats.root.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;

/** The rows of a tree from first to last. */
final class TreeCursor implements TableCursor {
    private static final long BATCH_BYTES = 16L << 20;

    private final long entries;
    private final int most;
    private final List<TreeTable.Wanted> wanted;
    private final Map<PlannedBranch, BranchReader> readers = new LinkedHashMap<>();
    private long at;
    private boolean closed;

    TreeCursor(TreeTable table, long entries, List<TreeTable.Wanted> wanted) {
        this.entries = entries;
        this.wanted = wanted;
        var ahead = new ReadAhead();
        BasketLoader loader = table.loader();
        long bytes = 0;
        for (TreeTable.Wanted column : wanted) {
            bytes += open(table, column.place(), loader, ahead);
            if (column.valid() != null) {
                bytes += open(table, column.valid(), loader, ahead);
            }
        }
        long perRow = entries == 0 ? 1 : Math.max(1, bytes / entries);
        most = Math.clamp(BATCH_BYTES / perRow, 1, Batch.ROWS);
    }

    /** Bytes that the branch adds; none if it is read already. */
    private long open(TreeTable table, TreeTable.Place place, BasketLoader loader, ReadAhead ahead) {
        if (readers.containsKey(place.branch())) {
            return 0;
        }
        Branch branch = place.branch().branch();
        readers.put(place.branch(), table.reader(branch, loader, ahead));
        return branch.bytes();
    }

    @Override
    public @Nullable Batch next() {
        if (closed || at == entries) {
            return null;
        }
        int rows = (int) Math.min(most, entries - at);
        Map<PlannedBranch, List<Vector>> read = new LinkedHashMap<>();
        readers.forEach((branch, reader) -> {
            reader.read(rows);
            read.put(
                    branch,
                    reader.decoder().columns().stream().map(c -> c.take(rows)).toList());
        });
        at += rows;
        var vectors = new ArrayList<Vector>(wanted.size());
        for (TreeTable.Wanted column : wanted) {
            Vector vector = at(read, column.place());
            if (column.bytes()) {
                vector = Reshaped.blobs(vector);
            }
            vectors.add(column.valid() == null ? vector : Reshaped.withNulls(vector, at(read, column.valid())));
        }
        return new Batch(rows, vectors);
    }

    private static Vector at(Map<PlannedBranch, List<Vector>> read, TreeTable.Place place) {
        return read.getOrDefault(place.branch(), List.of()).get(place.column());
    }

    @Override
    public void close() {
        closed = true;
        readers.values().forEach(BranchReader::close);
        readers.clear();
    }
}
