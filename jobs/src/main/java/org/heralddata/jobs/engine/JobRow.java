package org.heralddata.jobs.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.JobResult;
import org.heralddata.jobs.Phase;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code uws_job} as a {@link Job}. */
final class JobRow {
    static final String COLUMNS = "id, kind, phase, owner, run_id, created, quote, started, ended, execution_duration, "
            + "destruction, parameters, results, failure, progress, attempt";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<JobParameter>> PARAMETERS = new TypeReference<>() {};
    private static final TypeReference<List<JobResult>> RESULTS = new TypeReference<>() {};

    private JobRow() {}

    static Job read(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        double progress = row.getDouble("progress");
        boolean unknown = row.wasNull();
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
                unknown ? null : progress,
                row.getInt("attempt"));
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
