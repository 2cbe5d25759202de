package org.heralddata.app.settings;

import java.time.Duration;
import org.heralddata.jobs.JobLimits;
import org.heralddata.jobs.JobQuota;
import org.heralddata.jobs.JobSettings;

/**
 * What the settings grant to jobs.
 *
 * @param workers jobs that run at a time in this process; 0 for a server that leaves them to others on the same database
 * @param small   jobs that are expected to take longer leave one worker free
 */
public record JobRules(int workers, Duration small, JobLimits limits, JobQuota quota) {

    static JobRules read(SettingsSection section) {
        JobQuota usual = JobQuota.usual();
        long maxSeconds = section.number("max_duration_seconds", 1, 30 * 86_400L, 12 * 3_600);
        long maxDays = section.number("max_kept_days", 1, 3_650, 30);
        return new JobRules(
                (int) section.number("workers", 0, 1_000, JobSettings.usual().workers()),
                Duration.ofSeconds(section.number(
                        "small_seconds", 1, 86_400, JobSettings.usual().small().toSeconds())),
                new JobLimits(
                        Duration.ofSeconds(
                                section.number("duration_seconds", 1, maxSeconds, Math.min(maxSeconds, 3_600))),
                        Duration.ofSeconds(maxSeconds),
                        Duration.ofDays(section.number("kept_days", 1, maxDays, Math.min(maxDays, 7))),
                        Duration.ofDays(maxDays),
                        Duration.ZERO),
                new JobQuota(
                        (int) section.number("per_address", 1, Integer.MAX_VALUE, usual.perOrigin()),
                        (int) section.number("anonymous", 1, Integer.MAX_VALUE, usual.anonymous()),
                        section.number("upload_megabytes", 1, 1L << 30, usual.inputBytes() >> 20) << 20));
    }

    public JobSettings settings() {
        JobSettings usual = JobSettings.usual();
        return new JobSettings(workers, usual.lease(), usual.tick(), usual.attempts(), small);
    }
}
