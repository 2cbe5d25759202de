package org.heralddata.store.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileContent;
import org.heralddata.model.files.FileMetadata;
import org.heralddata.model.files.FileState;
import org.heralddata.model.files.TimeSpan;
import org.jspecify.annotations.Nullable;

/** Rows of {@code catalogued_file} and {@code file_collection} as records. */
final class FileRows {
    static final String COLUMNS =
            "f.id, f.collection, f.path, f.state, f.bytes, f.modified, f.sha256, f.format, f.time_start,"
                    + " f.time_stop, f.run, f.instrument, f.rows, f.tables, f.fields, f.notes, f.first_seen, f.changed";
    static final String COLLECTION_COLUMNS = "about, fields, folder, descriptor, software, scanned, revision";

    private static final long BILLION = 1_000_000_000L;

    private FileRows() {}

    static CataloguedFile file(ResultSet row, FileCollection collection) throws SQLException {
        Long start = whole(row, "time_start");
        Long stop = whole(row, "time_stop");
        return new CataloguedFile(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new CollectionId(row.getString("collection")),
                row.getString("path"),
                FileState.of(row.getString("state")),
                new FileContent(row.getLong("bytes"), instant(row.getLong("modified")), row.getString("sha256")),
                new FileMetadata(
                        row.getString("format"),
                        start == null || stop == null ? null : new TimeSpan(start, stop),
                        whole(row, "run"),
                        row.getString("instrument"),
                        whole(row, "rows"),
                        FileJson.tables(row.getString("tables")),
                        FileJson.values(row.getString("fields"), collection),
                        FileJson.notes(row.getString("notes"))),
                time(row, "first_seen"),
                time(row, "changed"));
    }

    static FileCollection collection(ResultSet row) throws SQLException {
        return new FileCollection(
                FileJson.about(row.getString("about")),
                FileJson.fields(row.getString("fields")),
                row.getString("folder"),
                row.getString("descriptor"),
                row.getString("software"),
                time(row, "scanned"),
                row.getLong("revision"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    static @Nullable Long whole(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static Instant instant(long nanoseconds) {
        return Instant.ofEpochSecond(Math.floorDiv(nanoseconds, BILLION), Math.floorMod(nanoseconds, BILLION));
    }

    /** Clamped to the years 1678 to 2261. */
    static long nanoseconds(Instant instant) {
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), BILLION), instant.getNano());
        } catch (ArithmeticException beyond) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
