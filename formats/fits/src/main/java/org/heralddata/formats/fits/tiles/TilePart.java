package org.heralddata.formats.fits.tiles;

/**
 * What a column has in one tile.
 *
 * @param rows   of the tile
 * @param repeat numbers of a cell, the two of a complex one counted apart
 * @param width  bytes of a number: 1, 2, 4 or 8
 */
public record TilePart(int rows, int repeat, int width) {

    int numbers() {
        return Math.multiplyExact(rows, repeat);
    }

    int bytes() {
        return Math.multiplyExact(numbers(), width);
    }
}
