package org.heralddata.formats.eventio;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.table.Column;
import org.heralddata.spi.rows.RowBuilder;

/** Times and sums of the pulses of pixels (type 2016): one row a pixel of which something is written. */
final class PixelTimingTable implements ObjectTable {
    private static final String NAME = "pixel_timing";
    private static final int TYPE = 2016;
    private static final int MOST_PIXELS = 1 << 20;
    private static final int LIST = 1;
    private static final int RANGES = 2;

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
        new Reading(header, around, walk.content(header), rows).read();
        return false;
    }

    /** What is written of one pixel. */
    @SuppressWarnings("ArrayRecordComponent") // put into a row at once
    private record Pulse(double[] times, long[] local, long[] global) {}

    private static final class Reading {
        private static final long[] NO_SUMS = new long[0];

        private final boolean wide;
        private final Header header;
        private final Around around;
        private final Payload in;
        private final RowBuilder rows;
        private final Map<Integer, Pulse> pulses = new HashMap<>();

        Reading(Header header, Around around, Payload in, RowBuilder rows) {
            this.wide = header.version() > 1;
            this.header = header;
            this.around = around;
            this.in = in;
            this.rows = rows;
        }

        void read() {
            long claimed = count();
            if (claimed < 0 || claimed > MOST_PIXELS) {
                throw in.broken("it claims %d pixels".formatted(claimed));
            }
            int pixels = (int) claimed;
            int gains = in.checkCount(in.i2(), 1);
            short before = in.i2();
            short after = in.i2();
            boolean sums = before >= 0 && after >= 0;
            BitSet selected = selected(pixels);
            boolean globalOfSelected = in.i2() < 0;
            int types = in.checkCount(in.i2(), 6);
            long[] timeTypes = new long[types];
            Arrays.setAll(timeTypes, i -> in.i2());
            double[] timeLevels = new double[types];
            Arrays.setAll(timeLevels, i -> in.f4());
            float granularity = in.f4();
            float peak = in.f4();
            for (int pixel : selected.stream().toArray()) {
                double[] times = new double[types];
                Arrays.setAll(times, i -> granularity * in.i2());
                long[] local = sums ? sums(gains) : NO_SUMS;
                pulses.put(pixel, new Pulse(times, local, sums && globalOfSelected ? sums(gains) : NO_SUMS));
            }
            long[][] global = new long[gains][];
            boolean ofAll = sums && !globalOfSelected && !selected.isEmpty();
            for (int gain = 0; gain < gains && ofAll; gain++) {
                global[gain] = sums(in.checkCount(pixels, 1));
            }
            for (int pixel = 0; pixel < pixels; pixel++) {
                Pulse pulse = pulses.get(pixel);
                if (pulse == null && !ofAll) {
                    continue;
                }
                if (around.event() != Around.NONE) {
                    rows.put(0, around.event());
                }
                rows.put(1, (long) header.telescope());
                rows.put(2, (long) pixel);
                rows.put(4, timeTypes);
                rows.put(5, timeLevels);
                rows.put(6, (double) peak);
                if (pulse != null) {
                    rows.put(3, pulse.times());
                    if (sums) {
                        rows.put(7, pulse.local());
                    }
                }
                if (ofAll) {
                    int at = pixel;
                    rows.put(8, Arrays.stream(global).mapToLong(g -> g[at]).toArray());
                } else if (pulse != null && sums) {
                    rows.put(8, pulse.global());
                }
                rows.endRow();
            }
        }

        private long count() {
            return wide ? in.signed() : in.i2();
        }

        private BitSet selected(int pixels) {
            int listType = in.i2();
            if (listType != LIST && listType != RANGES) {
                throw in.broken("its list of pixels is of the unknown kind %d".formatted(listType));
            }
            int size = in.checkCount(count(), listType);
            BitSet selected = new BitSet();
            for (int i = 0; i < size; i++) {
                long first = count();
                long last = listType == RANGES ? count() : first;
                if (first < 0 || first > last || last >= pixels || selected.nextSetBit((int) first) >= 0) {
                    throw in.broken("it lists pixels %d to %d of %d".formatted(first, last, pixels));
                }
                selected.set((int) first, (int) last + 1);
            }
            return selected;
        }

        private long[] sums(int count) {
            long[] sums = new long[count];
            Arrays.setAll(sums, i -> (int) in.signed());
            return sums;
        }
    }
}
