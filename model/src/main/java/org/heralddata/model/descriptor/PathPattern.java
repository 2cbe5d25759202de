package org.heralddata.model.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of file and folder names with named parts, such as <code>run_{run:int}/{instrument}_{date:yyyyMMdd}.root</code>.
 *
 * <p>A part is {@code {name}} (anything but a slash), {@code {name:int}}, {@code {name:float}}, {@code {name:word}} (letters
 * and digits) or {@code {name:TIME}} with a form of time made of yyyy yy MM dd DDD HH mm ss S and other characters. {@code *}
 * stands for anything but a slash, {@code ?} for one such character, {@code **}{@code /} for any folders or none. The pattern
 * is held against the end of a path, from the beginning of a folder's or file's name. Immutable.
 */
public final class PathPattern {
    private final String text;
    private final Pattern regex;
    private final SequencedMap<String, PathPart> parts;

    private PathPattern(String text, Pattern regex, SequencedMap<String, PathPart> parts) {
        this.text = text;
        this.regex = regex;
        this.parts = parts;
    }

    /** What a text was read as. */
    public sealed interface Reading {

        record Valid(PathPattern pattern) implements Reading {}

        /**
         * @param reason short words
         * @param start  first character at fault, from 0
         * @param length characters, at least 1
         * @param help   what to write instead
         */
        record Invalid(String reason, int start, int length, String help) implements Reading {}
    }

    /** Reads what a curator writes. */
    public static Reading parse(String text) {
        var regex = new StringBuilder("(?:.*/)?");
        SequencedMap<String, PathPart> parts = new LinkedHashMap<>();
        PathPart before = null;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{') {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    return new Reading.Invalid("not closed", at, text.length() - at, "a part is written `{name}`");
                }
                String inside = text.substring(at + 1, end);
                PathPart part = PathPart.of(inside).orElse(null);
                if (part == null) {
                    return new Reading.Invalid("no part of a path", at, end + 1 - at, PathPart.HELP);
                }
                if (before != null && before.isOpen() && part.isOpen()) {
                    return new Reading.Invalid(
                            "nothing tells where it begins",
                            at,
                            end + 1 - at,
                            "put something between the two parts, or a form of fixed length such as `{date:yyyyMMdd}`");
                }
                if (parts.putIfAbsent(part.name(), part) != null) {
                    return new Reading.Invalid("named before", at, end + 1 - at, "give each part a name of its own");
                }
                regex.append('(').append(part.regex()).append(')');
                before = part;
                at = end + 1;
                continue;
            }
            before = null;
            if (c == '*') {
                boolean folders = text.startsWith("**/", at);
                regex.append(folders ? "(?:.*/)?" : "[^/]*");
                at += folders ? 3 : 1;
            } else if (c == '?') {
                regex.append("[^/]");
                at++;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
                at++;
            }
        }
        return parts.isEmpty()
                ? new Reading.Invalid(
                        "names no part", 0, Math.max(1, text.length()), "name what to take: `run_{run:int}.root`")
                : new Reading.Valid(new PathPattern(text, Pattern.compile(regex.toString()), parts));
    }

    /** The named parts, in order. */
    public List<PathPart> parts() {
        return List.copyOf(parts.values());
    }

    public Optional<PathPart> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /**
     * The values of the parts, times as ISO 8601; a part whose time no calendar has is left out.
     *
     * @param path below the data folder, with forward slashes
     * @return empty if the path does not fit
     */
    public Optional<Map<String, String>> match(String path) {
        Matcher matcher = regex.matcher(new BoundedText(path));
        try {
            if (!matcher.matches()) {
                return Optional.empty();
            }
        } catch (BoundedText.TooLongException tooLong) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        var names = new ArrayList<>(parts.values());
        for (int i = 0; i < names.size(); i++) {
            PathPart part = names.get(i);
            part.value(matcher.group(i + 1)).ifPresent(value -> values.put(part.name(), value));
        }
        return Optional.of(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathPattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
