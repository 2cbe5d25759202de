package org.heralddata.formats.eventio;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.spi.rows.RowBuilder;

/**
 * Histograms (type 100) that CORSIKA and sim_telarray keep of their own work: one row each.
 *
 * @see <a href="https://github.com/cta-observatory/pyeventio">pyeventio, whose layout this is</a>
 */
final class HistogramTable implements ObjectTable {
    private static final String NAME = "histograms";
    private static final int TYPE = 100;
    private static final int OUTSIDE = 8;
    private static final int LEAST_BYTES = 40;

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
        return header.version() == 1 || header.version() == 2;
    }

    @Override
    public boolean add(Header header, Around around, ObjectWalk walk, RowBuilder rows) throws IOException {
        Payload in = walk.content(header);
        int count = in.checkCount(in.i2(), LEAST_BYTES);
        for (int i = 0; i < count; i++) {
            histogram(in, rows);
            rows.endRow();
        }
        return false;
    }

    private static void histogram(Payload in, RowBuilder rows) {
        char type = (char) (in.i1() & 0xff);
        String title = text(in);
        rows.put(0, (long) in.i4());
        rows.put(1, title);
        rows.put(2, String.valueOf(type));
        int across = in.i2();
        int up = in.i2();
        rows.put(3, (long) across);
        rows.put(4, (long) up);
        rows.put(5, in.i4() & 0xffff_ffffL);
        long inside = in.i4() & 0xffff_ffffL;
        rows.put(6, inside);
        boolean real = "RrFD".indexOf(type) >= 0;
        axis(in, real, 7, rows);
        if (up > 0) {
            axis(in, real, 13, rows);
        }
        boolean weighted = type == 'F' || type == 'D';
        if (weighted) {
            rows.put(19, (double) in.f4());
            rows.put(20, (double) in.f4());
            rows.put(21, numbers(in, OUTSIDE, true));
        }
        if (inside > 0) {
            rows.put(22, numbers(in, (long) across * Math.max(1, up), weighted));
        }
    }

    /** A title, padded so that it ends at an even byte. */
    private static String text(Payload in) {
        int length = in.i2() & 0xffff;
        String text = in.text(length);
        if (length % 2 == 0) {
            in.i1();
        }
        return text;
    }

    private static void axis(Payload in, boolean real, int column, RowBuilder rows) {
        rows.put(column, in.i4() & 0xffff_ffffL);
        rows.put(column + 1, in.i4() & 0xffff_ffffL);
        for (int i = 2; i < 6; i++) {
            rows.put(column + i, real ? in.f4() : (double) in.i4());
        }
    }

    private static double[] numbers(Payload in, long count, boolean real) {
        double[] numbers = new double[in.checkCount(count, 4)];
        Arrays.setAll(numbers, i -> real ? in.f4() : in.i4());
        return numbers;
    }
}
