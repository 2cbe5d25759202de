package org.heralddata.jobs.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.jobs.JobKind;

/** Sweeps away what is past its destruction time, and folders that belong to no job. */
final class Housekeeping {
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);
    private static final Duration STRAY_EVERY = Duration.ofHours(1);

    /** A deletion that goes on for longer is held to be of a process that has ended. */
    private static final Duration DELETING = Duration.ofMinutes(1);

    private final Rows rows;
    private final JobFolders folders;
    private final Map<String, JobKind> kinds;
    private final Workers workers;
    private long nextSweep = System.nanoTime();
    private long nextStrays = System.nanoTime() + STRAY_EVERY.toNanos();

    Housekeeping(Rows rows, JobFolders folders, Map<String, JobKind> kinds, Workers workers) {
        this.rows = rows;
        this.folders = folders;
        this.kinds = kinds;
        this.workers = workers;
    }

    /** Sweeps if it is time to; the ids of the jobs that were. */
    List<String> sweepNowAndThen() {
        long now = System.nanoTime();
        if (now - nextStrays >= 0) {
            nextStrays = now + STRAY_EVERY.toNanos();
            strays(Instant.now().minus(STRAY_EVERY));
            forget();
        }
        if (now - nextSweep < 0) {
            return List.of();
        }
        nextSweep = now + SWEEP_EVERY.toNanos();
        return sweep();
    }

    List<String> sweep() {
        var swept = new HashSet<String>();
        for (JobKind kind : kinds.values()) {
            long archived = kind.limits().archived().toSeconds();
            if (archived > 0) {
                swept.addAll(rows.ask(
                        "update uws_job set phase = 'ARCHIVED', lease = null, results = '[]', ended = coalesce(ended, now())"
                                + " where kind = ? and destruction <= now() and phase <> 'ARCHIVED' returning id",
                        row -> row.getString(1),
                        kind.name()));
            }
            swept.addAll(rows.ask(
                    "delete from uws_job where kind = ? and destruction + make_interval(secs => ?) <= now() returning id",
                    row -> row.getString(1),
                    kind.name(),
                    archived));
        }
        swept.forEach(folders::delete);
        swept.addAll(unfinished());
        return List.copyOf(swept);
    }

    /** Ends deletions whose process ended before they did. */
    private List<String> unfinished() {
        List<String> ids = rows.ask(
                "select id from uws_job where deleting < now() - make_interval(secs => ?)",
                row -> row.getString(1),
                DELETING.toSeconds());
        ids.forEach(folders::delete);
        rows.change("delete from uws_job where id = any (?)", (Object) ids.toArray(String[]::new));
        return ids;
    }

    /** What nobody asked for in time, and what does not count any more. */
    private void forget() {
        workers.forget();
        rows.change("delete from job_use where at < now() - interval '2 days'"
                + " and (served is null or served < now() - interval '2 days')");
    }

    /** Removes folders of no job, untouched since a time: of those that were made while their job was deleted. */
    void strays(Instant untouchedSince) {
        List<String> old = folders.olderThan(untouchedSince);
        Set<String> known =
                new HashSet<>(rows.ask("select id from uws_job where id = any (?)", row -> row.getString(1), (Object)
                        old.toArray(String[]::new)));
        old.stream().filter(id -> !known.contains(id)).forEach(folders::delete);
    }
}
