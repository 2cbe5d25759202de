package org.heralddata.model.files;

import java.util.Locale;

/** What happened to a file between two looks. */
public enum FileChange {
    /** Seen for the first time. */
    FOUND,
    /** Its content is another. */
    CHANGED,
    /** The same content, read by other rules. */
    REREAD,
    /** Not there any more. */
    VANISHED,
    /** There again. */
    RETURNED;

    /** In lower case, as answers have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FileChange of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
