package org.heralddata.formats.hdf5.file;

import java.util.ArrayList;
import java.util.List;

/** Reads a datatype message. Nesting is bounded, so that a hostile file cannot exhaust the stack. */
final class DatatypeParser {
    private static final int DEEPEST = 32;

    private final Block block;

    private DatatypeParser(Block block) {
        this.block = block;
    }

    static Datatype read(Block block) {
        return new DatatypeParser(block).type(0);
    }

    private Datatype type(int depth) {
        long where = block.position();
        if (depth > DEEPEST) {
            throw FormatException.broken(where, "a datatype nested more than %d deep".formatted(DEEPEST));
        }
        int head = block.u8();
        int version = head >> 4;
        int bits = (int) block.uint(3);
        int size = block.size(4);
        boolean bigEndian = (bits & 1) != 0;
        return switch (head & 0xf) {
            case 0 -> integer(size, bits);
            case 1 -> floating(size, bits);
            case 2 -> {
                block.skip(2);
                yield new Datatype.Time(size, bigEndian);
            }
            case 3 -> new Datatype.Text(size, (bits & 0xf) == 2);
            case 4 -> {
                block.skip(4);
                yield new Datatype.Bits(size, bigEndian);
            }
            case 5 -> new Datatype.Opaque(size, block.text(bits & 0xff));
            case 6 -> compound(version, bits & 0xffff, size, depth);
            case 7 -> new Datatype.Reference(size, bits & 0xf);
            case 8 -> enumeration(version, bits & 0xffff, depth);
            case 9 -> {
                Datatype base = type(depth + 1);
                yield (bits & 0xf) == 1 ? new Datatype.VariableText(size) : new Datatype.Sequence(size, base);
            }
            case 10 -> array(version, size, depth);
            default -> new Datatype.Unknown(size, head & 0xf);
        };
    }

    private Datatype.Int integer(int size, int bits) {
        int offset = block.u16();
        int precision = block.u16();
        return new Datatype.Int(size, (bits & 8) != 0, (bits & 1) != 0, offset, precision);
    }

    private Datatype floating(int size, int bits) {
        block.skip(4);
        int exponentAt = block.u8();
        int exponentBits = block.u8();
        int mantissaAt = block.u8();
        int mantissaBits = block.u8();
        long bias = block.u32();
        if ((bits & 0x40) != 0) {
            return new Datatype.Unknown(size, 1);
        }
        return new Datatype.Floating(
                size,
                (bits & 1) != 0,
                (bits >> 8) & 0xff,
                exponentAt,
                exponentBits,
                mantissaAt,
                mantissaBits,
                bias,
                ((bits >> 4) & 3) == 2);
    }

    private Datatype compound(int version, int count, int size, int depth) {
        List<Datatype.Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = name(version);
            int offset = version < 3 ? block.size(4) : block.size(widthOf(size));
            List<Integer> dims = version == 1 ? oldDims() : List.of();
            Datatype type = type(depth + 1);
            if (!dims.isEmpty()) {
                type = array(type, dims);
            }
            if (offset > size - type.size()) {
                throw FormatException.broken(
                        block.position(), "the member `%s` lies outside its compound".formatted(name));
            }
            members.add(new Datatype.Member(name, offset, type));
        }
        return new Datatype.Compound(size, List.copyOf(members));
    }

    private List<Integer> oldDims() {
        int rank = block.u8();
        block.skip(11);
        List<Integer> dims = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int dim = block.size(4);
            if (i < rank) {
                dims.add(dim);
            }
        }
        return dims;
    }

    private Datatype enumeration(int version, int count, int depth) {
        long where = block.position();
        if (!(type(depth + 1) instanceof Datatype.Int base) || base.size() > 8) {
            throw FormatException.broken(where, "an enumeration of something other than integers");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(name(version));
        }
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value(block.take(base.size()), base));
        }
        return new Datatype.Enumeration(base, List.copyOf(names), List.copyOf(values));
    }

    private static long value(byte[] bytes, Datatype.Int type) {
        long value = 0;
        for (int i = 0; i < bytes.length; i++) {
            int at = type.bigEndian() ? i : bytes.length - 1 - i;
            value = value << 8 | (bytes[at] & 0xff);
        }
        int unused = 64 - 8 * bytes.length;
        return type.signed() ? value << unused >> unused : value;
    }

    private Datatype array(int version, int size, int depth) {
        int rank = block.u8();
        block.skip(version < 3 ? 3 : 0);
        List<Integer> dims = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            dims.add(block.size(4));
        }
        block.skip(version < 3 ? 4 * rank : 0);
        long where = block.position();
        Datatype array = array(type(depth + 1), dims);
        if (array.size() != size) {
            throw FormatException.broken(where, "an array of %d bytes declared as %d".formatted(array.size(), size));
        }
        return array;
    }

    private Datatype array(Datatype base, List<Integer> dims) {
        try {
            int count = dims.stream().reduce(1, Math::multiplyExact);
            return new Datatype.Array(Math.multiplyExact(count, base.size()), base, List.copyOf(dims));
        } catch (ArithmeticException e) {
            throw FormatException.broken(block.position(), "an array of more than 2^31 bytes");
        }
    }

    private String name(int version) {
        int start = block.passed();
        String name = block.zeroTerminated();
        if (version < 3) {
            block.alignTo8(start);
        }
        return name;
    }

    private static int widthOf(int size) {
        return size < 1 << 8 ? 1 : size < 1 << 16 ? 2 : size < 1 << 24 ? 3 : 4;
    }
}
