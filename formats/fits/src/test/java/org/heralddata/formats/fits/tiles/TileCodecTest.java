package org.heralddata.formats.fits.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Packed bytes unpack to just what is expected, or are refused. */
class TileCodecTest {
    private static final TilePart THREE_PAIRS = new TilePart(3, 2, 2);
    private static final TilePart ONE_ROW = new TilePart(1, 6, 2);

    @Test
    void factsColumnsMayStandRowByRowOrElementByElement() throws BrokenTile {
        assertThat(shorts(TileCodec.FACT.unpack(fact('R', 0, 1, 2, 3, 4, 5, 6), THREE_PAIRS)))
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(shorts(TileCodec.FACT.unpack(fact('C', 0, 1, 2, 3, 4, 5, 6), THREE_PAIRS)))
                .containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void factsHuffmanCodesGiveTheirSymbols() throws BrokenTile {
        ByteBuffer chunk = little(64).putLong(6).putLong(3);
        chunk.putShort((short) 7).put((byte) 1).put((byte) 0b0);
        chunk.putShort((short) -2).put((byte) 2).put((byte) 0b01);
        chunk.putShort((short) 300).put((byte) 2).put((byte) 0b11);
        chunk.put((byte) 0b1_0_0_01_0_11).put((byte) 0b1);
        byte[] block = huffman(chunk);
        assertThat(shorts(TileCodec.FACT.unpack(block, ONE_ROW))).containsExactly(300, 7, -2, 7, 7, 300);
    }

    @Test
    void aSingleHuffmanCodeFillsTheColumn() throws BrokenTile {
        byte[] block = huffman(little(18).putLong(6).putLong(1).putShort((short) 9));
        assertThat(shorts(TileCodec.FACT.unpack(block, ONE_ROW)))
                .containsOnly(9)
                .hasSize(6);
    }

    @Test
    void refusesBytesThatLie() throws IOException {
        refused(TileCodec.NOCOMPRESS, new byte[11], "11 bytes where 12 are expected");
        refused(TileCodec.GZIP_1, gzip(new byte[13]), "more bytes than the 12 expected");
        refused(TileCodec.GZIP_2, gzip(new byte[11]), "only 11 bytes where 12 are expected");
        refused(TileCodec.GZIP_1, new byte[12], "gzip stream is broken");
        refused(TileCodec.RICE_1, new byte[2], "end too early");
        refused(TileCodec.FACT, new byte[12], "neither R nor C");
        refused(TileCodec.FACT, new byte[3], "end too early");
        refused(TileCodec.FACT, fact('R', 5, 1, 2, 3, 4, 5, 6), "the processing 5");
        refused(TileCodec.FACT, fact('R', 0, 1, 2), "end too early");
        refused(TileCodec.FACT, huffman(little(18).putLong(1L << 40).putLong(1)), "symbols where");
        refused(TileCodec.FACT, huffman(little(18).putLong(6).putLong(1L << 40)), "codes; there must be");
        refused(TileCodec.FACT, huffman(little(18).putLong(6).putLong(0)), "0 codes");
    }

    @Test
    void anyBytesAreUnpackedOrRefused() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            for (TileCodec codec : TileCodec.values()) {
                try {
                    assertThat(codec.unpack(bytes, THREE_PAIRS)).hasSize(12);
                } catch (BrokenTile refused) {
                    assertThat(refused).hasMessageMatching("[^\\n]+");
                }
            }
        }
    }

    private static void refused(TileCodec codec, byte[] packed, String why) {
        assertThatThrownBy(() -> codec.unpack(packed, ONE_ROW))
                .isInstanceOf(BrokenTile.class)
                .hasMessageContaining(why);
    }

    private static byte[] fact(char order, int processing, int... numbers) {
        ByteBuffer block =
                little(12 + 2 * numbers.length).putLong(0).put((byte) order).put((byte) 1);
        block.putShort((short) processing);
        for (int number : numbers) {
            block.putShort((short) number);
        }
        return bytes(block);
    }

    private static byte[] huffman(ByteBuffer chunk) {
        ByteBuffer block =
                little(16 + chunk.position()).putLong(0).put((byte) 'R').put((byte) 1);
        block.putShort((short) 2).putInt(chunk.position()).put(bytes(chunk));
        return bytes(block);
    }

    private static byte[] bytes(ByteBuffer filled) {
        byte[] bytes = new byte[filled.position()];
        filled.get(0, bytes);
        return bytes;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int[] shorts(byte[] bigEndian) {
        int[] numbers = new int[bigEndian.length / 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ByteBuffer.wrap(bigEndian).getShort(2 * i);
        }
        return numbers;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
