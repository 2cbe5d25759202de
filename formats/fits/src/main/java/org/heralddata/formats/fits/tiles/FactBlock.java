package org.heralddata.formats.fits.tiles;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A column of a tile as FACT's zfits packs it, all numbers least significant byte first: the size of the block (8 bytes),
 * the order of its numbers ('R' row by row, 'C' one element of the cell of all rows after the other), the number of
 * processings (1 byte), each of them (2 bytes), the packed numbers.
 */
final class FactBlock {
    private static final int RAW = 0;
    private static final int SMOOTHING = 1;
    private static final int HUFFMAN_16 = 2;

    private final ByteBuffer in;
    private final TilePart part;

    FactBlock(byte[] packed, TilePart part) {
        this.in = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        this.part = part;
    }

    byte[] unpack() throws BrokenTile {
        try {
            in.getLong();
            char order = (char) in.get();
            int[] processings = new int[in.get() & 0xff];
            for (int i = 0; i < processings.length; i++) {
                processings[i] = in.getShort() & 0xffff;
            }
            if (order != 'R' && order != 'C') {
                throw new BrokenTile("the order 0x%02x is neither R nor C".formatted((int) order));
            }
            return swapped(unprocessed(processings, order), order == 'R');
        } catch (BufferUnderflowException tooShort) {
            throw new BrokenTile("the packed bytes end too early");
        }
    }

    private byte[] unprocessed(int[] processings, char order) throws BrokenTile {
        byte[] numbers = new byte[0];
        for (int i = processings.length - 1; i >= 0; i--) {
            switch (processings[i]) {
                case RAW -> numbers = raw();
                case SMOOTHING -> unsmooth(numbers);
                case HUFFMAN_16 -> numbers = huffman(order == 'R' ? part.rows() : part.repeat());
                default ->
                    throw new BrokenTile("the processing %d is none of FACT's (0, 1, 2)".formatted(processings[i]));
            }
        }
        return TileCodec.plain(numbers, part.bytes());
    }

    private byte[] raw() {
        byte[] numbers = new byte[part.bytes()];
        in.get(numbers);
        return numbers;
    }

    /** Each chunk is packed on its own; their sizes come first. */
    private byte[] huffman(int chunks) throws BrokenTile {
        if (chunks > in.remaining() / 4) {
            throw new BrokenTile("the packed bytes end too early");
        }
        int[] sizes = new int[chunks];
        for (int i = 0; i < chunks; i++) {
            sizes[i] = in.getInt();
        }
        ByteBuffer out = ByteBuffer.allocate(part.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int size : sizes) {
            if (size < 0 || size > in.remaining()) {
                throw new BrokenTile("a chunk of %d bytes where %d are left".formatted(size, in.remaining()));
            }
            Huffman16.unpack(in.slice(in.position(), size).order(ByteOrder.LITTLE_ENDIAN), out);
            in.position(in.position() + size);
        }
        if (out.hasRemaining()) {
            throw new BrokenTile("only %d bytes where %d are expected".formatted(out.position(), out.capacity()));
        }
        return out.array();
    }

    /** From the third number on, what is stored is the difference to the mean of the two before. */
    private static void unsmooth(byte[] bytes) {
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 4; at + 1 < bytes.length; at += 2) {
            int mean = (numbers.getShort(at - 2) + numbers.getShort(at - 4)) / 2;
            numbers.putShort(at, (short) (numbers.getShort(at) + mean));
        }
    }

    /** Brings the numbers to row by row, and each to most significant byte first. */
    private byte[] swapped(byte[] numbers, boolean byRow) {
        int width = part.width();
        int outer = byRow ? part.rows() : part.repeat();
        int inner = byRow ? part.repeat() : part.rows();
        byte[] out = new byte[numbers.length];
        int from = 0;
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < inner; i++) {
                int to = (byRow ? o * inner + i : i * outer + o) * width;
                for (int b = 0; b < width; b++) {
                    out[to + b] = numbers[from + width - 1 - b];
                }
                from += width;
            }
        }
        return out;
    }
}
