package org.heralddata.formats.eventio;

import java.io.IOException;
import java.util.function.Consumer;
import org.heralddata.spi.rows.RowBuilder;
import org.heralddata.spi.rows.StepCursor;
import org.jspecify.annotations.Nullable;

/** One pass through a file for one of its tables. */
final class ObjectCursor extends StepCursor {
    private final ObjectWalk walk;
    private final ObjectTable table;
    private final RowBuilder rows;
    private final Consumer<Header> leftOut;
    private final long last;
    private final Around around = new Around();
    private @Nullable Header unfinished;

    /**
     * @param leftOut told of objects whose version is not read
     * @param last    where the last object of the table lies; as large as can be if that is not known
     */
    ObjectCursor(ObjectWalk walk, ObjectTable table, RowBuilder rows, Consumer<Header> leftOut, long last) {
        super(rows);
        this.walk = walk;
        this.table = table;
        this.rows = rows;
        this.leftOut = leftOut;
        this.last = last;
    }

    @Override
    protected boolean step() throws IOException {
        Header header = unfinished;
        if (header == null) {
            header = walk.next();
            if (header == null || header.offset() > last) {
                table.end(rows);
                return false;
            }
            around.passBy(header);
            if (!table.isOf(header)) {
                return true;
            }
            if (!table.reads(header)) {
                leftOut.accept(header);
                return true;
            }
        }
        unfinished = table.add(header, around, walk, rows) ? header : null;
        return true;
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
