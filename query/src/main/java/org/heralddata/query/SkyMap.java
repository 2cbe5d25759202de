package org.heralddata.query;

import java.util.List;

/**
 * Density of a selection on the sky, ICRS, in nested HEALPix cells.
 *
 * @param order  {@code nside = 2^order}
 * @param cells  cells with at least one row, rising
 * @param counts rows, one a cell of {@code cells}
 * @param nulls  rows without a direction
 * @param skipped tables that could not answer; empty when one table was asked
 */
public record SkyMap(int order, List<Long> cells, List<Long> counts, long nulls, List<Skipped> skipped) {

    public SkyMap {
        cells = List.copyOf(cells);
        counts = List.copyOf(counts);
        skipped = List.copyOf(skipped);
    }
}
