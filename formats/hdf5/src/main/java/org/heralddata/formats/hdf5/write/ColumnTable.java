package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.TableHeader;

/** A group of datasets, one a column. */
final class ColumnTable implements TableRows {
    private final Room room;
    private final TableHeader header;
    private final List<ColumnWriter> columns;

    ColumnTable(Room room, TableHeader header) {
        this.room = room;
        this.header = header;
        columns = header.columns().stream().map(c -> new ColumnWriter(c, room)).toList();
    }

    @Override
    public void write(Batch batch) throws IOException {
        for (int c = 0; c < columns.size(); c++) {
            columns.get(c).write(batch.vectors().get(c));
        }
    }

    @Override
    public void finish(HeaderBuilder root) throws IOException {
        HeaderBuilder group = room.header().emptyGroup();
        var names = new LinkNames();
        for (ColumnWriter column : columns) {
            column.finish(group, names);
        }
        TableNotes.of(header).addTo(group);
        root.link(new LinkNames().link(header.name()), group.write());
    }

    @Override
    public void close() {}
}
