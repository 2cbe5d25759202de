package org.heralddata.jobs.request;

import java.util.Locale;

/** How the rows of a part are spread over files. */
public enum Layout {
    /** One table; what an event lacks is null. */
    WIDE,
    /** A table for each detector component with its events alone, one for the events, and one that tells which rows belong together. */
    COMPONENTS;

    /** The name in requests. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
