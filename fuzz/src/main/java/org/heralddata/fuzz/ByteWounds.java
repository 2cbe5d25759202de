package org.heralddata.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Wounds that know nothing of meaning: bits, words, blocks. */
final class ByteWounds {
    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        2,
        127,
        128,
        255,
        256,
        32767,
        32768,
        65535,
        65536,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffff_ffffL,
        0x1_0000_0000L,
        Integer.MAX_VALUE - 8L,
        1L << 30,
        1L << 40,
        1L << 61,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MAX_VALUE - 7
    };

    private ByteWounds() {}

    static byte[] wound(byte[] bytes, byte[] partner, Random random) {
        return switch (random.nextInt(13)) {
            case 0, 1 -> flipped(bytes, random);
            case 2 -> extremeByte(bytes, random);
            case 3, 4 -> extremeWord(bytes, random);
            case 5, 6, 7 -> shiftedCount(bytes, random);
            case 8 -> Arrays.copyOf(bytes, cutLength(bytes, random));
            case 9 -> without(bytes, random);
            case 10 -> copied(bytes, bytes, random);
            case 11 -> partner.length == 0 ? flipped(bytes, random) : copied(bytes, partner, random);
            default -> inserted(bytes, random.nextBoolean() || partner.length == 0 ? bytes : partner, random);
        };
    }

    /** A position: half of the time near the beginning or the end, where headers and directories are. */
    static int position(int length, Random random) {
        int near = Math.min(length, 4096);
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(near);
            case 1 -> length - 1 - random.nextInt(near);
            default -> random.nextInt(length);
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        bytes[position(bytes.length, random)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private static byte[] extremeByte(byte[] bytes, Random random) {
        byte[] values = {0, 1, 0x7f, (byte) 0x80, (byte) 0xff, (byte) random.nextInt()};
        bytes[position(bytes.length, random)] = values[random.nextInt(values.length)];
        return bytes;
    }

    private static byte[] extremeWord(byte[] bytes, Random random) {
        long value = random.nextInt(4) == 0
                ? bytes.length + random.nextInt(9) - 4L
                : EXTREMES[random.nextInt(EXTREMES.length)];
        put(bytes, position(bytes.length, random), width(random), order(random), value);
        return bytes;
    }

    /** Looks for a word that may be a count, a length or an offset, and makes it another. */
    private static byte[] shiftedCount(byte[] bytes, Random random) {
        int width = width(random);
        ByteOrder order = order(random);
        for (int tries = 0; tries < 64; tries++) {
            int at = position(bytes.length, random);
            long old = get(bytes, at, width, order);
            if (old > 0 && old <= 2L * bytes.length) {
                long value = switch (random.nextInt(8)) {
                    case 0 -> old + 1;
                    case 1 -> old - 1;
                    case 2 -> old * 2;
                    case 3 -> old * 256;
                    case 4 -> old * 65536;
                    case 5 -> -old;
                    case 6 -> random.nextInt(bytes.length);
                    default -> old << 24;
                };
                put(bytes, at, width, order, value);
                return bytes;
            }
        }
        return extremeWord(bytes, random);
    }

    private static int cutLength(byte[] bytes, Random random) {
        return random.nextInt(3) == 0
                ? Math.max(0, bytes.length - 1 - random.nextInt(Math.min(bytes.length, 64)))
                : random.nextInt(bytes.length);
    }

    private static byte[] without(byte[] bytes, Random random) {
        int from = position(bytes.length, random);
        int length = blockLength(bytes.length - from, random);
        byte[] rest = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, rest, 0, from);
        System.arraycopy(bytes, from + length, rest, from, rest.length - from);
        return rest;
    }

    /** Puts a block of one over another place of the bytes, or over the same. */
    private static byte[] copied(byte[] bytes, byte[] source, Random random) {
        int from = position(source.length, random);
        int to = source != bytes && random.nextBoolean() && from < bytes.length ? from : position(bytes.length, random);
        int length = blockLength(Math.min(source.length - from, bytes.length - to), random);
        System.arraycopy(source, from, bytes, to, length);
        return bytes;
    }

    private static byte[] inserted(byte[] bytes, byte[] source, Random random) {
        int from = position(source.length, random);
        byte[] block = Arrays.copyOfRange(source, from, from + blockLength(source.length - from, random));
        if (random.nextInt(4) == 0) {
            Arrays.fill(block, (byte) (random.nextBoolean() ? 0 : 0xff));
        }
        int at = position(bytes.length, random);
        byte[] longer = new byte[bytes.length + block.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(block, 0, longer, at, block.length);
        System.arraycopy(bytes, at, longer, at + block.length, bytes.length - at);
        return longer;
    }

    /** Mostly short, at most what there is. */
    private static int blockLength(int most, Random random) {
        int scale = 1 << random.nextInt(1, 17);
        return Math.min(most, 1 + random.nextInt(scale));
    }

    private static int width(Random random) {
        return 1 << random.nextInt(1, 4);
    }

    private static ByteOrder order(Random random) {
        return random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private static long get(byte[] bytes, int at, int width, ByteOrder order) {
        byte[] word = new byte[8];
        int length = Math.min(width, bytes.length - at);
        System.arraycopy(bytes, at, word, order == ByteOrder.LITTLE_ENDIAN ? 0 : 8 - length, length);
        return ByteBuffer.wrap(word).order(order).getLong();
    }

    private static void put(byte[] bytes, int at, int width, ByteOrder order, long value) {
        byte[] word = ByteBuffer.allocate(8).order(order).putLong(value).array();
        int length = Math.min(width, bytes.length - at);
        System.arraycopy(word, order == ByteOrder.LITTLE_ENDIAN ? 0 : 8 - length, bytes, at, length);
    }
}
