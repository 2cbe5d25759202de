package org.heralddata.formats.root.tree;

import java.util.List;
import org.heralddata.formats.root.cells.Cells;

/** Decodes entries of one branch into the cells of its columns. Made for one cursor. */
interface BranchDecoder {

    /** The columns, in the order of their place in the entry. */
    List<Cells> columns();

    /**
     * Decodes entries of a basket.
     *
     * @param from  first, counted within the basket
     * @param count at least 1
     */
    void decode(BasketData data, int from, int count);

    /** True if the places of entries are needed, and must be computed where the basket does not tell. */
    boolean needsOffsets();
}
