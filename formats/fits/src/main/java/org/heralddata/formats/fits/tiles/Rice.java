package org.heralddata.formats.fits.tiles;

import java.nio.ByteBuffer;

/**
 * Integers packed by Rice's method in blocks of 32: FITS 4.0, section 10.4.1; R. White, "High-performance compression of
 * astronomical images" (1992).
 */
final class Rice {
    private static final int BLOCK = 32;

    private final byte[] packed;
    private final int width;
    private int at;
    private int bits;
    private int buffered;

    Rice(byte[] packed, int width) {
        this.packed = packed;
        this.width = width;
    }

    byte[] unpack(int numbers) throws BrokenTile {
        int choiceBits = width == 4 ? 5 : width == 2 ? 4 : 3;
        int unpackedChoice = width == 4 ? 25 : width == 2 ? 14 : 6;
        ByteBuffer out = ByteBuffer.allocate(Math.multiplyExact(numbers, width));
        if (numbers == 0) {
            return out.array();
        }
        int last = read(8 * width);
        for (int from = 0; from < numbers; from += BLOCK) {
            int length = Math.min(BLOCK, numbers - from);
            int split = read(choiceBits) - 1;
            for (int i = 0; i < length; i++) {
                if (split >= 0) {
                    int folded = split == unpackedChoice ? read(8 * width) : zeros() << split | read(split);
                    last += (folded & 1) == 0 ? folded >>> 1 : ~(folded >>> 1);
                }
                put(out, last);
            }
        }
        return out.array();
    }

    private void put(ByteBuffer out, int number) {
        switch (width) {
            case 1 -> out.put((byte) number);
            case 2 -> out.putShort((short) number);
            default -> out.putInt(number);
        }
    }

    /** Zero bits before the next one, which is taken too. */
    private int zeros() throws BrokenTile {
        int zeros = 0;
        while (read(1) == 0) {
            zeros++;
        }
        return zeros;
    }

    /** The next up to 32 bits, most significant first. */
    private int read(int count) throws BrokenTile {
        int value = 0;
        for (int left = count; left > 0; ) {
            if (buffered == 0) {
                if (at == packed.length) {
                    throw new BrokenTile("the packed bytes end too early");
                }
                bits = packed[at++] & 0xff;
                buffered = 8;
            }
            int take = Math.min(left, buffered);
            int next = bits >>> (buffered - take) & ((1 << take) - 1);
            value = value << take | next;
            buffered -= take;
            left -= take;
        }
        return value;
    }
}
