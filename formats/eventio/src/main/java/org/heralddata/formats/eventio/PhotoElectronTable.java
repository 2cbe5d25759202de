package org.heralddata.formats.eventio;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.spi.rows.RowBuilder;

/** Photo-electrons of a camera without noise (type 1208): one row a pixel that has some. */
final class PhotoElectronTable implements ObjectTable {
    private static final String NAME = "photo_electrons";
    private static final int TYPE = 1208;
    private static final int LARGEST = 32 << 20;
    private static final int WITH_AMPLITUDES = 1;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Column> columns() {
        return TableLayout.columns(NAME);
    }

    @Override
    public boolean isOf(Header header) {
        return header.type() == TYPE;
    }

    @Override
    public boolean reads(Header header) {
        return header.version() >= 1 && header.version() <= 3;
    }

    @Override
    public boolean add(Header header, Around around, ObjectWalk walk, RowBuilder rows) throws IOException {
        Payload in = walk.content(header, LARGEST);
        in.i4(); // photo-electrons in all
        in.i4(); // pixels of the camera
        int flags = header.version() > 1 ? in.i2() : 0;
        int pixels = in.checkCount(in.i4(), 6);
        for (int i = 0; i < pixels; i++) {
            long pixel = header.version() > 2 ? in.signed() : in.i2();
            int count = in.checkCount(in.i4(), Float.BYTES);
            if (around.calibration() != Around.NONE) {
                rows.put(1, around.calibration());
            } else if (around.event() != Around.NONE) {
                rows.put(0, around.event());
            }
            rows.put(2, (long) (header.id() / 1000));
            rows.put(3, (long) (header.id() % 1000));
            rows.put(4, (long) (int) pixel);
            rows.put(5, (long) count);
            rows.put(6, floats(in, count));
            if ((flags & WITH_AMPLITUDES) != 0) {
                rows.put(7, floats(in, count));
            }
            rows.endRow();
        }
        return false;
    }

    private static double[] floats(Payload in, int count) {
        double[] values = new double[in.checkCount(count, Float.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.f4();
        }
        return values;
    }
}
