package org.heralddata.formats.km3net;

import java.nio.ByteBuffer;
import org.heralddata.spi.rows.RowBuilder;

/** Makes rows of the packets that modules send: hits (TTDC), acoustics (TAES) and monitoring (TMCH). Big-endian. */
final class PacketRows {
    private static final String MONITORING = "TMCH";
    private static final String HITS = "TTDC";

    /** Run, number, seconds, ticks, module, status. */
    private static final int HEAD = 24;

    private static final int MONITORING_BYTES = 36 + 4 * DaqRows.PMTS + 8 + 48 + 4 + 8;
    private static final double RATE_UNIT = 10;
    private static final double HUNDREDTH = 100;

    private PacketRows() {}

    /** Bytes that a packet has at least after its tag. */
    static int leastBytes(String tag) {
        return tag.equals(MONITORING) ? MONITORING_BYTES : HEAD;
    }

    static void add(DaqItem.Packet packet, String table, RowBuilder rows) {
        ByteBuffer in = packet.bytes();
        boolean monitoring = packet.tag().equals(MONITORING);
        if (monitoring) {
            if (table.equals("monitoring")) {
                addMonitoring(in, rows);
            }
        } else {
            int hits = packet.tag().equals(HITS) ? (in.capacity() - HEAD) / DaqWalk.HIT : 0;
            if (table.equals("packets")) {
                rows.put(0, packet.tag());
                rows.put(1, (long) in.getInt(0));
                rows.put(2, in.getInt(4) & 0xffff_ffffL);
                rows.put(3, DaqHeader.time(in.getInt(8), in.getInt(12)));
                rows.put(4, in.getInt(16) & 0xffff_ffffL);
                rows.put(5, in.getInt(20) & 0xffff_ffffL);
                rows.put(6, (long) hits);
                rows.endRow();
            } else if (table.equals("packet_hits")) {
                addHits(in, hits, rows);
            }
        }
    }

    private static void addHits(ByteBuffer in, int hits, RowBuilder rows) {
        for (int hit = 0; hit < hits; hit++) {
            rows.put(0, (long) in.getInt(0));
            rows.put(1, in.getInt(4) & 0xffff_ffffL);
            rows.put(2, in.getInt(16) & 0xffff_ffffL);
            DaqRows.putHit(in, HEAD + hit * DaqWalk.HIT, 3, rows);
            rows.endRow();
        }
    }

    private static void addMonitoring(ByteBuffer packet, RowBuilder rows) {
        ByteBuffer in = packet.duplicate().rewind().order(packet.order());
        rows.put(0, (long) in.getInt());
        rows.put(1, in.getInt() & 0xffff_ffffL);
        int seconds = in.getInt();
        rows.put(2, DaqHeader.time(seconds, in.getInt()));
        rows.put(3, in.getInt() & 0xffff_ffffL);
        rows.put(4, new long[] {word(in), word(in), word(in), word(in)});
        double[] rates = new double[DaqRows.PMTS];
        for (int pmt = 0; pmt < rates.length; pmt++) {
            rates[pmt] = word(in) * RATE_UNIT;
        }
        rows.put(5, rates);
        rows.put(6, word(in));
        rows.put(7, word(in));
        for (int angle = 0; angle < 3; angle++) {
            rows.put(8 + angle, (double) in.getFloat());
        }
        for (int sensor = 0; sensor < 3; sensor++) {
            rows.put(11 + sensor, new double[] {in.getFloat(), in.getFloat(), in.getFloat()});
        }
        rows.put(14, (in.getShort() & 0xffff) / HUNDREDTH);
        rows.put(15, (in.getShort() & 0xffff) / HUNDREDTH);
        rows.put(16, word(in));
        rows.put(17, word(in));
        rows.endRow();
    }

    private static long word(ByteBuffer in) {
        return in.getInt() & 0xffff_ffffL;
    }
}
