package org.heralddata.query.adql;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query to a home.
 *
 * @param text    in ADQL 2.1
 * @param release name of the release to read of every collection; null for the newest of each
 * @param maxRows rows that the answer may have; negative for all
 * @param timeOut until the first row, and between batches of rows
 * @param uploads tables that the query may name as {@code tap_upload.name}
 */
public record AdqlQuery(
        String text, @Nullable String release, long maxRows, Duration timeOut, List<UploadedTable> uploads) {

    public AdqlQuery {
        uploads = List.copyOf(uploads);
    }

    /** All rows of the newest releases, in a minute. */
    public static AdqlQuery of(String text) {
        return new AdqlQuery(text, null, -1, Duration.ofMinutes(1), List.of());
    }

    public AdqlQuery withRelease(@Nullable String name) {
        return new AdqlQuery(text, name, maxRows, timeOut, uploads);
    }

    public AdqlQuery withMaxRows(long rows) {
        return new AdqlQuery(text, release, rows, timeOut, uploads);
    }

    public AdqlQuery withTimeOut(Duration limit) {
        return new AdqlQuery(text, release, maxRows, limit, uploads);
    }

    public AdqlQuery withUploads(List<UploadedTable> tables) {
        return new AdqlQuery(text, release, maxRows, timeOut, tables);
    }
}
