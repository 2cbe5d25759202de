package org.heralddata.spi;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A choice that a writer leaves to the user. In addresses it is a parameter of this name.
 *
 * @param name    lower-case letters, such as {@code layout}
 * @param meaning what it decides, a few words
 * @param values  all that it can be, two at least, unique
 * @param usual   the one of them that is taken where the user says nothing
 */
public record WriteOption(String name, String meaning, List<Value> values, String usual) {
    private static final Pattern FORM = Pattern.compile("[a-z]+");

    /**
     * @param name    as users write it
     * @param meaning a few words; may be empty where the name says it all
     */
    public record Value(String name, String meaning) {}

    public WriteOption {
        values = List.copyOf(values);
        if (!FORM.matcher(name).matches()
                || values.size() < 2
                || values.stream().noneMatch(v -> v.name().equals(usual))) {
            throw new IllegalArgumentException("no option of a writer: " + name);
        }
    }

    /** An option whose values are told by their names. */
    public static WriteOption of(String name, String meaning, String usual, String... values) {
        return new WriteOption(
                name, meaning, Arrays.stream(values).map(v -> new Value(v, "")).toList(), usual);
    }

    /** An option that is a whole number. */
    public static WriteOption number(String name, String meaning, int least, int most, int usual) {
        return new WriteOption(
                name,
                meaning,
                IntStream.rangeClosed(least, most)
                        .mapToObj(n -> new Value(Integer.toString(n), ""))
                        .toList(),
                Integer.toString(usual));
    }

    /** The names of the values. */
    public List<String> names() {
        return values.stream().map(Value::name).toList();
    }
}
