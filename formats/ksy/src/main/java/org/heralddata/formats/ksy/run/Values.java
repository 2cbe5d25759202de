package org.heralddata.formats.ksy.run;

import java.math.BigInteger;
import java.util.Arrays;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/** What values of expressions have in common. */
public final class Values {
    private static final BigInteger UNSIGNED = BigInteger.ONE.shiftLeft(64);

    private Values() {}

    /** The value that 64 bits stand for. */
    static Object boxed(Kind kind, long bits) {
        return switch (kind.sort()) {
            case REAL -> (Object) Double.longBitsToDouble(bits);
            case TRUTH -> (Object) (bits != 0);
            default ->
                bits < 0 && kind.isUnsigned64() ? BigInteger.valueOf(bits).add(UNSIGNED) : (Object) bits;
        };
    }

    /** The 64 bits that a number or truth is kept as. */
    static long bits(Object value) {
        return switch (value) {
            case Long number -> number;
            case BigInteger number -> number.longValue();
            case Double number -> Double.doubleToRawLongBits(number);
            case Boolean truth -> truth ? 1 : 0;
            default -> throw wrong(value, "a number");
        };
    }

    static Object normal(BigInteger number) {
        return number.bitLength() < 64 ? (Object) number.longValue() : number;
    }

    static long whole(@Nullable Object value) {
        return switch (value) {
            case Long number -> number;
            case BigInteger large ->
                throw new Failure(KsyCode.EVALUATION, "the number %s is too large here".formatted(large));
            case null -> throw wrong(null, "a whole number");
            default -> throw wrong(value, "a whole number");
        };
    }

    static BigInteger big(@Nullable Object value) {
        return switch (value) {
            case Long number -> BigInteger.valueOf(number);
            case BigInteger number -> number;
            case null -> throw wrong(null, "a whole number");
            default -> throw wrong(value, "a whole number");
        };
    }

    static double real(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : fail(value, "a number");
    }

    private static double fail(@Nullable Object value, String wanted) {
        throw wrong(value, wanted);
    }

    static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw wrong(value, "true or false");
    }

    static byte[] bytes(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof Items items) {
            var bytes = new byte[items.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) whole(items.value(i));
            }
            return bytes;
        }
        throw wrong(value, "bytes");
    }

    /** Equality of the expression language. */
    public static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof Items || b instanceof Items) {
            return equalItems(a, b);
        }
        return switch (a) {
            case null -> false;
            case byte[] bytes -> b instanceof byte[] others && Arrays.equals(bytes, others);
            case Number number -> b instanceof Number other && compareNumbers(number, other) == 0;
            default -> a.equals(b);
        };
    }

    private static boolean equalItems(@Nullable Object a, @Nullable Object b) {
        if (count(a) != count(b)) {
            return false;
        }
        for (int i = 0; i < count(a); i++) {
            if (!equal(item(a, i), item(b, i))) {
                return false;
            }
        }
        return true;
    }

    /** Elements of an array or bytes; negative if it is neither. */
    static int count(@Nullable Object value) {
        return switch (value) {
            case Items items -> items.size();
            case byte[] bytes -> bytes.length;
            case null -> -1;
            default -> -1;
        };
    }

    static @Nullable Object item(@Nullable Object value, long index) {
        int count = count(value);
        if (count < 0) {
            throw wrong(value, "an array");
        }
        if (index < 0 || index >= count) {
            throw new Failure(KsyCode.EVALUATION, "there is no element %d in an array of %d".formatted(index, count));
        }
        return value instanceof byte[] bytes
                ? (Object) (long) (bytes[(int) index] & 0xff)
                : items(value).value((int) index);
    }

    private static Items items(@Nullable Object value) {
        if (value instanceof Items items) {
            return items;
        }
        throw wrong(value, "an array");
    }

    /** Order of the expression language: numbers, texts, bytes (unsigned), truths. */
    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return compareNumbers(x, y);
        }
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return x.compareTo(y);
        }
        if (count(a) >= 0 && count(b) >= 0) {
            return Arrays.compareUnsigned(bytes(a), bytes(b));
        }
        throw new Failure(KsyCode.EVALUATION, "%s and %s cannot be compared".formatted(shown(a), shown(b)));
    }

    private static int compareNumbers(Number a, Number b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Double || b instanceof Double) {
            double x = a.doubleValue();
            double y = b.doubleValue();
            return x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
        }
        return big(a).compareTo(big(b));
    }

    static Failure wrong(@Nullable Object value, String wanted) {
        return new Failure(
                KsyCode.EVALUATION,
                value == null
                        ? "%s is needed where there is no value".formatted(wanted)
                        : "%s is needed, not %s".formatted(wanted, shown(value)));
    }

    /** As messages show it. */
    public static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case byte[] bytes -> shownBytes(bytes);
            case String text -> "\"" + shortened(text) + "\"";
            case Struct struct -> "a `" + struct.type().name() + "`";
            case Items items -> "an array of " + items.size();
            case ByteStream stream -> "a stream";
            default -> shortened(value.toString());
        };
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String shownBytes(byte[] bytes) {
        var text = new StringBuilder("[");
        for (int i = 0; i < Math.min(8, bytes.length); i++) {
            text.append(i == 0 ? "" : ", ").append("0x%02x".formatted(bytes[i]));
        }
        return text.append(bytes.length > 8 ? ", …]" : "]").toString();
    }
}
