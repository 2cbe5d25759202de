package org.heralddata.formats.ksy.run;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** Methods of values, by the value's sort at run time. */
final class Methods {
    private static final Map<Kind.Sort, List<String>> KNOWN = Map.of(
            Kind.Sort.WHOLE, List.of("to_s", "to_i"),
            Kind.Sort.REAL, List.of("to_i"),
            Kind.Sort.TRUTH, List.of("to_i"),
            Kind.Sort.TEXT, List.of("length", "reverse", "substring", "to_i", "to_b"),
            Kind.Sort.BYTES, List.of("length", "size", "first", "last", "min", "max", "to_s"),
            Kind.Sort.ARRAY, List.of("size", "first", "last", "min", "max"),
            Kind.Sort.STREAM, List.of("eof", "size", "pos"));

    private Methods() {}

    /** Names of methods; empty of structures. */
    static List<String> of(Kind kind) {
        return KNOWN.getOrDefault(kind.sort(), List.of());
    }

    /** Kind of the result. */
    static Kind result(Kind target, String name) {
        return switch (name) {
            case "to_s", "reverse", "substring" -> Kind.TEXT;
            case "length", "size", "pos", "to_i" -> Kind.WHOLE;
            case "eof" -> Kind.TRUTH;
            default -> {
                Kind element = target.element() == null ? Kind.ANY : target.element();
                yield target.is(Kind.Sort.BYTES) ? Kind.whole(ColumnType.UINT8) : element;
            }
        };
    }

    static @Nullable Object call(@Nullable Object target, String name, List<@Nullable Object> arguments) {
        Object result = target == null ? null : result(target, name, arguments);
        if (result == null) {
            throw new Failure(KsyCode.EVALUATION, "%s has no method `%s`".formatted(Values.shown(target), name));
        }
        return result;
    }

    private static @Nullable Object result(Object target, String name, List<@Nullable Object> arguments) {
        return switch (target) {
            case Long number -> ofWhole(number, name);
            case BigInteger number -> ofWhole(number, name);
            case Double number -> name.equals("to_i") ? Arithmetic.truncated(number) : null;
            case Boolean truth -> name.equals("to_i") ? (Object) (truth ? 1L : 0L) : null;
            case String text -> ofText(text, name, arguments);
            case byte[] bytes -> ofBytes(bytes, name, arguments);
            case Items items -> {
                if (items.size() == 0 && List.of("first", "last", "min", "max").contains(name)) {
                    throw new Failure(KsyCode.EVALUATION, "an empty array has no `%s`".formatted(name));
                }
                yield ofArray(items, items.size(), name);
            }
            case ByteStream stream -> ofStream(stream, name);
            default -> null;
        };
    }

    private static @Nullable Object ofStream(ByteStream stream, String name) {
        return switch (name) {
            case "eof" -> (Object) stream.isEnd();
            case "size" -> stream.size();
            case "pos" -> stream.pos();
            default -> null;
        };
    }

    private static @Nullable Object ofWhole(Number number, String name) {
        return switch (name) {
            case "to_s" -> number.toString();
            case "to_i" -> number;
            default -> null;
        };
    }

    private static @Nullable Object ofText(String text, String name, List<@Nullable Object> arguments) {
        switch (name) {
            case "length" -> {
                return (long) text.codePointCount(0, text.length());
            }
            case "reverse" -> {
                return new StringBuilder(text).reverse().toString();
            }
            case "to_i" -> {
                return number(text, arguments.isEmpty() ? 10 : Values.whole(arguments.getFirst()));
            }
            case "substring" -> {
                long from = arguments.size() == 2 ? Values.whole(arguments.get(0)) : -1;
                long to = arguments.size() == 2 ? Values.whole(arguments.get(1)) : -1;
                int length = text.codePointCount(0, text.length());
                if (from < 0 || to < from || to > length) {
                    throw new Failure(
                            KsyCode.EVALUATION,
                            "a text of %d characters has no part from %d to %d".formatted(length, from, to));
                }
                return text.substring(text.offsetByCodePoints(0, (int) from), text.offsetByCodePoints(0, (int) to));
            }
            default -> {
                return null;
            }
        }
    }

    private static Object number(String text, long radix) {
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            throw new Failure(KsyCode.CONVERSION, "there are no digits to the base %d".formatted(radix));
        }
        if (text.length() <= 1000) {
            try {
                return Values.normal(new BigInteger(text, (int) radix));
            } catch (NumberFormatException no) {
                // told below
            }
        }
        throw new Failure(
                KsyCode.CONVERSION, "%s is no whole number to the base %d".formatted(Values.shown(text), radix));
    }

    private static @Nullable Object ofBytes(byte[] bytes, String name, List<@Nullable Object> arguments) {
        if (name.equals("length")) {
            return (long) bytes.length;
        }
        if (name.equals("to_s")) {
            Object encoding = arguments.isEmpty() ? "UTF-8" : arguments.getFirst();
            return Encoding.of(String.valueOf(encoding)).decode(bytes);
        }
        if (bytes.length == 0 && !name.equals("size")) {
            throw new Failure(KsyCode.EVALUATION, "an empty array has no `%s`".formatted(name));
        }
        return ofArray(bytes, bytes.length, name);
    }

    private static @Nullable Object ofArray(Object array, int count, String name) {
        return switch (name) {
            case "size" -> (Object) (long) count;
            case "first" -> Values.item(array, 0);
            case "last" -> Values.item(array, count - 1L);
            case "min" -> extreme(array, count, -1);
            case "max" -> extreme(array, count, 1);
            default -> null;
        };
    }

    private static @Nullable Object extreme(Object array, int count, int sign) {
        Object best = Values.item(array, 0);
        for (int i = 1; i < count; i++) {
            Object next = Values.item(array, i);
            if (Integer.signum(Values.compare(next, best)) == sign) {
                best = next;
            }
        }
        return best;
    }
}
