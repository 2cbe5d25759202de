package org.heralddata.query.cube;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Cubes as they are kept and sent: gzip of {@code HCUBES1\n}, the length of the head as a 32-bit number, the head in JSON,
 * blanks up to a multiple of 8, then an array a view at the byte that the head tells, from the end of the blanks. Arrays are
 * unsigned, of 8, 16 or 32 bits, little endian. Safe for many threads; the bytes are not to be changed.
 */
public final class PackedCubes {
    private static final byte[] MAGIC = "HCUBES1\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] gzip;

    private PackedCubes(byte[] gzip) {
        this.gzip = gzip;
    }

    /** What {@link #gzip} gave. */
    public static PackedCubes ofGzip(byte[] gzip) {
        return new PackedCubes(gzip);
    }

    /** @param words what the head says of columns */
    public static PackedCubes of(Cubes cubes, CubeHead.Words words) {
        int[] widths = cubes.counts().stream().mapToInt(PackedCubes::width).toArray();
        byte[] head = CubeHead.json(cubes, widths, words).getBytes(StandardCharsets.UTF_8);
        var packed = new ByteArrayOutputStream(1 << 16);
        try (var out = new Quick(packed)) {
            out.write(MAGIC);
            out.write(number(head.length));
            out.write(head);
            int begun = MAGIC.length + 4 + head.length;
            out.write(" ".repeat(-begun & 7).getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < widths.length; i++) {
                out.write(array(cubes.counts().get(i), widths[i]));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new PackedCubes(packed.toByteArray());
    }

    /** Compresses a little, quickly: most of the numbers are small. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static int width(int[] counts) {
        int bits = 0;
        for (int count : counts) {
            bits |= count;
        }
        return bits >>> 8 == 0 ? 1 : bits >>> 16 == 0 ? 2 : 4;
    }

    /** Filled up with zeros to a multiple of 8 bytes. */
    private static byte[] array(int[] counts, int width) {
        var bytes = ByteBuffer.allocate(CubeHead.padded(counts.length, width)).order(ByteOrder.LITTLE_ENDIAN);
        for (int count : counts) {
            switch (width) {
                case 1 -> bytes.put((byte) count);
                case 2 -> bytes.putShort((short) count);
                default -> bytes.putInt(count);
            }
        }
        return bytes.array();
    }

    public byte[] gzip() {
        return gzip;
    }

    /** Without the compression. */
    public byte[] bytes() {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip), 1 << 16)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same for people: the head, with {@code counts}, a list a view. */
    public String json() {
        ByteBuffer all = ByteBuffer.wrap(bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int length = all.getInt(MAGIC.length);
        int begin = MAGIC.length + 4;
        String head = new String(all.array(), begin, length, StandardCharsets.UTF_8);
        all.position(begin + length + (-(begin + length) & 7));
        return head.substring(0, head.length() - 1) + ",\"counts\":[" + CubeHead.lists(head, all) + "]}";
    }
}
