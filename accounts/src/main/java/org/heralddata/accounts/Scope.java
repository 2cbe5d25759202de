package org.heralddata.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for. */
public enum Scope {
    READ("see what its owner may see, and query it"),
    REQUESTS("order, change and delete data requests and jobs"),
    ADMIN("act as operator, if its owner is one");

    private final String meaning;

    Scope(String meaning) {
        this.meaning = meaning;
    }

    /** As people write it: {@code read}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String meaning() {
        return meaning;
    }

    public static Optional<Scope> of(String label) {
        return Arrays.stream(values()).filter(s -> s.label().equals(label)).findFirst();
    }
}
