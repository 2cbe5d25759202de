package org.heralddata.formats.km3net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reads DATX, the binary form of a detector description: little-endian, version 5. */
final class DatxWalk implements DetectorWalk {
    private static final int COMMENT = 0x2323_2323;
    private static final int LONGEST = 1 << 16;
    private static final int MOST_COMMENTS = 10_000;
    private static final String VERSION = "5";

    private final Bytes bytes;
    private final SequencedMap<String, String> facts = new LinkedHashMap<>();
    private final long count;
    private long read;

    DatxWalk(Bytes bytes) throws IOException {
        this.bytes = bytes;
        List<String> comments = new ArrayList<>();
        int word = next(4).getInt();
        for (; word == COMMENT; word = next(4).getInt()) {
            String comment = text();
            if (comments.size() < MOST_COMMENTS) {
                comments.add(comment.strip());
            }
        }
        facts.put("detector_id", Integer.toString(word));
        long at = bytes.position();
        String version = text();
        if (!version.equalsIgnoreCase("v" + VERSION)) {
            throw bytes.place()
                    .refusal(
                            Km3netCode.UNSUPPORTED,
                            at,
                            "a binary detector description of version `%s`; version %s is read"
                                    .formatted(printable(version), VERSION));
        }
        ByteBuffer validity = next(16);
        facts.put("valid_from", Double.toString(validity.getDouble()));
        facts.put("valid_until", Double.toString(validity.getDouble()));
        text(); // UTM
        facts.put("utm_grid", printable(text()) + " " + printable(text()));
        ByteBuffer position = next(24);
        facts.put("utm_easting", position.getDouble() + " m");
        facts.put("utm_northing", position.getDouble() + " m");
        facts.put("utm_height", position.getDouble() + " m");
        facts.put("version", VERSION);
        count = Math.max(0, next(4).getInt());
        facts.put("n_modules", Long.toString(count));
        if (!comments.isEmpty()) {
            facts.put("comments", String.join("\n", comments));
        }
    }

    /** True of the first bytes of such a file: a comment, or a number and the version. */
    static boolean begins(byte[] head) {
        if (head.length < 16) {
            return false;
        }
        ByteBuffer words = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int length = words.getInt(4);
        if (words.getInt(0) == COMMENT) {
            return length > 0 && length < LONGEST;
        }
        return length == 2 && (head[8] | 0x20) == 'v' && Character.isDigit(head[9]);
    }

    @Override
    public SequencedMap<String, String> facts() {
        return facts;
    }

    @Override
    public @Nullable DetectorModule next() throws IOException {
        if (read == count) {
            return null;
        }
        read++;
        ByteBuffer head = next(12 + 8 * DetectorModule.POSE + 8);
        long id = head.getInt();
        long string = head.getInt();
        long floor = head.getInt();
        double[] pose = new double[DetectorModule.POSE];
        head.asDoubleBuffer().get(pose);
        head.position(head.position() + 8 * DetectorModule.POSE);
        long status = head.getInt();
        int pmtCount = head.getInt();
        List<DetectorModule.Pmt> pmts = new ArrayList<>();
        for (int i = 0; i < pmtCount; i++) {
            ByteBuffer pmt = next(4 + 8 * DetectorModule.PMT + 4);
            long pmtId = pmt.getInt();
            double[] values = new double[DetectorModule.PMT];
            pmt.asDoubleBuffer().get(values);
            pmts.add(new DetectorModule.Pmt(pmtId, values, (long) pmt.getInt(4 + 8 * DetectorModule.PMT)));
            if (pmts.size() > LONGEST) {
                throw bytes.place()
                        .refusal(
                                Km3netCode.BROKEN,
                                bytes.position(),
                                "a module has %d photomultipliers".formatted(pmtCount));
            }
        }
        return new DetectorModule(id, string, floor, pose, status, pmts);
    }

    private String text() throws IOException {
        long at = bytes.position();
        int length = next(4).getInt();
        if (length < 0 || length > LONGEST) {
            throw bytes.place()
                    .refusal(Km3netCode.BROKEN, at, "a text of %d characters cannot stand here".formatted(length));
        }
        return StandardCharsets.ISO_8859_1.decode(next(length)).toString();
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private ByteBuffer next(int length) throws IOException {
        return bytes.next(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
