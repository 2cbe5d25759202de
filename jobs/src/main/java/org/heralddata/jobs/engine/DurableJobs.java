package org.heralddata.jobs.engine;

import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobFilter;
import org.heralddata.jobs.JobFollower;
import org.heralddata.jobs.JobKind;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.JobQuota;
import org.heralddata.jobs.JobResult;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.Jobs;
import org.heralddata.jobs.JobsStatus;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.QueuePlace;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Jobs as rows of PostgreSQL and files of the home. */
public final class DurableJobs implements Jobs {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, JobKind> kinds;
    private final JobTable table;
    private final JobFolders folders;
    private final Signals signals = new Signals();
    private final Queue queue;
    private final Feed feed;
    private final Workers workers;
    private final Durations durations = new Durations();
    private final Workshop workshop;
    private final Housekeeping housekeeping;
    private final Admission admission;

    /**
     * Begins to work on what is queued.
     *
     * @param database may have to be waited for; only what needs it does
     * @param requests the home's folder for the files of jobs
     * @param quota    of people without accounts
     * @param version  of this program
     */
    public DurableJobs(
            Supplier<DataSource> database,
            Path requests,
            Collection<? extends JobKind> kinds,
            JobSettings settings,
            JobQuota quota,
            String version) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
        var rows = new Rows(database);
        table = new JobTable(rows);
        folders = new JobFolders(requests);
        admission = new Admission(rows, folders, quota);
        String worker = "%d@%s".formatted(ProcessHandle.current().pid(), random(8));
        workers = new Workers(rows, worker, version, settings.workers());
        queue = new Queue(rows);
        feed = new Feed(table, queue, settings.tick());
        housekeeping = new Housekeeping(rows, folders, this.kinds, workers);
        var leases = new Leases(rows, worker, this.kinds.keySet(), settings.lease(), settings.attempts());
        workshop = new Workshop(this.kinds, settings, leases, folders, durations, workers, this::changed, this::tick);
        workshop.open();
    }

    /** For everybody as much as they like. */
    DurableJobs(
            Supplier<DataSource> database, Path requests, Collection<? extends JobKind> kinds, JobSettings settings) {
        this(database, requests, kinds, settings, JobQuota.UNLIMITED, "test");
    }

    private void tick() {
        Set<String> watched = signals.watched();
        if (!watched.isEmpty()) {
            signals.seen(watched, table.phases(watched));
        }
        housekeeping.sweepNowAndThen().forEach(id -> {
            workshop.stop(id);
            changed(id);
        });
    }

    private void changed(String id) {
        signals.changed(id);
        feed.changed(id);
    }

    /** What goes on, for a process that does not take part. */
    public static JobsStatus status(Supplier<DataSource> database) {
        return new Workers(new Rows(database), "", "", 0).status();
    }

    @Override
    public void answersAt(Supplier<String> address) {
        workers.answersAt(address);
    }

    @Override
    public Job create(NewJob job, SequencedMap<String, InputStream> inputs, boolean run) {
        JobKind kind = kind(job.kind());
        if (job.owner() == null) {
            admission.job(job.kind(), job.origin());
        }
        String id = random(26);
        Duration wished = job.duration();
        Duration duration =
                wished == null ? kind.limits().duration() : kind.limits().granted(wished);
        try {
            store(id, inputs);
            Job made = table.insert(
                    id,
                    job,
                    run ? Phase.QUEUED : Phase.PENDING,
                    run ? durations.quote(job.kind()) : null,
                    duration,
                    kind.limits().kept(),
                    kind.limits().maxKept());
            if (run) {
                workshop.wake();
            }
            return made;
        } catch (RuntimeException failed) {
            folders.delete(id);
            throw failed;
        }
    }

    @Override
    public Optional<Job> find(String id) {
        return table.find(id);
    }

    @Override
    public List<Job> list(JobFilter filter) {
        return table.list(filter);
    }

    @Override
    public Map<String, QueuePlace> places(Set<String> ids) {
        return queue.places(ids);
    }

    @Override
    public QueuePlace placeOfNew(NewJob job) {
        return queue.placeOfNew(job);
    }

    @Override
    public JobFollower follow(Set<String> ids) {
        return feed.follow(ids);
    }

    @Override
    public JobsStatus status() {
        return workers.status();
    }

    @Override
    public Job start(String id) {
        Job before = known(id);
        Optional<Job> started =
                table.move(id, EnumSet.of(Phase.PENDING, Phase.HELD), Phase.QUEUED, durations.quote(before.kind()));
        Job now = started.orElseGet(() -> known(id));
        if (started.isEmpty() && now.phase() != Phase.QUEUED && now.phase() != Phase.EXECUTING) {
            throw wrongPhase(now, "be started");
        }
        workshop.wake();
        changed(id);
        return now;
    }

    @Override
    public Job hold(String id) {
        Job held = table.move(id, EnumSet.of(Phase.PENDING, Phase.QUEUED), Phase.HELD, null)
                .orElseThrow(() -> wrongPhase(known(id), "be held"));
        changed(id);
        return held;
    }

    @Override
    public Job abort(String id) {
        Optional<Job> aborted = table.move(
                id, JobTable.allBut(Phase.COMPLETED, Phase.ERROR, Phase.ABORTED, Phase.ARCHIVED), Phase.ABORTED, null);
        workshop.stop(id);
        changed(id);
        return aborted.orElseGet(() -> known(id));
    }

    @Override
    public void delete(String id) {
        if (!table.deleting(id)) {
            throw unknown(id);
        }
        workshop.stop(id);
        changed(id);
        folders.delete(id);
        table.delete(id);
        changed(id);
    }

    @Override
    public Job parameters(String id, UnaryOperator<List<JobParameter>> change) {
        return table.parameters(id, change).orElseThrow(() -> wrongPhase(known(id), "take parameters"));
    }

    @Override
    public void input(String id, String name, InputStream content) {
        Job job = known(id);
        if (job.phase() != Phase.PENDING) {
            throw wrongPhase(job, "take files");
        }
        store(id, new LinkedHashMap<>(Map.of(name, content)));
    }

    private void store(String id, SequencedMap<String, InputStream> inputs) {
        if (!inputs.isEmpty()) {
            admission.files();
            folders.store(id, inputs);
            admission.taken();
        }
    }

    @Override
    public Job runId(String id, @Nullable String runId) {
        return table.runId(id, runId).orElseThrow(() -> wrongPhase(known(id), "be renamed"));
    }

    @Override
    public Job rename(String id, @Nullable String runId) {
        Job renamed = table.rename(id, runId).orElseThrow(() -> unknown(id));
        changed(id);
        return renamed;
    }

    @Override
    public Job duration(String id, Duration wished) {
        Duration granted = kind(known(id).kind()).limits().granted(wished);
        return table.duration(id, granted)
                .orElseThrow(() -> wrongPhase(known(id), "be given another execution duration"));
    }

    @Override
    public Job destruction(String id, Instant wished) {
        Duration most = kind(known(id).kind()).limits().maxKept();
        return table.destruction(id, wished, most)
                .orElseThrow(() -> wrongPhase(known(id), "be given another destruction time"));
    }

    @Override
    public Job await(String id, @Nullable Phase known, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        Signals.Watch watch = signals.enter(id);
        try {
            long seen = watch.changes();
            Job job = known(id);
            Phase from = known == null ? job.phase() : known;
            while (job.phase() == from && job.phase().isActive()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                watch.await(seen, left);
                seen = watch.changes();
                job = known(id);
            }
            return job;
        } finally {
            signals.leave(watch);
        }
    }

    @Override
    public Path input(String id, String name) {
        return folders.input(id, name);
    }

    @Override
    public Path file(Job job, JobResult result) {
        return folders.of(job.id()).resolve(result.path());
    }

    @Override
    public void close() {
        feed.close();
        workshop.close();
    }

    private JobKind kind(String name) {
        JobKind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of job: " + name);
        }
        return kind;
    }

    private Job known(String id) {
        return table.find(id).orElseThrow(() -> unknown(id));
    }

    private static Refusal unknown(String id) {
        return new Refusal(Diagnostic.error(JobCode.NO_JOB, "there is no job `%s`".formatted(id))
                .helped("jobs are swept away at their destruction time"));
    }

    private static Refusal wrongPhase(Job job, String what) {
        return new Refusal(
                Diagnostic.error(JobCode.WRONG_PHASE, "a job that is %s cannot %s".formatted(job.phase(), what)));
    }

    /** Digits and small letters that cannot be guessed, five bits each. */
    private static String random(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(Character.forDigit(RANDOM.nextInt(32), 32));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
