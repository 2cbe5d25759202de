package org.heralddata.formats.ksy.table;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.run.Kind;
import org.heralddata.formats.ksy.run.Struct;
import org.heralddata.formats.ksy.run.Values;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Values of one column on their way into a vector. For one thread. */
abstract class Store {
    private @Nullable BitSet nulls;
    int size;
    long bytes;

    static Store of(ColumnPlan plan) {
        if (plan.labels()) {
            return new Texts(plan.kind());
        }
        ColumnType type = plan.column().type();
        return switch (type) {
            case FLOAT32, FLOAT64 -> new Reals();
            case STRING -> new Texts(null);
            case BYTES -> new Blobs();
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMESTAMP -> new Longs(type);
        };
    }

    /** A value kept as 64 bits. */
    abstract void addBits(Kind kind, long bits);

    /** Any other value, not null. */
    abstract void addObject(Object value);

    abstract Vector vector();

    abstract void clearValues();

    final void addNull() {
        BitSet set = nulls == null ? new BitSet() : nulls;
        nulls = set;
        set.set(size);
        grow();
        size++;
        bytes += 8;
    }

    abstract void grow();

    final @Nullable BitSet nulls() {
        return nulls;
    }

    final void clear() {
        clearValues();
        nulls = null;
        size = 0;
        bytes = 0;
    }

    static int larger(int length) {
        return Math.max(64, length + (length >> 1));
    }

    /** Whole numbers and truths. */
    private static final class Longs extends Store {
        private final ColumnType type;
        private long[] values = new long[0];

        Longs(ColumnType type) {
            this.type = type;
        }

        @Override
        void addBits(Kind kind, long bits) {
            if (bits < 0 && kind.isUnsigned64() && type != ColumnType.UINT64) {
                throw tooLarge(Long.toUnsignedString(bits));
            }
            grow();
            values[size++] = bits;
            bytes += 8;
        }

        @Override
        void addObject(Object value) {
            long bits = switch (value) {
                case Boolean truth -> truth ? 1 : 0;
                case Long number -> checked(number);
                case BigInteger large -> {
                    if (type != ColumnType.UINT64 || large.signum() < 0 || large.bitLength() > 64) {
                        throw tooLarge(large.toString());
                    }
                    yield large.longValue();
                }
                default ->
                    throw new Failure(KsyCode.CONVERSION, "%s is no whole number".formatted(Values.shown(value)));
            };
            grow();
            values[size++] = bits;
            bytes += 8;
        }

        private long checked(long value) {
            boolean fits = switch (type) {
                case BOOL -> value == 0 || value == 1;
                case INT8 -> value == (byte) value;
                case INT16 -> value == (short) value;
                case INT32 -> value == (int) value;
                case UINT8 -> value == (value & 0xff);
                case UINT16 -> value == (value & 0xffff);
                case UINT32 -> value == (value & 0xffff_ffffL);
                case UINT64 -> value >= 0;
                case INT64, TIMESTAMP, FLOAT32, FLOAT64, STRING, BYTES -> true;
            };
            if (!fits) {
                throw tooLarge(Long.toString(value));
            }
            return value;
        }

        private Failure tooLarge(String value) {
            return new Failure(KsyCode.CONVERSION, "the number %s is no %s".formatted(value, type.label()));
        }

        @Override
        void grow() {
            if (size == values.length) {
                values = Arrays.copyOf(values, larger(size));
            }
        }

        @Override
        Vector vector() {
            return new Vector.Longs(values, size, nulls());
        }

        @Override
        void clearValues() {
            values = new long[size];
        }
    }

    private static final class Reals extends Store {
        private double[] values = new double[0];

        @Override
        void addBits(Kind kind, long bits) {
            grow();
            values[size++] = kind.sort() == Kind.Sort.REAL ? Double.longBitsToDouble(bits) : whole(kind, bits);
            bytes += 8;
        }

        private static double whole(Kind kind, long bits) {
            return bits < 0 && kind.isUnsigned64() ? new BigInteger(Long.toUnsignedString(bits)).doubleValue() : bits;
        }

        @Override
        void addObject(Object value) {
            if (!(value instanceof Number number)) {
                throw new Failure(KsyCode.CONVERSION, "%s is no number".formatted(Values.shown(value)));
            }
            grow();
            values[size++] = number.doubleValue();
            bytes += 8;
        }

        @Override
        void grow() {
            if (size == values.length) {
                values = Arrays.copyOf(values, larger(size));
            }
        }

        @Override
        Vector vector() {
            return new Vector.Doubles(values, size, nulls());
        }

        @Override
        void clearValues() {
            values = new double[size];
        }
    }

    /** Texts, and numbers as their labels; a number without a label as itself. */
    private static final class Texts extends Store {
        private final @Nullable Kind labelled;
        private @Nullable String[] values = new @Nullable String[0];

        Texts(@Nullable Kind labelled) {
            this.labelled = labelled;
        }

        @Override
        void addBits(Kind kind, long bits) {
            addObject(bits < 0 && kind.isUnsigned64() ? new BigInteger(Long.toUnsignedString(bits)) : (Object) bits);
        }

        @Override
        void addObject(Object value) {
            if (value instanceof byte[] || value instanceof Struct) {
                throw new Failure(KsyCode.CONVERSION, "%s is no text".formatted(Values.shown(value)));
            }
            String text = labelled == null || labelled.labels() == null ? value.toString() : label(value);
            grow();
            values[size++] = text;
            bytes += 40 + 2L * text.length();
        }

        private String label(Object value) {
            String label = labelled == null || labelled.labels() == null
                    ? null
                    : labelled.labels()
                            .get(
                                    value instanceof BigInteger large
                                            ? large
                                            : BigInteger.valueOf(((Number) value).longValue()));
            return label == null ? value.toString() : label;
        }

        @Override
        void grow() {
            if (size == values.length) {
                values = Arrays.copyOf(values, larger(size));
            }
        }

        @Override
        Vector vector() {
            return new Vector.Strings(values, size, nulls());
        }

        @Override
        void clearValues() {
            values = new @Nullable String[size];
        }
    }

    private static final class Blobs extends Store {
        private byte[][] values = new byte[0][];

        @Override
        void addBits(Kind kind, long bits) {
            throw new Failure(KsyCode.CONVERSION, "a number is no bytes");
        }

        @Override
        void addObject(Object value) {
            if (!(value instanceof byte[] blob)) {
                throw new Failure(KsyCode.CONVERSION, "%s is no bytes".formatted(Values.shown(value)));
            }
            grow();
            values[size++] = blob;
            bytes += 16L + blob.length;
        }

        @Override
        void grow() {
            if (size == values.length) {
                values = Arrays.copyOf(values, larger(size));
            }
        }

        @Override
        Vector vector() {
            return new Vector.Blobs(values, size, nulls());
        }

        @Override
        void clearValues() {
            values = new byte[size][];
        }
    }
}
