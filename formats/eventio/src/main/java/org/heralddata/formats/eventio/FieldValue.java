package org.heralddata.formats.eventio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.heralddata.spi.rows.RowBuilder;

/** What was read of a field: one value or a list, of whole or floating-point numbers or of strings. */
sealed interface FieldValue {
    @SuppressWarnings("ArrayRecordComponent") // read once, handed over once
    record Whole(long[] values, boolean list) implements FieldValue {}

    @SuppressWarnings("ArrayRecordComponent") // read once, handed over once
    record Floating(double[] values, boolean list) implements FieldValue {}

    record Text(List<String> values, boolean list) implements FieldValue {}

    /** A time that was not set. */
    record Absent() implements FieldValue {}

    long NANOS = 1_000_000_000L;

    /** Bits of kinds of triggers that sim_telarray wrote four places too low until 2024. */
    long MISPLACED = 0x70;

    static FieldValue one(Code code, Payload in) {
        return switch (code) {
            case F2, F4, F8, TYPETIMES, REP -> new Floating(new double[] {floating(code, in)}, false);
            case STR, VSTR -> new Text(List.of(text(code, in)), false);
            case SEC -> time(in.i4(), 0);
            case TIME -> time(in.i4(), in.i4());
            case U1, I2, U2, I4, U4, VI, VU, DIFF, MASK, B, PROFILES, COMPUTED ->
                new Whole(new long[] {whole(code, in)}, false);
        };
    }

    static FieldValue list(Code code, long count, Header header, Payload in) {
        int n = in.checkCount(count == Around.NONE ? -1 : count, code.leastBytes());
        return switch (code) {
            case F2, F4, F8, TYPETIMES, REP -> {
                double[] values = new double[n];
                for (int i = 0; i < n; i++) {
                    values[i] = floating(code, in);
                }
                yield new Floating(values, true);
            }
            case STR, VSTR -> {
                List<String> values = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    values.add(text(code, in));
                }
                yield new Text(List.copyOf(values), true);
            }
            case U1, I2, U2, I4, U4, VI, VU, DIFF, MASK, B, PROFILES, COMPUTED, SEC, TIME -> {
                long[] values = new long[n];
                long sum = 0;
                for (int i = 0; i < n; i++) {
                    long value = whole(code, in);
                    sum = (int) (sum + value);
                    values[i] = code == Code.DIFF ? sum & 0xffff_ffffL : value;
                }
                yield new Whole(code == Code.MASK ? placed(values, header) : values, true);
            }
        };
    }

    private static long[] placed(long[] masks, Header header) {
        if (header.version() <= 3) {
            for (int i = 0; i < masks.length; i++) {
                masks[i] = (masks[i] | ((masks[i] & MISPLACED) << 4)) & ~MISPLACED;
            }
        }
        return masks;
    }

    /** Times of telescopes with several of the lowest four kinds of trigger. */
    static FieldValue typeTimes(FieldValue masks, Payload in) {
        int times = 0;
        if (masks instanceof Whole whole) {
            for (long mask : whole.values()) {
                int kinds = Long.bitCount(mask & 0xf);
                times += kinds > 1 ? kinds : 0;
            }
        }
        int n = in.checkCount(times, Code.F4.leastBytes());
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = in.f4();
        }
        return new Floating(values, true);
    }

    static FieldValue skipProfiles(long count, Payload in) {
        for (long i = 0; i < count; i++) {
            in.i4();
            int steps = in.i4();
            in.f4();
            in.f4();
            for (int n = in.checkCount(steps, Code.F4.leastBytes()); n > 0; n--) {
                in.f4();
            }
        }
        return new Absent();
    }

    /** The value of an earlier field as often as there are pixels, whose places were read before. */
    static FieldValue repeated(Map<ObjectField, FieldValue> before, ObjectField field, long count, Payload in) {
        String name = field.expression() == null
                ? ""
                : field.expression().steps().getFirst().name();
        double value = before.entrySet().stream()
                .filter(e -> e.getKey().name().equals(name))
                .mapToDouble(e -> switch (e.getValue()) {
                    case Whole(var values, var list) -> values[0];
                    case Floating(var values, var list) -> values[0];
                    case Text(var values, var list) -> 0;
                    case Absent() -> 0;
                })
                .findFirst()
                .orElse(Double.NaN);
        if (count < 0 || count > ObjectWalk.LARGEST / Double.BYTES) {
            throw in.broken("it claims %d elements".formatted(count));
        }
        double[] values = new double[(int) count];
        Arrays.fill(values, value);
        return new Floating(values, true);
    }

    private static FieldValue time(int seconds, int nanos) {
        return seconds == 0 && nanos == 0 ? new Absent() : new Whole(new long[] {seconds * NANOS + nanos}, false);
    }

    private static long whole(Code code, Payload in) {
        return switch (code) {
            case U1 -> in.i1() & 0xff;
            case B -> in.i1() == 0 ? 0 : 1;
            case I2 -> in.i2();
            case U2 -> in.i2() & 0xffff;
            case I4 -> in.i4();
            case U4 -> in.i4() & 0xffff_ffffL;
            case VI, DIFF -> in.signed();
            case VU, MASK -> in.unsigned();
            default -> throw new IllegalStateException("no whole number: " + code);
        };
    }

    private static double floating(Code code, Payload in) {
        return switch (code) {
            case F2 -> in.f2();
            case F8 -> in.f8();
            default -> in.f4();
        };
    }

    private static String text(Code code, Payload in) {
        return in.text(code == Code.STR ? in.i2() : in.unsigned());
    }

    default boolean isNumber() {
        return this instanceof Whole(var values, var list) && !list && values.length == 1;
    }

    default long number() {
        return this instanceof Whole(var values, var list) ? values[0] : Around.NONE;
    }

    default void put(RowBuilder rows, int column) {
        switch (this) {
            case Whole(var values, var list) -> {
                if (list) {
                    rows.put(column, values);
                } else {
                    rows.put(column, values[0]);
                }
            }
            case Floating(var values, var list) -> {
                if (list) {
                    rows.put(column, values);
                } else {
                    rows.put(column, values[0]);
                }
            }
            case Text(var values, var list) -> {
                if (list) {
                    rows.put(column, values);
                } else {
                    rows.put(column, values.getFirst());
                }
            }
            case Absent() -> {}
        }
    }

    default void putElement(RowBuilder rows, int column, int element) {
        switch (this) {
            case Whole(var values, var list) -> rows.put(column, values[element]);
            case Floating(var values, var list) -> rows.put(column, values[element]);
            case Text(var values, var list) -> rows.put(column, values.get(element));
            case Absent() -> {}
        }
    }
}
