package org.heralddata.formats.root.ntuple;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.heralddata.formats.root.file.RootFormatException;

/** The columns of some consecutive entries. Safe for many threads. */
final class Cluster {
    private final long entries;
    private final List<ColumnRange> ranges;
    private final PageCache pages;
    private final Map<Integer, Elements> columns = new ConcurrentHashMap<>();

    Cluster(long entries, List<ColumnRange> ranges, PageCache pages) {
        this.entries = entries;
        this.ranges = ranges;
        this.pages = pages;
    }

    /** Entries of the table in this cluster. */
    long entries() {
        return entries;
    }

    /** True if any column has a page here. */
    boolean hasPages() {
        return ranges.stream().anyMatch(r -> !r.pages().isEmpty());
    }

    /**
     * The elements of one of a field's columns, in the representation that this cluster uses.
     *
     * @param which 0 for the principal column, 1 for the characters of a string
     */
    Elements elements(FieldColumns field, int which) {
        for (List<ColumnRecord> representation : field.representations()) {
            ColumnRecord column = representation.get(which);
            if (column.id() < ranges.size() && !ranges.get(column.id()).suppressed()) {
                long expected = which == 0 ? field.perEntry() : -1;
                return columns.computeIfAbsent(column.id(), id -> present(column, expected));
            }
        }
        ColumnRecord column = field.representations().getFirst().get(which);
        if (!field.deferred() && field.perEntry() >= 0 && which == 0) {
            throw RootFormatException.broken(-1, "a cluster has no values for column %d".formatted(column.id()));
        }
        return columns.computeIfAbsent(column.id(), id -> absent(column, which == 0 ? field.perEntry() : -1));
    }

    private Elements present(ColumnRecord column, long perEntry) {
        List<Page> list = ranges.get(column.id()).pages();
        long there = list.stream().mapToLong(Page::elements).sum();
        long expected = perEntry < 0 ? there : Math.multiplyExact(entries, perEntry);
        if (there > expected || (there < expected && !column.deferred())) {
            throw RootFormatException.broken(
                    -1, "column %d has %d elements in a cluster instead of %d".formatted(column.id(), there, expected));
        }
        return new Elements(column, list, expected - there, pages);
    }

    /** Entries from before the column was added are zeros. */
    private Elements absent(ColumnRecord column, long perEntry) {
        return new Elements(column, List.of(), perEntry < 0 ? 0 : Math.multiplyExact(entries, perEntry), pages);
    }
}
