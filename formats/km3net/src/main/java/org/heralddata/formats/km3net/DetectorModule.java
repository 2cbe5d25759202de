package org.heralddata.formats.km3net;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module of a detector.
 *
 * @param pose   x, y, z, q0, qx, qy, qz, t0; null before version 4
 * @param status null before version 5
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the walk to the row
record DetectorModule(
        long id,
        long string,
        long floor,
        double @Nullable [] pose,
        @Nullable Long status,
        List<Pmt> pmts) {

    /**
     * @param values x, y, z, dx, dy, dz, t0
     * @param status null before version 3
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from the walk to the row
    record Pmt(long id, double[] values, @Nullable Long status) {}

    static final int POSE = 8;
    static final int PMT = 7;
}
