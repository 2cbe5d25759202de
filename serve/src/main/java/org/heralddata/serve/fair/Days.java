package org.heralddata.serve.fair;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.heralddata.model.catalogue.Release;

/** Days of UTC, as ISO 8601 writes them. */
public final class Days {

    private Days() {}

    public static String of(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** First to last day, as {@link #span(Release)}; of files the days that they cover. */
    public static Optional<String> span(Dataset dataset) {
        return Coverage.times(dataset).map(ends -> of(ends.getFirst()) + "/" + of(ends.getLast()));
    }

    /** First to last day of all tables, {@code 2004-01-01/2005-01-01}; empty if no table has times. */
    public static Optional<String> span(Release release) {
        return Coverage.times(release).map(ends -> of(ends.getFirst()) + "/" + of(ends.getLast()));
    }
}
