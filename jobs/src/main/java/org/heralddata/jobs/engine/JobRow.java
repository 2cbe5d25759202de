package org.heralddata.jobs.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCost;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.JobProgress;
import org.heralddata.jobs.JobResult;
import org.heralddata.jobs.Phase;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code uws_job} as a {@link Job}. */
final class JobRow {
    static final String COLUMNS = "id, kind, phase, owner, run_id, created, quote, started, ended, execution_duration, "
            + "destruction, parameters, results, failure, progress, attempt, cost, rows_expected, bytes_expected, rows_done, bytes_done, "
            + "deleting";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<JobParameter>> PARAMETERS = new TypeReference<>() {};
    private static final TypeReference<List<JobResult>> RESULTS = new TypeReference<>() {};

    private JobRow() {}

    static Job read(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        return new Job(
                row.getString("id"),
                row.getString("kind"),
                Phase.valueOf(row.getString("phase")),
                row.getString("owner"),
                row.getString("run_id"),
                needed(row, "created"),
                time(row, "quote"),
                time(row, "started"),
                time(row, "ended"),
                Duration.ofSeconds(row.getLong("execution_duration")),
                needed(row, "destruction"),
                JSON.readValue(row.getString("parameters"), PARAMETERS),
                JSON.readValue(row.getString("results"), RESULTS),
                failure == null ? null : JSON.readValue(failure, JobFailure.class),
                new JobCost(
                        row.getObject("cost", Double.class),
                        row.getObject("rows_expected", Long.class),
                        row.getObject("bytes_expected", Long.class)),
                new JobProgress(
                        row.getObject("progress", Double.class), row.getLong("rows_done"), row.getLong("bytes_done")),
                row.getInt("attempt"),
                time(row, "deleting") != null);
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** PostgreSQL knows no text with a null character. */
    static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace('\0', ' ');
    }

    private static Instant needed(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
