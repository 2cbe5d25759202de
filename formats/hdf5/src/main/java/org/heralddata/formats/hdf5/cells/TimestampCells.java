package org.heralddata.formats.hdf5.cells;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.heralddata.formats.hdf5.file.Datatype;
import org.heralddata.model.table.Vector;

/**
 * numpy's {@code datetime64}: an opaque type whose tag tells the unit (h5py), or a plain integer whose attributes do
 * (pandas). NaT is null.
 */
final class TimestampCells implements Cells {
    private static final Map<String, Long> NANOSECONDS = Map.of(
            "datetime64", 1L,
            "datetime64[ns]", 1L,
            "datetime64[us]", 1_000L,
            "datetime64[ms]", 1_000_000L,
            "datetime64[s]", 1_000_000_000L,
            "datetime64[D]", 86_400_000_000_000L);

    private final LongCells numbers = new LongCells(new Datatype.Int(8, true, false, 0, 64));
    private final long factor;

    /** @param dtype numpy's name of the type, such as {@code datetime64[us]} */
    TimestampCells(String dtype) {
        factor = factor(dtype).orElseThrow();
    }

    static Optional<Long> factor(String dtype) {
        return Optional.ofNullable(NANOSECONDS.get(dtype.replace("NUMPY:", "")));
    }

    @Override
    public void add(byte[] raw, int at, int stride, int count) {
        numbers.add(raw, at, stride, count);
    }

    @Override
    public Vector take() {
        Vector taken = numbers.take();
        var nulls = new BitSet();
        if (!(taken instanceof Vector.Longs(var values, var size, var none))) {
            return taken;
        }
        for (int i = 0; i < size; i++) {
            if (values[i] == Long.MIN_VALUE || Math.multiplyHigh(values[i], factor) != ((values[i] * factor) >> 63)) {
                nulls.set(i);
                values[i] = 0;
            } else {
                values[i] *= factor;
            }
        }
        return new Vector.Longs(values, size, nulls.isEmpty() ? null : nulls);
    }
}
