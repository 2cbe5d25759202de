package org.heralddata.spi.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

final class ZlibEncoderTest {
    private static final int COUNT = 16_384;
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void givesBackNoiseInNoMoreBytesThanASearch() throws DataFormatException {
        byte[] noise = doubles(i -> random.nextGaussian());
        assertThat(encoded(noise)).isLessThanOrEqualTo(searched(noise));
    }

    @Test
    void findsRepetitionsAsASearchDoes() throws DataFormatException {
        byte[] rounded = doubles(i -> Math.rint(random.nextDouble() * 1000) / 10);
        assertThat(encoded(rounded)).isEqualTo(searched(rounded));
        double[] few = random.doubles(50).toArray();
        byte[] repeated = doubles(i -> few[random.nextInt(50)]);
        assertThat(encoded(repeated)).isEqualTo(searched(repeated));
        assertThat(encoded(new byte[10])).isEqualTo(searched(new byte[10]));
    }

    /** Slices that are stored, counted and searched, each kind first, last, and at the side of the others. */
    @Test
    void givesBackSlicesOfAllKindsInAnyOrder() throws DataFormatException {
        for (int order = 0; order < 27; order++) {
            byte[] data = new byte[3 * 48_000 + order];
            for (int part = 0, kinds = order; part < 3; part++, kinds /= 3) {
                for (int i = 0; i < 48_000; i++) {
                    data[part * 48_000 + i] = (byte)
                            switch (kinds % 3) {
                                case 0 -> random.nextInt(256);
                                case 1 -> (int) (30 * random.nextGaussian());
                                default -> i / 7 % 50;
                            };
                }
            }
            // At most the slices at both borders are taken for what they are not.
            assertThat(encoded(data)).isLessThanOrEqualTo(searched(data) + 2 * 16_384);
        }
    }

    @Test
    void findsWhatEverySliceOfShuffledNumbersIsBestServedBy() throws DataFormatException {
        byte[] noise = shuffled(doubles(i -> random.nextGaussian()));
        assertThat(encoded(noise)).isLessThan(searched(noise) * 99 / 100);
        byte[] rounded = shuffled(doubles(i -> Math.rint(random.nextDouble() * 1000) / 10));
        assertThat(encoded(rounded)).isLessThan(searched(rounded) * 95 / 100);
    }

    private static byte[] shuffled(byte[] data) {
        byte[] out = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            out[i % 8 * COUNT + i / 8] = data[i];
        }
        return out;
    }

    @Test
    void tellsThatThereIsNoRoom() {
        try (var encoder = new ZlibEncoder(1)) {
            byte[] noise = doubles(i -> random.nextGaussian());
            assertThat(encoder.encode(noise, 0, noise.length, new byte[noise.length / 2], 0))
                    .isNegative();
        }
    }

    /** The length of the stream, once it is known to be right. */
    private static int encoded(byte[] data) throws DataFormatException {
        byte[] out = new byte[2 * data.length + 64];
        int count;
        try (var encoder = new ZlibEncoder(1)) {
            encoder.encode(data, 0, data.length, out, 3);
            count = encoder.encode(data, 0, data.length, out, 3);
        }
        var inflater = new Inflater();
        inflater.setInput(out, 3, count);
        byte[] back = new byte[data.length];
        assertThat(inflater.inflate(back)).isEqualTo(data.length);
        inflater.end();
        assertThat(back).isEqualTo(data);
        return count;
    }

    private static int searched(byte[] data) {
        var deflater = new Deflater(1);
        deflater.setInput(data);
        deflater.finish();
        int count = deflater.deflate(new byte[2 * data.length + 64]);
        deflater.end();
        return count;
    }

    private static byte[] doubles(IntToDoubleFunction values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * COUNT);
        for (int i = 0; i < COUNT; i++) {
            buffer.putDouble(values.applyAsDouble(i));
        }
        return buffer.array();
    }
}
