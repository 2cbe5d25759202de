package org.heralddata.formats.root.ntuple;

import org.jspecify.annotations.Nullable;

/**
 * A column as the schema describes it (section "Column Description").
 *
 * @param id             its place among the columns, by which page lists know it
 * @param encoding       null if of a later version
 * @param field          id of the field that it belongs to
 * @param representation which of the alternatives for its field it belongs to
 * @param deferred       true if it was added after the first entries
 * @param min            of the range of quantised numbers
 * @param max            of the same
 */
record ColumnRecord(
        int id,
        @Nullable Encoding encoding,
        int bits,
        int field,
        int representation,
        boolean deferred,
        double min,
        double max) {
    private static final int DEFERRED = 1;
    private static final int RANGE = 2;

    static ColumnRecord read(int id, Frames in) {
        int type = in.u16();
        int bits = in.u16();
        long field = in.u32();
        int flags = in.u16();
        int representation = in.u16();
        boolean deferred = (flags & DEFERRED) != 0;
        if (deferred) {
            in.skip(8);
        }
        boolean ranged = (flags & RANGE) != 0;
        double min = ranged ? in.f64() : 0;
        double max = ranged ? in.f64() : 0;
        if (field > Integer.MAX_VALUE) {
            throw in.broken("a column of field %d".formatted(field));
        }
        Encoding encoding = Encoding.of(type, bits);
        return new ColumnRecord(
                id,
                encoding == Encoding.REAL32_QUANT && !ranged ? null : encoding,
                bits,
                (int) field,
                representation,
                deferred,
                min,
                max);
    }
}
