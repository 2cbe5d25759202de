package org.heralddata.formats.fits.tiles;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Huffman coding of 16-bit symbols as FACT's zfits has it: the number of symbols (8 bytes), the number of codes (8 bytes),
 * each code (symbol 2 bytes, length in bits 1 byte, the bits in as few bytes as hold them), then the coded symbols, least
 * significant bit first. A single code has no bits and no coded symbols follow it.
 */
final class Huffman16 {
    private static final int MOST_CODES = 1 << 16;
    private static final int LONGEST = 64;
    private static final int LEAF = 1 << 24;

    private final ByteBuffer in;

    /** Nodes of the tree: two children each, 0 where there is none yet, {@link #LEAF} and the symbol at an end. */
    private int[] nodes = new int[512];

    private int used = 2;

    private Huffman16(ByteBuffer in) {
        this.in = in;
    }

    /** Adds the symbols of a chunk to {@code out}. */
    static void unpack(ByteBuffer in, ByteBuffer out) throws BrokenTile {
        new Huffman16(in).unpack(out);
    }

    private void unpack(ByteBuffer out) throws BrokenTile {
        long symbols = in.getLong();
        long codes = in.getLong();
        if (symbols < 0 || symbols > out.remaining() / 2) {
            throw new BrokenTile("%d symbols where %d are expected".formatted(symbols, out.remaining() / 2));
        }
        if (codes < 0 || codes > MOST_CODES || (codes == 0 && symbols > 0)) {
            throw new BrokenTile("%d codes; there must be 1 to %d".formatted(codes, MOST_CODES));
        }
        if (codes == 1) {
            short symbol = in.getShort();
            for (long i = 0; i < symbols; i++) {
                out.putShort(symbol);
            }
            return;
        }
        for (long i = 0; i < codes; i++) {
            addCode();
        }
        decode((int) symbols, out);
    }

    private void addCode() throws BrokenTile {
        int symbol = in.getShort() & 0xffff;
        int length = in.get() & 0xff;
        if (length == 0 || length > LONGEST) {
            throw new BrokenTile("a code of %d bits; there must be 1 to %d".formatted(length, LONGEST));
        }
        long bits = 0;
        for (int i = 0; i < (length + 7) / 8; i++) {
            bits |= (in.get() & 0xffL) << (8 * i);
        }
        int node = 0;
        for (int i = 0; i < length; i++) {
            int slot = node + (int) (bits >>> i & 1);
            boolean last = i == length - 1;
            if (nodes[slot] >= LEAF || (last && nodes[slot] != 0)) {
                throw new BrokenTile("one code begins with another");
            }
            if (last) {
                nodes[slot] = LEAF | symbol;
            } else if (nodes[slot] == 0) {
                int added = newNode();
                nodes[slot] = added;
            }
            node = nodes[slot];
        }
    }

    private int newNode() {
        if (used + 2 > nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * nodes.length);
        }
        used += 2;
        return used - 2;
    }

    private void decode(int symbols, ByteBuffer out) throws BrokenTile {
        int done = 0;
        int node = 0;
        while (done < symbols) {
            int bits = in.get() & 0xff;
            for (int i = 0; i < 8 && done < symbols; i++) {
                int next = nodes[node + (bits >>> i & 1)];
                if (next == 0) {
                    throw new BrokenTile("bits that are no code");
                }
                if (next >= LEAF) {
                    out.putShort((short) next);
                    done++;
                    node = 0;
                } else {
                    node = next;
                }
            }
        }
    }
}
