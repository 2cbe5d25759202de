package org.heralddata.model.sky;

import java.util.List;

/**
 * The nested HEALPix division of the sphere: 12 · 4<sup>order</sup> cells of equal area, numbered so that the cells of one
 * order that lie in a cell of a lower order have consecutive numbers.
 *
 * <p>Cell {@code p} of order {@code o} is cells {@code p · 4^(29 − o)} to {@code (p + 1) · 4^(29 − o) − 1} of order 29, so one
 * index of order {@value #MAX_ORDER} (0.4 mas) serves for all. Stateless, safe for many threads.
 *
 * @see <a href="https://doi.org/10.1086/427976">Górski et al. (2005), ApJ 622, 759</a>, sections 4.1 (cells) and 5.1 to 5.3
 */
public final class Healpix {

    /** The highest order whose cells a signed 64-bit integer can number. */
    public static final int MAX_ORDER = 29;

    /** Cells of order {@value #MAX_ORDER}: 12 · 4<sup>29</sup>. */
    public static final long CELLS = 12L << (2 * MAX_ORDER);

    /** Row of the southernmost corner of each base cell, in units of nside: F1 of equation 10. */
    private static final int[] BASE_ROW = {2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4};

    /** Longitude of the centre of each base cell, in units of 45 degrees: F2 of equation 11. */
    private static final int[] BASE_LONGITUDE = {1, 3, 5, 7, 0, 2, 4, 6, 1, 3, 5, 7};

    private static final double BELT_Z = 2.0 / 3.0;

    private Healpix() {}

    /**
     * The cell that holds a position.
     *
     * @param order  0 to {@value #MAX_ORDER}
     * @param raDeg  longitude in degrees, any finite number of turns
     * @param decDeg latitude in degrees, -90 to 90
     * @return 0 to 12 · 4<sup>order</sup> − 1
     * @throws IllegalArgumentException if an argument is NaN or out of range
     */
    public static long index(int order, double raDeg, double decDeg) {
        requireOrder(order);
        double quarters = raDeg / 90.0;
        double turn = quarters - 4 * Math.floor(quarters / 4);
        if (!(Math.abs(decDeg) <= 90 && turn >= 0)) {
            throw new IllegalArgumentException("no position on the sky: %s, %s".formatted(raDeg, decDeg));
        }
        double z = Math.sin(Math.toRadians(decDeg));
        return Math.abs(z) <= BELT_Z
                ? beltIndex(order, turn < 4 ? turn : 0, z)
                : capIndex(order, turn < 4 ? turn : 0, z, decDeg);
    }

    private static long beltIndex(int order, double turn, double z) {
        long nside = 1L << order;
        double along = nside * (0.5 + turn);
        double across = nside * z * 0.75;
        long rising = (long) (along + across);
        long falling = (long) (along - across);
        long risingBase = rising >> order;
        long fallingBase = falling >> order;
        long base;
        if (fallingBase == risingBase) {
            base = fallingBase | 4;
        } else {
            base = fallingBase < risingBase ? fallingBase : risingBase + 8;
        }
        return number(order, base, rising & (nside - 1), nside - (falling & (nside - 1)) - 1);
    }

    private static long capIndex(int order, double turn, double z, double decDeg) {
        long nside = 1L << order;
        int quarter = Math.min(3, (int) turn);
        double within = turn - quarter;
        double height = Math.abs(z);
        // 1 − |z| has lost its digits near the poles, the cosine of the latitude has not
        double fromPole = height < 0.99
                ? nside * Math.sqrt(3 * (1 - height))
                : nside * Math.sin(Math.toRadians(90 - Math.abs(decDeg))) / Math.sqrt((1 + height) / 3);
        long east = Math.min(nside - 1, (long) (within * fromPole));
        long west = Math.min(nside - 1, (long) ((1 - within) * fromPole));
        return z >= 0
                ? number(order, quarter, nside - west - 1, nside - east - 1)
                : number(order, quarter + 8L, east, west);
    }

    /**
     * The centre of a cell.
     *
     * @param order 0 to {@value #MAX_ORDER}
     * @param index of the cell, 0 to 12 · 4<sup>order</sup> − 1
     * @throws IllegalArgumentException if there is no such cell
     */
    public static SkyPosition centre(int order, long index) {
        requireOrder(order);
        if (index < 0 || index >= 12L << (2 * order)) {
            throw new IllegalArgumentException("no cell %d of order %d".formatted(index, order));
        }
        long nside = 1L << order;
        int base = (int) (index >>> (2 * order));
        long x = even(index & ((1L << (2 * order)) - 1));
        long y = even((index & ((1L << (2 * order)) - 1)) >>> 1);
        long row = ((long) BASE_ROW[base] << order) - x - y - 1;
        long fromPole = Math.min(nside, Math.min(row, 4 * nside - row));
        double z;
        double horizontal;
        if (fromPole < nside) {
            double below = (double) fromPole * fromPole / (3.0 * nside * nside);
            z = row < nside ? 1 - below : below - 1;
            horizontal = Math.sqrt(below * (2 - below));
        } else {
            z = (2 * nside - row) * 2.0 / (3.0 * nside);
            horizontal = Math.sqrt((1 - z) * (1 + z));
        }
        long eighths = BASE_LONGITUDE[base] * fromPole + x - y;
        if (eighths < 0) {
            eighths += 8 * fromPole;
        }
        return new SkyPosition(45.0 * eighths / fromPole % 360, Math.toDegrees(Math.atan2(z, horizontal)));
    }

    /**
     * Cells of order {@value #MAX_ORDER} that hold every position of a cone, and some around it: cells are about a quarter of
     * the radius, and a distance must still be asked of each position found.
     *
     * @param raDeg     of the centre, any finite number of turns
     * @param decDeg    of the centre, -90 to 90
     * @param radiusDeg 0 or more; from 180 on it is the whole sky
     * @return ascending, apart from each other, at least 1 and at most 64
     * @throws IllegalArgumentException if an argument is NaN or out of range
     */
    public static List<HealpixRange> cone(double raDeg, double decDeg, double radiusDeg) {
        return new HealpixCone(raDeg, decDeg, radiusDeg).ranges();
    }

    /** Farthest that a point of a cell can be from the cell's centre, in degrees. */
    public static double cellRadiusDeg(int order) {
        requireOrder(order);
        return HealpixCone.CELL_RADIUS_DEG[order];
    }

    private static void requireOrder(int order) {
        if (order < 0 || order > MAX_ORDER) {
            throw new IllegalArgumentException("no HEALPix order: " + order);
        }
    }

    private static long number(int order, long base, long x, long y) {
        return (base << (2 * order)) | spread(x) | (spread(y) << 1);
    }

    /** Moves bit i to bit 2i. */
    private static long spread(long bits) {
        long v = bits;
        v = (v | v << 16) & 0x0000ffff0000ffffL;
        v = (v | v << 8) & 0x00ff00ff00ff00ffL;
        v = (v | v << 4) & 0x0f0f0f0f0f0f0f0fL;
        v = (v | v << 2) & 0x3333333333333333L;
        return (v | v << 1) & 0x5555555555555555L;
    }

    /** Moves bit 2i to bit i. */
    private static long even(long bits) {
        long v = bits & 0x5555555555555555L;
        v = (v | v >>> 1) & 0x3333333333333333L;
        v = (v | v >>> 2) & 0x0f0f0f0f0f0f0f0fL;
        v = (v | v >>> 4) & 0x00ff00ff00ff00ffL;
        v = (v | v >>> 8) & 0x0000ffff0000ffffL;
        return (v | v >>> 16) & 0x00000000ffffffffL;
    }
}
