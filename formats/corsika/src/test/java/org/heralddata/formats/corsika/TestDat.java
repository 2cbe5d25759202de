package org.heralddata.formats.corsika;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Composes small particle files sub-block by sub-block, right or wrong. */
final class TestDat {
    private final List<ByteBuffer> blocks = new ArrayList<>();
    private final int words;
    private final ByteOrder order;

    TestDat(int words, ByteOrder order) {
        this.words = words;
        this.order = order;
    }

    /** A run of three showers, each with one sub-block of a muon and a photon and one of a longitudinal profile. */
    static TestDat threeShowers(int words, ByteOrder order) {
        TestDat dat = new TestDat(words, order).block("RUNH", 7, 151224, 7.5f, 1, 11000);
        for (int event = 1; event <= 3; event++) {
            dat.block("EVTH", event, 14, 1000f * event);
            dat.set(46, 7.5f).set(75, 2).set(76, 6);
            int size = words / 39;
            dat.block("")
                    .set(1, 5011)
                    .set(4, 3.5f * event)
                    .set(7, 100)
                    .set(size + 1, 1571)
                    .set(size + 4, 0.25f)
                    .set(size + 5, -12.5f);
            dat.block("LONG").set(14, 5).set(15, 6);
            dat.block("EVTE", event, 1, 0, 0, 1, 2);
        }
        return dat.block("RUNE", 7, 3);
    }

    TestDat block(String tag, float... from2) {
        ByteBuffer block = ByteBuffer.allocate(4 * words).order(order);
        block.put(tag.getBytes(StandardCharsets.ISO_8859_1));
        blocks.add(block);
        for (int i = 0; i < from2.length; i++) {
            set(2 + i, from2[i]);
        }
        return this;
    }

    /** A word of the last sub-block. */
    TestDat set(int word, float value) {
        blocks.getLast().putFloat(4 * (word - 1), value);
        return this;
    }

    /** Records of 21 sub-blocks, the last padded with zeros, between markers of so many bytes; none for 0. */
    byte[] bytes(int marker) {
        int perRecord = 21;
        var out = new ByteArrayOutputStream();
        for (int first = 0; first < blocks.size(); first += perRecord) {
            ByteBuffer length = ByteBuffer.allocate(8).order(order);
            if (marker == 8) {
                length.putLong(0, 4L * words * perRecord);
            } else {
                length.putInt(0, 4 * words * perRecord);
            }
            out.write(length.array(), 0, marker);
            for (int i = first; i < first + perRecord; i++) {
                byte[] block = i < blocks.size() ? blocks.get(i).array() : new byte[4 * words];
                out.write(block, 0, block.length);
            }
            out.write(length.array(), 0, marker);
        }
        return out.toByteArray();
    }
}
