package org.heralddata.model.publication;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A digital object identifier, without an address in front.
 *
 * @param name prefix and suffix, such as {@code 10.5281/zenodo.42}; case does not matter, and is kept
 */
public record Doi(String name) {
    private static final Pattern FORM = Pattern.compile("10\\.\\d{4,9}(?:\\.\\d+)*/\\S+");
    private static final Pattern IN_FRONT = Pattern.compile("(?i)^(?:https?://(?:dx\\.)?doi\\.org/|doi:)");

    public Doi {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("no DOI: " + name);
        }
    }

    /** Reads a DOI, with or without {@code https://doi.org/} or {@code doi:} in front; empty if the text is none. */
    public static Optional<Doi> in(String text) {
        String bare = IN_FRONT.matcher(text.strip()).replaceFirst("");
        return FORM.matcher(bare).matches() ? Optional.of(new Doi(bare)) : Optional.empty();
    }

    /** What a browser follows. */
    public String address() {
        return "https://doi.org/" + name;
    }

    /** Whether both are the same identifier: DOIs do not tell capital from small letters. */
    public boolean isSame(Doi other) {
        return name.toLowerCase(Locale.ROOT).equals(other.name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name;
    }
}
