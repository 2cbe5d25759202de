package org.heralddata.model.files;

import java.util.Locale;

/** How a file stands. */
public enum FileState {
    /** There when last looked for, and read. */
    PRESENT,
    /** There, but it could not be read; the notes say why. */
    BROKEN,
    /** Not there any more; what was known of it is kept. */
    VANISHED;

    /** In lower case, as selections and answers have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FileState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
