package org.heralddata.jobs.engine;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.heralddata.jobs.Alongside;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobFilter;
import org.heralddata.jobs.JobFollower;
import org.heralddata.jobs.JobKind;
import org.heralddata.jobs.JobLimits;
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
import org.jspecify.annotations.Nullable;

/** Jobs as rows of PostgreSQL and files of the home. */
public final class DurableJobs implements Jobs {
    private final Map<String, JobKind> kinds;
    private final JobTable table;
    private final JobFolders folders;
    private final JobMaker maker;
    private final OwnerChanges changes;
    private final JobWaits waits;
    private final Queue queue;
    private final Feed feed;
    private final Workers workers;
    private final Durations durations = new Durations();
    private final Workshop workshop;
    private final Housekeeping housekeeping;

    /**
     * Begins to work on what is queued.
     *
     * @param database may have to be waited for; only what needs it does
     * @param requests the home's folder for the files of jobs
     * @param quota    of people without accounts
     * @param shared   no job is begun while these folders are not those of the database
     * @param version  of this program
     */
    public DurableJobs(
            Supplier<DataSource> database,
            Path requests,
            Collection<? extends JobKind> kinds,
            JobSettings settings,
            JobQuota quota,
            SharedFolders shared,
            String version) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
        var rows = new Rows(database);
        table = new JobTable(rows);
        folders = new JobFolders(requests);
        maker = new JobMaker(rows, folders, new Admission(quota), new InputRoom(folders, quota.inputBytes()));
        changes = new OwnerChanges(table, folders);
        waits = new JobWaits(table);
        String worker = "%d@%s".formatted(ProcessHandle.current().pid(), Ids.random(8));
        workers = new Workers(rows, worker, version, settings.workers());
        queue = new Queue(rows);
        feed = new Feed(table, queue, settings.tick());
        housekeeping = new Housekeeping(rows, folders, this.kinds, workers);
        var leases = new Leases(rows, worker, this.kinds.keySet(), settings.lease(), settings.attempts());
        workshop = new Workshop(
                this.kinds, settings, leases, folders, shared, durations, workers, this::changed, this::tick);
        workshop.open();
    }

    /** For everybody as much as they like, in folders that nobody else has. */
    DurableJobs(
            Supplier<DataSource> database, Path requests, Collection<? extends JobKind> kinds, JobSettings settings) {
        this(database, requests, kinds, settings, JobQuota.UNLIMITED, SharedFolders.NONE, "test");
    }

    private void tick() {
        waits.look();
        if (workshop.obstacle().isEmpty()) {
            housekeeping.sweepNowAndThen().forEach(id -> {
                workshop.stop(id);
                changed(id);
            });
        }
    }

    private void changed(String id) {
        waits.changed(id);
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
    public Optional<Diagnostic> obstacle() {
        return workshop.obstacle();
    }

    @Override
    public Job create(NewJob job, SequencedMap<String, InputStream> inputs, boolean run, Alongside alongside) {
        if (!run) {
            return maker.make(job, limits(job.kind()), Phase.PENDING, null, inputs, alongside);
        }
        var foreseen = Foresight.of(kinds.get(job.kind()), job.owner(), job.parameters(), job.cost());
        if (foreseen.failure() != null) {
            Job made = maker.make(job, limits(job.kind()), Phase.PENDING, null, inputs, alongside);
            return refused(made.id(), foreseen.failure());
        }
        Job made = maker.make(
                job.costing(foreseen.cost()),
                limits(job.kind()),
                Phase.QUEUED,
                durations.quote(job.kind(), foreseen.cost()),
                inputs,
                alongside);
        workshop.wake();
        return made;
    }

    private Job refused(String id, JobFailure failure) {
        Job refused = changes.refuse(id, failure);
        changed(id);
        return refused;
    }

    @Override
    public List<Diagnostic> refusals(NewJob job) {
        return maker.refusals(job);
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
        Job before = changes.known(id);
        if (before.phase() == Phase.PENDING) {
            var foreseen = Foresight.of(kinds.get(before.kind()), before.owner(), before.parameters(), before.cost());
            if (foreseen.failure() != null) {
                return refused(id, foreseen.failure());
            }
            before = changes.costing(before, foreseen.cost());
        }
        Job now = changes.start(id, durations.quote(before.kind(), before.cost()));
        workshop.wake();
        changed(id);
        return now;
    }

    @Override
    public Job hold(String id) {
        Job held = changes.hold(id);
        changed(id);
        return held;
    }

    @Override
    public Job abort(String id) {
        Job aborted = changes.abort(id);
        workshop.stop(id);
        changed(id);
        return aborted;
    }

    @Override
    public void delete(String id) {
        changes.deleting(id);
        workshop.stop(id);
        changed(id);
        changes.delete(id);
        changed(id);
    }

    @Override
    public Job parameters(String id, UnaryOperator<List<JobParameter>> change) {
        return changes.parameters(id, change);
    }

    @Override
    public void input(String id, String name, InputStream content) {
        maker.add(changes.pending(id, "take files").id(), name, content);
    }

    @Override
    public Job runId(String id, @Nullable String runId) {
        return changes.runId(id, runId);
    }

    @Override
    public Job rename(String id, @Nullable String runId) {
        Job renamed = changes.rename(id, runId);
        changed(id);
        return renamed;
    }

    @Override
    public Job duration(String id, Duration wished) {
        return changes.duration(id, wished, limits(changes.known(id).kind()));
    }

    @Override
    public Job destruction(String id, Instant wished) {
        return changes.destruction(id, wished, limits(changes.known(id).kind()));
    }

    @Override
    public Job await(String id, @Nullable Phase known, Duration atMost) throws InterruptedException {
        return waits.await(id, known, atMost, () -> changes.known(id));
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

    private JobLimits limits(String name) {
        JobKind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of job: " + name);
        }
        return kind.limits();
    }
}
