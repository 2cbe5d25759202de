package org.heralddata.formats.km3net;

import java.nio.ByteBuffer;
import org.heralddata.spi.rows.RowBuilder;

/** Makes rows of data of the data acquisition for one table. */
final class DaqRows {

    /** Photomultipliers of an optical module. */
    static final int PMTS = 31;

    /** JDAQRate: 2 kHz to 2 MHz on a logarithmic scale of 255 steps; 0 is none. */
    private static final double LEAST_RATE = 2.0e3;

    private static final double RATE_STEP = Math.log(2.0e6 / LEAST_RATE) / 255;

    private DaqRows() {}

    static void add(DaqItem item, String table, RowBuilder rows) {
        switch (item) {
            case DaqItem.Slice(var kind, var header, var frames) -> {
                if (table.equals("slices")) {
                    rows.put(0, kind);
                    rows.put(1, (long) header.detector());
                    rows.put(2, (long) header.run());
                    rows.put(3, header.frameIndex() & 0xffff_ffffL);
                    rows.put(4, header.time());
                    rows.put(5, header.whiteRabbit() ? 1L : 0L);
                    rows.put(6, (long) frames);
                    rows.endRow();
                }
            }
            case DaqItem.SummaryFrame(var slice, var bytes) -> {
                if (table.equals("summary_frames")) {
                    addSummary(slice, bytes, rows);
                }
            }
            case DaqItem.Frame frame -> {
                if (table.equals("timeslice_frames")) {
                    addFrame(frame, rows);
                } else if (table.equals("timeslice_hits")) {
                    addHits(frame, rows);
                }
            }
            case DaqItem.Event event -> {
                if (table.equals("events")) {
                    addEvent(event, rows);
                } else if (table.equals("triggered_hits")) {
                    addEventHits(event, event.triggered(), DaqWalk.TRIGGERED_HIT, rows);
                } else if (table.equals("snapshot_hits")) {
                    addEventHits(event, event.snapshot(), DaqWalk.SNAPSHOT_HIT, rows);
                }
            }
            case DaqItem.Packet packet -> PacketRows.add(packet, table, rows);
        }
    }

    private static int begin(DaqHeader header, int column, RowBuilder rows) {
        rows.put(column, (long) header.run());
        rows.put(column + 1, header.frameIndex() & 0xffff_ffffL);
        return column + 2;
    }

    private static void addSummary(DaqItem.Slice slice, ByteBuffer bytes, RowBuilder rows) {
        begin(slice.header(), 0, rows);
        rows.put(2, slice.header().time());
        rows.put(3, bytes.getInt(0) & 0xffff_ffffL);
        int status = bytes.getInt(8);
        int fifo = bytes.getInt(12);
        rows.put(4, bytes.getInt(4) & 0xffff_ffffL);
        rows.put(5, status & 0xffff_ffffL);
        rows.put(6, fifo & 0xffff_ffffL);
        double[] rates = new double[PMTS];
        for (int pmt = 0; pmt < PMTS; pmt++) {
            int value = bytes.get(24 + pmt) & 0xff;
            rates[pmt] = value == 0 ? 0 : LEAST_RATE * Math.exp(value * RATE_STEP);
        }
        rows.put(7, rates);
        rows.put(8, bits(status));
        rows.put(9, bits(fifo));
        rows.endRow();
    }

    private static long[] bits(int word) {
        long[] bits = new long[PMTS];
        for (int pmt = 0; pmt < PMTS; pmt++) {
            bits[pmt] = ((long) word >>> pmt) & 1;
        }
        return bits;
    }

    private static void addFrame(DaqItem.Frame frame, RowBuilder rows) {
        rows.put(0, frame.slice().kind());
        begin(frame.slice().header(), 1, rows);
        rows.put(3, frame.slice().header().time());
        rows.put(4, frame.module());
        for (int word = 0; word < 3; word++) {
            rows.put(5 + word, frame.bytes().getInt(4 * word) & 0xffff_ffffL);
        }
        rows.put(8, (long) frame.hits().capacity() / DaqWalk.HIT);
        rows.endRow();
    }

    private static void addHits(DaqItem.Frame frame, RowBuilder rows) {
        ByteBuffer hits = frame.hits();
        for (int at = 0; at < hits.capacity(); at += DaqWalk.HIT) {
            int column = begin(frame.slice().header(), 0, rows);
            rows.put(column, frame.module());
            putHit(hits, at, column + 1, rows);
            rows.endRow();
        }
    }

    /** Channel, time (big-endian, whatever is around it) and time over threshold. */
    static void putHit(ByteBuffer hits, int at, int column, RowBuilder rows) {
        rows.put(column, hits.get(at) & 0xffL);
        long time = 0;
        for (int i = 1; i < 5; i++) {
            time = (time << 8) | (hits.get(at + i) & 0xff);
        }
        rows.put(column + 1, time);
        rows.put(column + 2, hits.get(at + 5) & 0xffL);
    }

    private static void addEvent(DaqItem.Event event, RowBuilder rows) {
        DaqHeader header = event.header();
        rows.put(0, (long) header.detector());
        begin(header, 1, rows);
        rows.put(3, header.time());
        rows.put(4, header.whiteRabbit() ? 1L : 0L);
        rows.put(5, event.bytes().getLong(0));
        rows.put(6, event.bytes().getLong(8));
        rows.put(7, (long) event.bytes().getInt(16));
        rows.put(8, (long) event.triggered().capacity() / DaqWalk.TRIGGERED_HIT);
        rows.put(9, (long) event.snapshot().capacity() / DaqWalk.SNAPSHOT_HIT);
        rows.endRow();
    }

    private static void addEventHits(DaqItem.Event event, ByteBuffer hits, int size, RowBuilder rows) {
        for (int at = 0; at < hits.capacity(); at += size) {
            begin(event.header(), 0, rows);
            rows.put(2, event.bytes().getLong(0));
            rows.put(3, hits.getInt(at) & 0xffff_ffffL);
            putHit(hits, at + 4, 4, rows);
            if (size == DaqWalk.TRIGGERED_HIT) {
                rows.put(7, hits.getLong(at + 10));
            }
            rows.endRow();
        }
    }
}
