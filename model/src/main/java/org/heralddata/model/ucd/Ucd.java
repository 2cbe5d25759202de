package org.heralddata.model.ucd;

/**
 * A Unified Content Descriptor.
 *
 * @param words UCD1+ words joined by semicolons, main word first, such as {@code pos.eq.ra;meta.main}; empty for none
 */
public record Ucd(String words) {

    public static final Ucd NONE = new Ucd("");

    @Override
    public String toString() {
        return words;
    }
}
