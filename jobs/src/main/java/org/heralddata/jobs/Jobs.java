package org.heralddata.jobs;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a home. Safe for many threads and, with others in other processes on one database, for many processes.
 *
 * <p>Methods that name a job refuse with {@link JobCode#NO_JOB} if there is none.
 */
public interface Jobs extends AutoCloseable {

    /**
     * Makes a job.
     *
     * @param inputs files that come with it, by name; read to their ends, not closed
     * @param run    whether it is queued at once, else it is PENDING
     */
    default Job create(NewJob job, SequencedMap<String, InputStream> inputs, boolean run) {
        return create(job, inputs, run, Alongside.NOTHING);
    }

    /**
     * Makes a job. One of a {@link ForeseenKind} that is to run and cannot go well ends in ERROR instead of being queued.
     *
     * @param inputs files that come with it, by name; read to their ends, not closed
     * @param run    whether it is queued at once, else it is PENDING
     * @param alongside done in the same transaction
     */
    Job create(NewJob job, SequencedMap<String, InputStream> inputs, boolean run, Alongside alongside);

    /** Why there is no room for one like this now, with advice; empty if there is. */
    List<Diagnostic> refusals(NewJob job);

    Optional<Job> find(String id);

    /** Oldest first. */
    List<Job> list(JobFilter filter);

    /** Where queued jobs stand, by id; those that are not queued are not among them. */
    Map<String, QueuePlace> places(Set<String> ids);

    /** Where one of this kind and cost would stand if it were queued now. */
    QueuePlace placeOfNew(NewJob job);

    /** Follows jobs; those that there are none of are told of as such. */
    JobFollower follow(Set<String> ids);

    JobsStatus status();

    /** Why no job is begun by this process; empty if jobs are, as there is room. */
    Optional<Diagnostic> obstacle();

    /** Tells other processes where this one answers, without the last slash. */
    void answersAt(Supplier<String> address);

    /**
     * Queues a job that is PENDING or HELD; leaves it if it is queued or runs already. One of a {@link ForeseenKind} that cannot go well
     * ends in ERROR instead.
     */
    Job start(String id);

    /** Keeps a job that is PENDING or QUEUED from running. */
    Job hold(String id);

    /** Ends a job that has not ended, interrupting its work at once; leaves one that has ended. */
    Job abort(String id);

    /** Aborts a job if need be and forgets it with all its files; until these are gone it is told of as deleting. */
    void delete(String id);

    /** Changes the parameters of a job that is PENDING. */
    Job parameters(String id, UnaryOperator<List<JobParameter>> change);

    /** Adds a file to a job that is PENDING, replacing one of this name. */
    void input(String id, String name, InputStream content);

    /** Changes what a job is called by its owner, while it is PENDING. */
    Job runId(String id, @Nullable String runId);

    /** Changes what a job is called by its owner, whatever its phase. */
    Job rename(String id, @Nullable String runId);

    /** Changes how long a job that is PENDING, HELD or QUEUED may run, as far as its kind grants it. */
    Job duration(String id, Duration wished);

    /** Changes when a job is swept away, as far as its kind grants it. */
    Job destruction(String id, Instant wished);

    /**
     * Waits until a job is in another phase than {@code known}, or has left the active ones, or the time is over.
     *
     * @param known null for its phase at the call
     * @throws Refusal if the job is deleted meanwhile
     */
    Job await(String id, @Nullable Phase known, Duration atMost) throws InterruptedException;

    /** Where a file that came with a job is. */
    Path input(String id, String name);

    /** Where a result of a COMPLETED job is. */
    Path file(Job job, JobResult result);

    /** Stops working: jobs that run here are queued again for other processes, or the next one on this home. */
    @Override
    void close();
}
