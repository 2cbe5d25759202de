package org.heralddata.formats.eventio;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heralddata.model.table.Column;
import org.heralddata.spi.rows.RowBuilder;

/** What is in the file, whether Herald reads it or not: one row a type and version of objects. */
final class ObjectsTable implements ObjectTable {
    static final String NAME = "objects";
    private static final int MOST = 100_000;

    /** By type, then version. */
    private final Map<Integer, Sum> sums = new TreeMap<>();

    private static final class Sum {
        private final Header first;
        private Header last;
        private long count;
        private long bytes;

        Sum(Header first) {
            this.first = first;
            this.last = first;
        }

        void add(Header header) {
            last = header;
            count++;
            bytes += header.length();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Column> columns() {
        return TableLayout.columns(NAME);
    }

    @Override
    public boolean isOf(Header header) {
        return true;
    }

    @Override
    public boolean add(Header header, Around around, ObjectWalk walk, RowBuilder rows) {
        int key = (header.type() << 13) | (header.version() << 1) | (header.container() ? 1 : 0);
        if (!sums.containsKey(key) && sums.size() == MOST) {
            throw walk.place()
                    .refusal(
                            EventioCode.BROKEN,
                            header.offset(),
                            "the file has objects of more than %d types and versions".formatted(MOST));
        }
        sums.computeIfAbsent(key, k -> new Sum(header)).add(header);
        return false;
    }

    @Override
    public void end(RowBuilder rows) {
        for (Sum sum : sums.values()) {
            rows.put(0, (long) sum.first.type());
            rows.put(1, TypeNames.of(sum.first));
            rows.put(2, (long) sum.first.version());
            rows.put(3, sum.first.container() ? 1L : 0L);
            rows.put(4, sum.count);
            rows.put(5, sum.bytes);
            rows.put(6, (long) sum.first.id());
            rows.put(7, (long) sum.last.id());
            rows.put(8, sum.first.offset());
            rows.endRow();
        }
        sums.clear();
    }
}
