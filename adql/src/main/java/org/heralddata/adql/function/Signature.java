package org.heralddata.adql.function;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a function is called.
 *
 * @param form     as TAPRegExt declares it: {@code ivo_hasword(haystack VARCHAR, needle VARCHAR) -> INTEGER}
 * @param required arguments that must be given; those after may be left out
 * @param repeated true if the last may be given any number of times
 */
public record Signature(
        String form, List<Parameter> parameters, int required, boolean repeated, ParameterType returns) {
    private static final Pattern FORM = Pattern.compile("(\\w+)\\((.*)\\) -> (.+)");

    public Signature {
        parameters = List.copyOf(parameters);
    }

    public record Parameter(String name, ParameterType type) {}

    /** Reads {@code name(a TYPE[, b TYPE]) -> TYPE}; {@code …} after the last parameter repeats it. */
    static Signature of(String form) {
        Matcher matcher = FORM.matcher(form);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no signature: " + form);
        }
        String inner = matcher.group(2);
        boolean repeated = inner.endsWith(", ...");
        String[] halves = (repeated ? inner.substring(0, inner.length() - 5) : inner)
                .replace("]", "")
                .split("\\[, ", 2);
        List<Parameter> parameters = new ArrayList<>(read(halves[0]));
        int required = parameters.size();
        if (halves.length > 1) {
            parameters.addAll(read(halves[1]));
        }
        return new Signature(form, parameters, required, repeated, ParameterType.of(matcher.group(3)));
    }

    private static List<Parameter> read(String list) {
        var parameters = new ArrayList<Parameter>();
        for (String one : list.isBlank() ? new String[0] : list.split(", ", -1)) {
            String[] words = one.split(" ", 2);
            parameters.add(new Parameter(words[0], ParameterType.of(words[1])));
        }
        return parameters;
    }

    /** True if so many arguments may be given. */
    public boolean takes(int arguments) {
        return arguments >= required && (repeated || arguments <= parameters.size());
    }

    /** The parameter of an argument. */
    public Parameter parameter(int argument) {
        return parameters.get(Math.min(argument, parameters.size() - 1));
    }
}
