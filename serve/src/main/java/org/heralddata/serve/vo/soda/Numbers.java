package org.heralddata.serve.vo.soda;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heralddata.serve.vo.dali.VoParameters;

/** Numbers between blanks. */
final class Numbers {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Numbers() {}

    /** NaN for what is no number; infinite as {@code -Inf} and {@code +Inf} (DALI 1.1, section 3.3.4). */
    static double[] of(String written) {
        return BLANKS.splitAsStream(written.strip())
                .mapToDouble(Numbers::number)
                .toArray();
    }

    private static double number(String word) {
        return switch (word) {
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            default -> parsed(word);
        };
    }

    private static double parsed(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    /** An interval, both ends included; one number is both. */
    static Optional<double[]> interval(VoParameters asked, String name, String meaning) {
        return asked.one(name).map(written -> {
            double[] n = of(written);
            double first = n.length > 0 ? n[0] : Double.NaN;
            double last = n.length > 1 ? n[1] : first;
            if (n.length > 2 || !(first <= last)) {
                throw VoParameters.bad(name, written, meaning);
            }
            return new double[] {first, last};
        });
    }

    /** For the selection language. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}
