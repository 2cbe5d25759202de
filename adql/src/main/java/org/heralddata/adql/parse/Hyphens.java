package org.heralddata.adql.parse;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heralddata.adql.schema.Names;
import org.heralddata.adql.tree.Span;

/** Finds names with hyphens that lack their double quotes, and are read as differences. */
public final class Hyphens {
    private static final String WORD = "(?:[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*|\"[^\"]*\")";

    private static final Pattern NAME = Pattern.compile(WORD + "(?:\\." + WORD + ")*");

    private static final Pattern REST = Pattern.compile("(?:\\." + WORD + ")*");

    private Hyphens() {}

    /**
     * A name that was meant.
     *
     * @param span   where it stands
     * @param quoted as it is to be written
     */
    public record Meant(Span span, String quoted) {
        /** What a user is told. */
        public String help() {
            return "a name with a hyphen stands in double quotes: %s".formatted(quoted);
        }
    }

    /** The name with a hyphen that holds a place of a query. */
    static Optional<Meant> at(String query, int place) {
        Matcher name = NAME.matcher(query);
        while (name.find() && name.start() <= place) {
            if (place < name.end() && name.group().replaceAll("\"[^\"]*\"", "").indexOf('-') >= 0) {
                return Optional.of(new Meant(new Span(name.start(), name.end()), quoted(name.group())));
            }
        }
        return Optional.empty();
    }

    private static String quoted(String name) {
        Stream<String> parts = Stream.of(name.split("\\.(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
        return parts.map(p -> p.startsWith("\"") ? p : Names.written(p)).collect(Collectors.joining("."));
    }

    /** One of the names that there are, if it stands at a place of a query without its quotes. */
    public static Optional<Meant> known(String query, Span place, Collection<String> names) {
        String text = query.toLowerCase(Locale.ROOT);
        for (String name : names) {
            if (name.indexOf('-') < 0) {
                continue;
            }
            String wanted = name.toLowerCase(Locale.ROOT);
            int from = Math.max(0, place.start() - wanted.length());
            for (int at = text.indexOf(wanted, from);
                    at >= 0 && at <= place.start();
                    at = text.indexOf(wanted, at + 1)) {
                if (at + wanted.length() > place.start() && isWhole(text, at, at + wanted.length())) {
                    Matcher rest = REST.matcher(query).region(at + wanted.length(), query.length());
                    String after = rest.lookingAt() ? rest.group() : "";
                    var span = new Span(at, at + wanted.length() + after.length());
                    return Optional.of(new Meant(span, Names.written(name) + after));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(String text, int start, int end) {
        return (start == 0 || !isOfName(text.charAt(start - 1)))
                && (end == text.length() || !isOfName(text.charAt(end)));
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '"';
    }
}
