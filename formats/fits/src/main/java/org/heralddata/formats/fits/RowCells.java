package org.heralddata.formats.fits;

import java.util.Arrays;
import org.heralddata.model.table.Vector;

/**
 * Cells that lie in the row.
 *
 * @param offset byte within the row
 * @param n      elements of a cell
 * @param list   false if a cell is one value and not an array
 */
record RowCells(int offset, Elements elements, int n, boolean list) implements Cells {

    @Override
    public Vector decode(Rows block, int from, int rows) {
        Vector flat = elements.read(
                block.bytes(),
                Math.addExact(Math.multiplyExact(from, block.stride()), offset),
                block.stride(),
                rows,
                n);
        if (!list) {
            return flat;
        }
        int[] offsets = new int[rows + 1];
        Arrays.setAll(offsets, row -> row * n);
        return new Vector.Lists(offsets, flat, rows, null);
    }

    @Override
    public long weight(Rows block, int row) {
        return fixedWeight();
    }

    @Override
    public long fixedWeight() {
        return (long) n * elements.weight();
    }
}
