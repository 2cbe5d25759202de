package org.heralddata.jobs.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.heralddata.jobs.JobWorker;
import org.heralddata.jobs.JobsStatus;
import org.jspecify.annotations.Nullable;

/** Signs of life of all processes that work on jobs or hand them out. Safe for many threads. */
final class Workers {
    /** After which a process is held to be gone. */
    static final Duration SILENT = Duration.ofSeconds(15);

    private static final Duration SIGN_EVERY = Duration.ofSeconds(2);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Rows rows;
    private final String id;
    private final String version;
    private final int places;
    private volatile @Nullable Supplier<String> url;
    private long next = System.nanoTime();
    private int told = -1;

    Workers(Rows rows, String id, String version, int places) {
        this.rows = rows;
        this.id = id;
        this.version = version;
        this.places = places;
    }

    /** Where this process answers, without the last slash. */
    void answersAt(Supplier<String> address) {
        url = address;
    }

    /** Gives a sign if it is time to, or if more or fewer jobs run here. For one thread. */
    void signNowAndThen(int running) {
        if (System.nanoTime() - next >= 0 || running != told) {
            next = System.nanoTime() + SIGN_EVERY.toNanos();
            sign(running);
            told = running;
        }
    }

    private void sign(int running) {
        Supplier<String> address = url;
        rows.change(
                "insert into job_worker (id, host, pid, version, url, workers, running) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (id) do update set seen = now(), running = excluded.running, url = excluded.url",
                id,
                host(),
                ProcessHandle.current().pid(),
                version,
                address == null ? null : address.get(),
                places,
                running);
    }

    /** This process ends. */
    void leave() {
        rows.change("delete from job_worker where id = ?", id);
    }

    /** Forgets those that fell silent long ago. */
    void forget() {
        rows.change("delete from job_worker where seen < now() - make_interval(secs => ?)", FORGOTTEN.toSeconds());
    }

    JobsStatus status() {
        List<JobWorker> all = rows.ask(
                "select *, seen > now() - make_interval(secs => ?) as alive from job_worker order by started, id",
                row -> new JobWorker(
                        row.getString("id"),
                        row.getString("host"),
                        row.getLong("pid"),
                        row.getString("version"),
                        row.getString("url"),
                        row.getInt("workers"),
                        row.getInt("running"),
                        time(row.getObject("started", OffsetDateTime.class)),
                        time(row.getObject("seen", OffsetDateTime.class)),
                        row.getBoolean("alive")),
                SILENT.toSeconds());
        int[] jobs = rows.ask(
                        "select count(*) filter (where phase = 'EXECUTING'), count(*) filter (where phase = 'QUEUED') from uws_job"
                                + " where phase in ('EXECUTING', 'QUEUED')",
                        row -> new int[] {row.getInt(1), row.getInt(2)})
                .getFirst();
        return new JobsStatus(all, jobs[0], jobs[1]);
    }

    private static Instant time(@Nullable OffsetDateTime time) {
        return Objects.requireNonNull(time).toInstant();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
