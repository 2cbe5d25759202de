package org.heralddata.jobs.request;

import java.util.Locale;

/** How a package is handed over. */
public enum Delivery {
    /** One archive with all files. */
    ZIP,
    /** Each file by itself. */
    FOLDER;

    /** The name in requests. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
