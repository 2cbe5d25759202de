package org.heralddata.formats.fits;

import java.io.IOException;
import org.heralddata.model.table.Vector;

/** Where the cells of a column are and how they are decoded. Immutable. */
interface Cells {

    /** Some rows of a block. */
    Vector decode(Rows block, int from, int rows) throws IOException;

    /** About how many bytes of memory a decoded cell takes, what it has in the heap included. */
    long weight(Rows block, int row);

    /** The part of {@link #weight} that is the same in every row. */
    long fixedWeight();
}
