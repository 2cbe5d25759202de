package org.heralddata.formats.ksy.run;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/** Operators on numbers. Whole numbers are exact; quotients and remainders round down. */
final class Arithmetic {
    private static final int MOST_BITS = 4096;

    private Arithmetic() {}

    static Object apply(String operator, @Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return small(operator, x, y);
        }
        if (operator.equals("+") && a instanceof String x && b instanceof String y) {
            return x.concat(y);
        }
        if (a instanceof Double || b instanceof Double) {
            return real(operator, Values.real(a), Values.real(b));
        }
        return Values.normal(large(operator, Values.big(a), Values.big(b)));
    }

    static Object small(String operator, long a, long b) {
        switch (operator) {
            case "&" -> {
                return a & b;
            }
            case "|" -> {
                return a | b;
            }
            case "^" -> {
                return a ^ b;
            }
            case "+" -> {
                long sum = a + b;
                if (((a ^ sum) & (b ^ sum)) >= 0) {
                    return sum;
                }
            }
            case "-" -> {
                long difference = a - b;
                if (((a ^ b) & (a ^ difference)) >= 0) {
                    return difference;
                }
            }
            case "*" -> {
                long product = a * b;
                if (Math.multiplyHigh(a, b) == product >> 63) {
                    return product;
                }
            }
            case "/" -> {
                if (b != 0 && b != -1) {
                    return Math.floorDiv(a, b);
                }
            }
            case "%" -> {
                if (b != 0) {
                    return Math.floorMod(a, b);
                }
            }
            case ">>" -> {
                if (b >= 0) {
                    return a >> Math.min(63, b);
                }
            }
            case "<<" -> {
                if (b >= 0 && b < 63 && ((a << b) >> b) == a) {
                    return a << b;
                }
            }
            default -> {}
        }
        return Values.normal(large(operator, BigInteger.valueOf(a), BigInteger.valueOf(b)));
    }

    private static BigInteger large(String operator, BigInteger a, BigInteger b) {
        BigInteger result = switch (operator) {
            case "+" -> a.add(b);
            case "-" -> a.subtract(b);
            case "*" -> a.multiply(b);
            case "/" -> quotient(a, b);
            case "%" -> a.subtract(quotient(a, b).multiply(b));
            case "&" -> a.and(b);
            case "|" -> a.or(b);
            case "^" -> a.xor(b);
            case ">>" -> a.shiftRight(distance(b));
            case "<<" -> a.shiftLeft(distance(b));
            default -> throw new IllegalArgumentException(operator);
        };
        if (result.bitLength() > MOST_BITS) {
            throw new Failure(KsyCode.LIMIT, "a number has more than %d bits".formatted(MOST_BITS));
        }
        return result;
    }

    private static BigInteger quotient(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw new Failure(KsyCode.EVALUATION, "a number is divided by zero");
        }
        BigInteger[] both = a.divideAndRemainder(b);
        boolean down = both[1].signum() != 0 && both[1].signum() != b.signum();
        return down ? both[0].subtract(BigInteger.ONE) : both[0];
    }

    private static int distance(BigInteger by) {
        if (by.signum() < 0 || by.bitLength() > 12) {
            throw new Failure(KsyCode.EVALUATION, "bits cannot be shifted by %s".formatted(by));
        }
        return by.intValue();
    }

    private static Object real(String operator, double a, double b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a - Math.floor(a / b) * b;
            default -> throw new Failure(KsyCode.EVALUATION, "`%s` takes whole numbers".formatted(operator));
        };
    }

    static Object truncated(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new Failure(KsyCode.CONVERSION, "%s is no whole number".formatted(number));
        }
        return Math.abs(number) < 0x1p62
                ? (Object) (long) number
                : Values.normal(new BigDecimal(number).toBigInteger());
    }
}
