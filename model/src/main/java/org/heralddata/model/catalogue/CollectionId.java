package org.heralddata.model.catalogue;

import java.util.regex.Pattern;

/**
 * The name of a collection in addresses, folders and queries.
 *
 * @param value lower-case letters, digits and hyphens, starting with a letter, at most 64
 */
public record CollectionId(String value) implements Comparable<CollectionId> {

    /** What an id looks like. */
    public static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public CollectionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no collection id: " + value);
        }
    }

    @Override
    public int compareTo(CollectionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
