package org.heralddata.formats.root.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** What is compressed comes back; what is broken is refused without taking memory for it. */
final class BlocksTest {
    private static final BlockDecoder DECODER = new BlockDecoder();

    @ParameterizedTest
    @EnumSource(names = {"ZLIB", "LZ4", "ZSTD"})
    void bytesComeBack(Algorithm algorithm) throws CompressionException {
        byte[] data = smooth(200_000);
        for (int level : new int[] {1, 5, 9}) {
            try (BlockEncoder encoder = BlockEncoder.of(algorithm, level)) {
                byte[] blocks = encoder.encode(data, 3, data.length - 3);
                assertThat(blocks).startsWith(algorithm.letters().getBytes(StandardCharsets.US_ASCII));
                assertThat(blocks.length).isLessThan(data.length);
                assertThat(DECODER.decode(blocks, 0, blocks.length, data.length - 3))
                        .isEqualTo(Arrays.copyOfRange(data, 3, data.length));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LZ4", "ZSTD"})
    void largeObjectsHaveSeveralBlocks(Algorithm algorithm) throws CompressionException {
        byte[] data = smooth(2 * BlockHeader.MOST + 17);
        try (BlockEncoder encoder = BlockEncoder.of(algorithm, 1)) {
            byte[] blocks = encoder.encode(data, 0, data.length);
            assertThat(DECODER.decode(blocks, 0, blocks.length, data.length)).isEqualTo(data);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ZLIB", "LZ4", "ZSTD"})
    void noiseStaysAsItIs(Algorithm algorithm) throws CompressionException {
        byte[] noise = new byte[70_000];
        new Random(1).nextBytes(noise);
        try (BlockEncoder encoder = BlockEncoder.of(algorithm, 1)) {
            assertThat(encoder.encode(noise, 0, noise.length)).isEqualTo(noise);
            assertThat(encoder.encode(noise, 0, 0)).isEmpty();
            assertThat(encoder.encode(noise, 7, 1)).containsExactly(noise[7]);
        }
        assertThat(DECODER.decode(noise, 0, noise.length, noise.length)).isEqualTo(noise);
    }

    @Test
    void zstandardWithoutNativeLibraryGivesTheSame() throws CompressionException {
        byte[] data = smooth(50_000);
        byte[] blocks = encoded(Algorithm.ZSTD, data);
        byte[] out = new byte[data.length];
        new ZstdBlock(new ZstdJavaDecompressor()).decode(blocks, 9, blocks.length - 9, out, 0, out.length);
        assertThat(out).isEqualTo(data);
    }

    @Test
    void readsLzmaAndOldDeflate() throws IOException, CompressionException {
        byte[] data = smooth(50_000);
        byte[] lzma = block(Algorithm.LZMA, xz(data, 1 << 20), data.length);
        assertThat(DECODER.decode(lzma, 0, lzma.length, data.length)).isEqualTo(data);
        byte[] old = block(Algorithm.OLD, bareDeflate(data), data.length);
        assertThat(DECODER.decode(old, 0, old.length, data.length)).isEqualTo(data);
    }

    @Test
    void refusesDictionaryBeyondReason() throws IOException {
        byte[] data = smooth(1000);
        byte[] file = xz(data, 1 << 20);
        // the block's header has the size of the dictionary in byte 4 and ends with its CRC-32 (xz file format, 3.1)
        file[16] = 36;
        var crc = new CRC32();
        crc.update(file, 12, 8);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(20, (int) crc.getValue());
        byte[] huge = block(Algorithm.LZMA, file, data.length);
        assertThatThrownBy(() -> DECODER.decode(huge, 0, huge.length, data.length))
                .isInstanceOf(CompressionException.class);
    }

    @Test
    void refusesUnknownLetters() {
        byte[] blocks = {'Q', 'Q', 1, 1, 0, 0, 2, 0, 0, 0};
        assertThatThrownBy(() -> DECODER.decode(blocks, 0, blocks.length, 2)).hasMessageContaining("51 51");
    }

    @ParameterizedTest
    @EnumSource(names = {"ZLIB", "LZ4", "ZSTD"})
    void refusesWhatTheKeyDoesNotSay(Algorithm algorithm) {
        byte[] data = smooth(1000);
        byte[] blocks = encoded(algorithm, data);
        for (int claimed : new int[] {999, 1001, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> DECODER.decode(blocks, 0, blocks.length, claimed))
                    .isInstanceOf(CompressionException.class);
        }
        assertThatThrownBy(() -> DECODER.decode(blocks, 0, blocks.length - 1, 1000))
                .isInstanceOf(CompressionException.class);
    }

    @Test
    void refusesBlocksThatCannotHoldTheirClaim() {
        byte[] blocks = new BlockHeaderBytes(Algorithm.ZLIB, 10, BlockHeader.MOST).bytes(19);
        assertThatThrownBy(() -> DECODER.decode(blocks, 0, blocks.length, BlockHeader.MOST))
                .hasMessageContaining("cannot hold");
    }

    @Test
    void refusesEmptyBlocksInsteadOfLooping() {
        byte[] blocks = new BlockHeaderBytes(Algorithm.ZLIB, 0, 0).bytes(900);
        assertThatThrownBy(() -> DECODER.decode(blocks, 0, blocks.length, 100)).hasMessageContaining("nothing");
    }

    @Test
    void refusesWrongChecksumOfLz4() {
        byte[] data = smooth(1000);
        byte[] blocks = encoded(Algorithm.LZ4, data);
        blocks[12] ^= 1;
        assertThatThrownBy(() -> DECODER.decode(blocks, 0, blocks.length, 1000)).hasMessageContaining("checksum");
    }

    @ParameterizedTest
    @EnumSource
    void everyChangedByteGivesBytesOrRefusal(Algorithm algorithm) throws IOException {
        byte[] data = smooth(600);
        byte[] blocks = switch (algorithm) {
            case ZLIB, LZ4, ZSTD -> encoded(algorithm, data);
            case LZMA -> block(algorithm, xz(data, 4096), data.length);
            case OLD -> block(algorithm, bareDeflate(data), data.length);
        };
        var random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            byte[] changed = blocks.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(DECODER.decode(changed, 0, changed.length, data.length))
                        .hasSize(data.length);
            } catch (CompressionException refused) {
                assertThat(refused.reason()).isNotEmpty();
            }
        }
    }

    @Test
    void doesNotWriteWhatOnlyOldFilesHave() {
        assertThatThrownBy(() -> BlockEncoder.of(Algorithm.OLD, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BlockEncoder.of(Algorithm.ZLIB, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] encoded(Algorithm algorithm, byte[] data) {
        try (BlockEncoder encoder = BlockEncoder.of(algorithm, 1)) {
            return encoder.encode(data, 0, data.length);
        }
    }

    private record BlockHeaderBytes(Algorithm algorithm, int compressed, int uncompressed) {
        byte[] bytes(int length) {
            byte[] out = new byte[length];
            new BlockHeader(algorithm, compressed, uncompressed).write(out, 0);
            for (int at = 9; at + 9 <= length && compressed == 0; at += 9) {
                System.arraycopy(out, 0, out, at, 9);
            }
            return out;
        }
    }

    private static byte[] block(Algorithm algorithm, byte[] inside, int uncompressed) {
        byte[] out = new BlockHeaderBytes(algorithm, inside.length, uncompressed).bytes(9 + inside.length);
        System.arraycopy(inside, 0, out, 9, inside.length);
        return out;
    }

    private static byte[] xz(byte[] data, int dictionary) throws IOException {
        var options = new LZMA2Options();
        options.setDictSize(dictionary);
        var out = new ByteArrayOutputStream();
        try (var xz = new XZOutputStream(out, options)) {
            xz.write(data);
        }
        return out.toByteArray();
    }

    private static byte[] bareDeflate(byte[] data) {
        var deflater = new Deflater(6, true);
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[data.length + 100];
        int count = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, count);
    }

    private static byte[] smooth(int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (i / 7 % 50 + i % 3);
        }
        return data;
    }
}
