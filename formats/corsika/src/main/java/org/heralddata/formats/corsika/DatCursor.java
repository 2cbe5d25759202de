package org.heralddata.formats.corsika;

import java.io.IOException;
import org.heralddata.spi.rows.RowBuilder;
import org.heralddata.spi.rows.StepCursor;

/** One pass through a particle file for one of its tables. */
final class DatCursor extends StepCursor {
    private final DatWalk walk;
    private final DatTable table;
    private final boolean onlyPhotons;
    private final RowBuilder rows;

    DatCursor(DatWalk walk, DatTable table, boolean onlyPhotons, RowBuilder rows) {
        super(rows);
        this.walk = walk;
        this.table = table;
        this.onlyPhotons = onlyPhotons;
        this.rows = rows;
    }

    @Override
    protected boolean step() throws IOException {
        Part part = walk.next();
        if (part == null) {
            return false;
        }
        table.add(part, onlyPhotons, rows);
        return true;
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
