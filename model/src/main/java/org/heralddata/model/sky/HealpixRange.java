package org.heralddata.model.sky;

/**
 * Consecutive HEALPix cells of order {@value Healpix#MAX_ORDER}, nested.
 *
 * @param first at least 0
 * @param last  included, at least {@code first}
 */
public record HealpixRange(long first, long last) {

    public HealpixRange {
        if (first < 0 || last < first || last >= Healpix.CELLS) {
            throw new IllegalArgumentException("no cells: %d to %d".formatted(first, last));
        }
    }

    public boolean contains(long index) {
        return index >= first && index <= last;
    }
}
