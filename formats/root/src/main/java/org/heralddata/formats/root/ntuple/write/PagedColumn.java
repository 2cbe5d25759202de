package org.heralddata.formats.root.ntuple.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The elements of one column: those in hand, and the pages of all clusters. */
final class PagedColumn {
    private static final int FIRST_ROOM = 1024;

    private final Coding coding;
    private final PageStore store;
    private final int most;
    private final List<List<StoredPage>> clusters = new ArrayList<>();
    private final List<Long> firsts = new ArrayList<>();
    private List<StoredPage> pages = new ArrayList<>();
    private long[] values = new long[FIRST_ROOM];
    private int count;
    private long inCluster;
    private long total;

    /** @param most elements of a page */
    PagedColumn(Coding coding, PageStore store, int most) {
        this.coding = coding;
        this.store = store;
        this.most = most;
    }

    Coding coding() {
        return coding;
    }

    /** Elements of this cluster so far. */
    long inCluster() {
        return inCluster;
    }

    void add(long value) throws IOException {
        if (count == values.length) {
            values = Arrays.copyOf(values, Math.min(most, 4 * count));
        }
        values[count++] = value;
        inCluster++;
        if (count == most) {
            flush();
        }
    }

    /** Adds {@code from + 1} to {@code from + length}: the ends of collections of one element each. */
    void addSteps(long from, long length) throws IOException {
        for (long i = 1; i <= length; i++) {
            add(from + i);
        }
    }

    private void flush() throws IOException {
        if (count > 0) {
            pages.add(store.add(coding, values, count));
            values = new long[Math.min(most, Math.max(FIRST_ROOM, count))];
            count = 0;
        }
    }

    void endCluster() throws IOException {
        flush();
        clusters.add(pages);
        firsts.add(total);
        total += inCluster;
        inCluster = 0;
        pages = new ArrayList<>();
    }

    /** The inner list frame of a cluster. */
    void describe(int cluster, int setting, Little out) {
        List<StoredPage> list = clusters.get(cluster);
        int frame = out.list(list.size());
        list.forEach(page -> page.describe(out));
        out.u64(firsts.get(cluster)).u32(setting);
        out.endList(frame);
    }
}
