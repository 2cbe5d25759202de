package org.heralddata.formats.root.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.spi.TableHeader;

/** Writes a table into a ROOT file: batches to baskets, at last tree and metadata. */
final class TreeWriter implements Closeable {

    /** A cluster is about as large: what ROOT, JSROOT and uproot fetch together. */
    private static final long CLUSTER_BYTES = 32 << 20;

    private static final int LARGEST_BASKET = 256 << 10;
    private static final int LEAST_BASKET = 16 << 10;

    /** Shared by the baskets in hand of all columns. */
    private static final int BASKET_MEMORY = 64 << 20;

    private final RootFile file;
    private final TableHeader header;
    private final BasketStore store;
    private final List<WrittenColumn> columns = new ArrayList<>();
    private long rows;
    private long clusterRows;
    private long inCluster;

    TreeWriter(RootFile file, TableHeader header, Compression compression) {
        this.file = file;
        this.header = header;
        store = new BasketStore(file, header.name(), compression);
        int basketBytes = Math.clamp(BASKET_MEMORY / header.columns().size(), LEAST_BASKET, LARGEST_BASKET);
        var names = new BranchNames();
        List<String> own =
                header.columns().stream().map(Column::name).map(names::take).toList();
        for (int c = 0; c < own.size(); c++) {
            columns.add(new WrittenColumn(header.columns().get(c), own.get(c), names, store, basketBytes));
        }
    }

    void write(Batch batch) throws IOException {
        for (int from = 0; from < batch.rows(); ) {
            int count = batch.rows() - from;
            if (clusterRows > 0) {
                count = (int) Math.min(count, clusterRows - inCluster);
            }
            for (int c = 0; c < columns.size(); c++) {
                columns.get(c).write(batch.vectors().get(c), from, from + count);
            }
            from += count;
            rows += count;
            inCluster += count;
            if (clusterRows == 0 && pending() >= CLUSTER_BYTES) {
                clusterRows = inCluster;
            }
            if (inCluster == clusterRows) {
                endCluster();
            }
        }
    }

    /** Bytes of all branches so far, but for baskets still being compressed. */
    private long pending() {
        long bytes = 0;
        for (WrittenColumn column : columns) {
            for (Branch branch : column.branches()) {
                bytes += branch.entriesBytes() + branch.bytes().length();
            }
        }
        return bytes;
    }

    private void endCluster() throws IOException {
        for (WrittenColumn column : columns) {
            for (Branch branch : column.branches()) {
                branch.flush();
            }
        }
        inCluster = 0;
    }

    /** Completes the file. */
    void finish() throws IOException {
        endCluster();
        store.drain();
        for (WrittenColumn column : columns) {
            ClassInfo type = column.type();
            if (type != null) {
                file.describe(type);
            }
        }
        String name = header.name();
        SequencedMap<String, String> told = told();
        for (Map.Entry<String, String> entry : told.entrySet()) {
            file.add(
                    new StoredObject(Classes.OBJ_STRING).set("fString", entry.getValue()),
                    entry.getKey(),
                    Classes.OBJ_STRING.title(),
                    1);
        }
        String title = told.getOrDefault("title", header.description());
        // A later cycle, so that a name asked for is the tree's, whatever metadata are called.
        int cycle = told.containsKey(name) ? 2 : 1;
        file.add(TreeRecord.of(name, title, columns, rows, clusterRows > 0 ? clusterRows : rows), name, title, cycle);
        file.finish();
    }

    private SequencedMap<String, String> told() {
        SequencedMap<String, String> told = new LinkedHashMap<>(header.metadata());
        if (!header.description().isEmpty()) {
            told.putIfAbsent("description", header.description());
        }
        return told;
    }

    @Override
    public void close() {
        store.close();
    }
}
