package org.heralddata.serve.vo.dali;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.client.Presence;

/**
 * The parameters of a request: names in any case, unknown ones without effect, values as sent (DALI 1.1, section 3). A blank value is
 * as good as none. Immutable.
 */
public final class VoParameters {
    private static final int SHOWN = 60;

    private final Map<String, List<String>> values;

    private VoParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Those of the query and of a body that is a form. */
    public static VoParameters of(HttpServletRequest request) {
        Map<String, List<String>> values = new HashMap<>();
        request.getParameterMap()
                .forEach((name, given) -> values.computeIfAbsent(name.toUpperCase(Locale.ROOT), _ -> new ArrayList<>())
                        .addAll(Arrays.stream(given).filter(v -> !v.isBlank()).toList()));
        Presence.bodyIsRead(request);
        return new VoParameters(values);
    }

    /** All values of a parameter; empty if it is not given. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** The value of a parameter that may be given once; refuses if it is given more often. */
    public Optional<String> one(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new Refusal(Diagnostic.error(
                    VoCode.REPEATED, "the parameter %s is given %d times".formatted(name, given.size())));
        }
        return given.stream().findFirst();
    }

    /** A finite number from {@code least} to {@code most}; refuses anything else. */
    public Optional<Double> number(String name, double least, double most) {
        return one(name).map(written -> {
            String wanted = "a number from %s to %s".formatted(plain(least), plain(most));
            try {
                double value = Double.parseDouble(written.strip());
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw bad(name, written, wanted);
            }
            throw bad(name, written, wanted);
        });
    }

    /** A whole number, 0 or more. */
    public Optional<Long> count(String name) {
        return one(name).map(written -> {
            try {
                long value = Long.parseLong(written.strip());
                if (value >= 0) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw bad(name, written, "a whole number, 0 or more");
            }
            throw bad(name, written, "a whole number, 0 or more");
        });
    }

    /** A parameter that has no such value. */
    public static Refusal bad(String name, String written, String wanted) {
        String shown = written.length() > SHOWN ? written.substring(0, SHOWN) + "…" : written;
        return new Refusal(Diagnostic.error(VoCode.BAD_VALUE, "%s cannot be `%s`".formatted(name, shown))
                .helped("give " + wanted));
    }

    /** A parameter that must be given and is not. */
    public static Refusal missing(String name, String meaning) {
        return new Refusal(Diagnostic.error(VoCode.MISSING, "the parameter %s is missing".formatted(name))
                .helped("%s: %s".formatted(name, meaning)));
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
