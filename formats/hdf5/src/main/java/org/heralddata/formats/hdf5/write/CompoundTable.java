package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.formats.hdf5.Layouts;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.TableHeader;

/**
 * A dataset of compounds as PyTables makes them. How wide texts are and which columns lack values is known at the end, so
 * rows go to a temporary file first.
 *
 * <p>PyTables takes members of variable length for numbers and reads beyond them; so lists, bytes and texts of more than
 * {@value #WIDEST} bytes are datasets in a group beside it.
 */
final class CompoundTable implements TableRows {
    private static final int WIDEST = 1024;
    private static final int BLOCK_BYTES = 1 << 20;

    private final Room room;
    private final TableHeader header;
    private final List<Member> members = new ArrayList<>();
    private final SequencedMap<Integer, ColumnWriter> beside = new LinkedHashMap<>();
    private final RowSpool spool = new RowSpool();
    private final int blockRows;

    CompoundTable(Room room, TableHeader header) throws IOException {
        this.room = room;
        this.header = header;
        int rowBytes = 1;
        for (int place = 0; place < header.columns().size(); place++) {
            Column column = header.columns().get(place);
            if (fits(column)) {
                Member member = Member.of(place, column, room.heap());
                members.add(member);
                rowBytes += member.type().size();
            } else {
                beside.put(place, new ColumnWriter(column, room));
            }
        }
        blockRows = Math.clamp(BLOCK_BYTES / rowBytes, 1, Batch.ROWS);
    }

    /** True of cells that may have a fixed size. */
    static boolean fits(Column column) {
        return !column.shape().varies() && column.type() != ColumnType.BYTES;
    }

    @Override
    public void write(Batch batch) throws IOException {
        for (int from = 0; from < batch.rows(); from += blockRows) {
            int count = Math.min(blockRows, batch.rows() - from);
            spool.out().writeInt(count);
            for (Member member : members) {
                member.spool(batch.vectors().get(member.place()), from, count, spool.out());
            }
        }
        for (Map.Entry<Integer, ColumnWriter> column : beside.entrySet()) {
            column.getValue().write(batch.vectors().get(column.getKey()));
        }
    }

    @Override
    public void finish(HeaderBuilder root) throws IOException {
        SequencedMap<Integer, ColumnWriter> wide = new LinkedHashMap<>();
        for (Member member : members) {
            if (member.widest() > WIDEST) {
                wide.put(member.place(), new ColumnWriter(member.column(), room));
            }
        }
        var rows = new CompoundRows(
                members.stream().filter(m -> !wide.containsKey(m.place())).toList());
        var dataset = new DatasetWriter(room, rows.type(), List.of());
        for (int count = spool.next(); count > 0; count = spool.next()) {
            for (Member member : members) {
                member.load(spool.in(), count);
                ColumnWriter column = wide.get(member.place());
                if (column != null) {
                    column.write(member.vector(count));
                }
            }
            rows.add(count, dataset);
        }
        var names = new LinkNames();
        String name = names.link(header.name());
        SequencedMap<String, String> attributes = TableNotes.of(header).attributes();
        rows.describe(attributes);
        beside.putAll(wide);
        if (!beside.isEmpty()) {
            String group = names.link(header.name() + "_lists");
            attributes.put(Layouts.LISTS, group);
            root.link(group, lists());
        }
        root.link(name, dataset.finish(attributes));
    }

    private long lists() throws IOException {
        HeaderBuilder group = room.header().emptyGroup();
        var names = new LinkNames();
        for (Map.Entry<Integer, ColumnWriter> column : beside.entrySet()) {
            column.getValue().finish(group, names, Map.of(Layouts.PLACE, Integer.toString(column.getKey())));
        }
        return group.write();
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
