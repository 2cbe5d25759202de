package org.heralddata.bench;

import java.util.Arrays;
import java.util.zip.Deflater;
import org.heralddata.formats.hdf5.filter.Shuffle;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;

/** What {@code java.util.zip} takes, in one thread, for the bytes that the HDF5 writer shuffles and deflates; nothing else. */
final class PlainDeflate {

    /** 128 kB of doubles, two batches. */
    private static final int CHUNK = 2 * Batch.ROWS;

    private PlainDeflate() {}

    /** Compresses all columns; tells how many bytes come out. */
    @SuppressWarnings("ReferenceEquality") // which batch it is, not what is in it
    static long run(Doubles data) {
        var deflater = new Deflater(1);
        byte[] out = new byte[16 * CHUNK];
        long size = 0;
        for (int column = 0; column < data.header().columns().size(); column++) {
            byte[] chunk = new byte[8 * CHUNK];
            int filled = 0;
            for (Batch batch : data.batches()) {
                filled = add(batch.vectors().get(column), chunk, filled);
                if (filled == chunk.length || batch == data.batches().getLast()) {
                    deflater.reset();
                    deflater.setInput(Shuffle.encode(Arrays.copyOf(chunk, filled), 8));
                    deflater.finish();
                    size += deflater.deflate(out);
                    filled = 0;
                }
            }
        }
        deflater.end();
        return size;
    }

    private static int add(Vector vector, byte[] chunk, int filled) {
        int at = filled;
        if (vector instanceof Vector.Doubles(var values, var size, var nulls)) {
            for (int i = 0; i < size; i++) {
                long bits = Double.doubleToRawLongBits(values[i]);
                for (int b = 0; b < 8; b++) {
                    chunk[at++] = (byte) (bits >> (8 * b));
                }
            }
        }
        return at;
    }
}
