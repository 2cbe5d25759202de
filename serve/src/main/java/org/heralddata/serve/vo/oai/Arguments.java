package org.heralddata.serve.vo.oai;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.heralddata.serve.vo.oai.OaiError.Code;
import org.jspecify.annotations.Nullable;

/** The arguments of a request, each given once and known to the verb. */
final class Arguments {
    private static final int DATE_LENGTH = "2026-01-01".length();

    private final Map<String, String> values = new TreeMap<>();

    /**
     * Reads them.
     *
     * @param known those that the verb may have, without {@code verb}
     * @throws OaiError if one is unknown, empty or given twice
     */
    Arguments(Map<String, List<String>> given, Set<String> known) {
        given.forEach((name, all) -> {
            if (name.equals("verb")) {
                return;
            }
            if (!known.contains(name)) {
                throw new OaiError(Code.badArgument, "this verb has no argument `%s`".formatted(name));
            }
            if (all.size() != 1) {
                throw new OaiError(Code.badArgument, "`%s` is given more than once".formatted(name));
            }
            if (all.getFirst().isBlank()) {
                throw new OaiError(Code.badArgument, "`%s` has no value".formatted(name));
            }
            values.put(name, all.getFirst());
        });
    }

    Map<String, String> values() {
        return values;
    }

    @Nullable
    String value(String name) {
        return values.get(name);
    }

    String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new OaiError(Code.badArgument, "`%s` is missing".formatted(name));
        }
        return value;
    }

    /** The token, which stands alone or not at all. */
    Optional<String> token() {
        String token = values.get("resumptionToken");
        if (token != null && values.size() > 1) {
            throw new OaiError(Code.badArgument, "`resumptionToken` cannot be with other arguments");
        }
        return Optional.ofNullable(token);
    }

    /** The first second asked for. */
    Optional<Instant> from() {
        return time("from", false);
    }

    /** The last second asked for: of a day its last. */
    Optional<Instant> until() {
        return time("until", true);
    }

    /** Both ends have one granularity, and are in order (OAI-PMH 2.0, section 2.7.1). */
    void checkSpan() {
        String from = values.get("from");
        String until = values.get("until");
        if (from != null && until != null) {
            if (from.length() != until.length()) {
                throw new OaiError(Code.badArgument, "`from` and `until` differ in granularity");
            }
            if (from().orElseThrow().isAfter(until().orElseThrow())) {
                throw new OaiError(Code.badArgument, "`from` is after `until`");
            }
        }
    }

    private Optional<Instant> time(String name, boolean end) {
        String text = values.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            if (text.length() == DATE_LENGTH) {
                LocalDate day = LocalDate.parse(text);
                return Optional.of((end ? day.plusDays(1) : day)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusSeconds(end ? 1 : 0));
            }
            if (text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")) {
                return Optional.of(Instant.parse(text));
            }
        } catch (DateTimeParseException malformed) {
            // told below
        }
        throw new OaiError(
                Code.badArgument, "`%s` is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm:ssZ: `%s`".formatted(name, text));
    }
}
