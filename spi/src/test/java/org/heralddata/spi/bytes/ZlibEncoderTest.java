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
