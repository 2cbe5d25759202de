package org.heralddata.model.unit;

/** A fraction in lowest terms with a positive denominator: the power of a unit. */
record Rational(int numerator, int denominator) {
    static final Rational ZERO = new Rational(0, 1);
    static final Rational ONE = new Rational(1, 1);

    static Rational of(int numerator, int denominator) {
        int divisor = Math.max(1, gcd(Math.abs(numerator), Math.abs(denominator)));
        int sign = denominator < 0 ? -1 : 1;
        return new Rational(sign * numerator / divisor, sign * denominator / divisor);
    }

    /** The fraction with at most three digits in the denominator that a decimal number stands for. */
    static Rational of(double decimal) {
        return of((int) Math.round(decimal * 1000), 1000);
    }

    Rational plus(Rational other) {
        return of(numerator * other.denominator + other.numerator * denominator, denominator * other.denominator);
    }

    Rational times(Rational other) {
        return of(numerator * other.numerator, denominator * other.denominator);
    }

    Rational negated() {
        return new Rational(-numerator, denominator);
    }

    boolean isInteger() {
        return denominator == 1;
    }

    double value() {
        return (double) numerator / denominator;
    }

    /** As VOUnits writes it after {@code **}. */
    @Override
    public String toString() {
        return isInteger() ? Integer.toString(numerator) : "(" + numerator + "/" + denominator + ")";
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
