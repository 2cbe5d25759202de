package org.heralddata.formats.eventio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.spi.rows.RowBuilder;

/**
 * Raw data of a camera: sums (type 2012), a row a gain, or samples (type 2013), a row a gain and pixel. Numbers are written as
 * differences from one to the next.
 */
final class AdcTable implements ObjectTable {
    private static final int SUMS = 2012;
    private static final int SAMPLES = 2013;
    private static final int VERSION = 3;

    private final int type;

    private AdcTable(int type) {
        this.type = type;
    }

    static AdcTable sums() {
        return new AdcTable(SUMS);
    }

    static AdcTable samples() {
        return new AdcTable(SAMPLES);
    }

    @Override
    public String name() {
        return type == SUMS ? "adc_sums" : "adc_samples";
    }

    @Override
    public List<Column> columns() {
        return TableLayout.columns(name());
    }

    @Override
    public boolean isOf(Header header) {
        return header.type() == type;
    }

    /** Of the ways to leave out what is not significant, the list of pixels of samples is read and no other. */
    @Override
    public boolean reads(Header header) {
        boolean reduced = ((header.id() >> 5) & 0x1f) != 0;
        boolean listKnown = ((header.id() >> 10) & 1) != 0;
        return header.version() == VERSION && !reduced && !listKnown && (type == SAMPLES || suppression(header) == 0);
    }

    private static int suppression(Header header) {
        return header.id() & 0x1f;
    }

    @Override
    public boolean add(Header header, Around around, ObjectWalk walk, RowBuilder rows) throws IOException {
        Payload in = walk.content(header);
        int pixels = in.i4();
        int gains = in.i2();
        int samples = type == SAMPLES ? in.i2() : pixels;
        in.checkCount(gains, 1);
        if (type == SUMS) {
            for (int gain = 0; gain < gains; gain++) {
                begin(header, around, gain, rows);
                rows.put(4, differences(in, samples));
                rows.endRow();
            }
            return false;
        }
        List<Range> ranges = suppression(header) == 0 ? List.of(new Range(0, pixels - 1L)) : ranges(in, pixels);
        for (int gain = 0; gain < gains; gain++) {
            for (Range range : ranges) {
                if (samples == 0) {
                    in.checkCount(range.last() - range.first() + 1, 1);
                }
                for (long pixel = range.first(); pixel <= range.last(); pixel++) {
                    begin(header, around, gain, rows);
                    rows.put(4, pixel);
                    rows.put(5, differences(in, samples));
                    rows.endRow();
                }
            }
        }
        return false;
    }

    private record Range(long first, long last) {}

    /** Pixels that were kept: a negative number is a single pixel, counted from -1. */
    private static List<Range> ranges(Payload in, int pixels) {
        int count = in.checkCount(in.signed(), 1);
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long first = in.signed();
            Range range = first < 0 ? new Range(-first - 1, -first - 1) : new Range(first, in.signed());
            if (range.first() > range.last() || range.last() >= pixels) {
                throw in.broken("it lists pixels %d to %d of %d".formatted(range.first(), range.last(), pixels));
            }
            ranges.add(range);
        }
        return ranges;
    }

    private static void begin(Header header, Around around, int gain, RowBuilder rows) {
        if (around.event() != Around.NONE) {
            rows.put(0, around.event());
        }
        rows.put(1, (long) header.telescope());
        if (around.calibration() != Around.NONE) {
            rows.put(2, around.calibration());
        }
        rows.put(3, (long) gain);
    }

    private long[] differences(Payload in, int count) {
        long[] values = new long[in.checkCount(count, 1)];
        int value = 0;
        for (int i = 0; i < values.length; i++) {
            value += (int) in.signed();
            values[i] = type == SAMPLES ? value & 0xffff : value & 0xffff_ffffL;
        }
        return values;
    }
}
