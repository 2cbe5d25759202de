package org.heralddata.serve.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.query.TableRef;
import org.heralddata.query.cuts.TimeReader;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, each known to its address. A blank value is as good as none. */
final class Asked {
    private final Map<String, String> values;
    private final Set<String> choices;

    /**
     * @param choices parameters of formats, which addresses take that take a format
     * @throws Refusal if the address takes no such parameter
     */
    Asked(Api api, Map<String, String> values, Set<String> choices) {
        this.choices = api.parameters().contains(Parameter.FORMAT) ? Set.copyOf(choices) : Set.of();
        List<String> known =
                new ArrayList<>(api.parameters().stream().map(Parameter::key).toList());
        known.addAll(new TreeSet<>(this.choices));
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                String help = Nearest.help(key, known);
                throw new Refusal(
                        Diagnostic.error(RestCode.UNKNOWN_PARAMETER, "there is no parameter `%s` here".formatted(key))
                                .helped(
                                        help != null
                                                ? help
                                                : known.isEmpty()
                                                        ? "it takes none"
                                                        : "parameters: " + String.join(", ", known)));
            }
        }
        this.values = Map.copyOf(values);
    }

    Optional<String> text(Parameter parameter) {
        return Optional.ofNullable(values.get(parameter.key())).filter(v -> !v.isBlank());
    }

    /** What is chosen of the format, by name; whether it has such choices is not known here. */
    Map<String, String> choices() {
        return values.entrySet().stream()
                .filter(e -> choices.contains(e.getKey()) && !e.getValue().isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String where() {
        return text(Parameter.WHERE).orElse("");
    }

    String needed(Parameter parameter) {
        return text(parameter)
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                                RestCode.MISSING_PARAMETER, "the parameter `%s` is missing".formatted(parameter.key()))
                        .helped(parameter.description())));
    }

    /** Parts between commas. */
    List<String> list(Parameter parameter) {
        return text(parameter).stream()
                .flatMap(v -> Arrays.stream(v.split(",", -1)))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
    }

    /** A number that is not negative. */
    Optional<Long> count(Parameter parameter) {
        return text(parameter).map(written -> {
            try {
                long value = Long.parseLong(written.strip());
                if (value >= 0) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw bad(parameter, written, "a whole number, 0 or more");
            }
            throw bad(parameter, written, "a whole number, 0 or more");
        });
    }

    int small(Parameter parameter, int otherwise) {
        return (int) Math.min(Integer.MAX_VALUE, count(parameter).orElse((long) otherwise));
    }

    /** An edge: a number, or for columns of times also an ISO time. */
    @Nullable
    Double edge(Parameter parameter, boolean time) {
        String written = text(parameter).orElse(null);
        if (written == null) {
            return null;
        }
        if (time && TimeReader.read(written).isPresent()) {
            return (double) TimeReader.read(written).getAsLong();
        }
        try {
            return Double.valueOf(written.strip());
        } catch (NumberFormatException notANumber) {
            throw bad(parameter, written, time ? "a time such as 2004-01-31, or nanoseconds since 1970" : "a number");
        }
    }

    static Refusal bad(Parameter parameter, String written, String wanted) {
        String shown = written.length() > 60 ? written.substring(0, 60) + "…" : written;
        return new Refusal(
                Diagnostic.error(RestCode.BAD_PARAMETER, "`%s` cannot be `%s`".formatted(parameter.key(), shown))
                        .helped("give " + wanted));
    }

    TableRef table(String collection, String table) {
        return new TableRef(
                collection(collection), table, text(Parameter.RELEASE).orElse(null));
    }

    static CollectionId collection(String id) {
        if (!CollectionId.FORM.matcher(id).matches()) {
            throw new Refusal(Diagnostic.error(QueryCode.NO_COLLECTION, "there is no collection `%s`".formatted(id)));
        }
        return new CollectionId(id);
    }
}
