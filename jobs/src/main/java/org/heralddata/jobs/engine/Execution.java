package org.heralddata.jobs.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobKind;
import org.heralddata.jobs.JobProgress;
import org.heralddata.jobs.JobResult;
import org.heralddata.jobs.JobRun;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.store.StoreDiagnostic;
import org.jspecify.annotations.Nullable;

/** A job that runs here. Its work has a thread; others may stop it. */
final class Execution implements JobRun {
    private static final System.Logger LOG = System.getLogger(Execution.class.getName());

    private final Job job;
    private final JobKind kind;
    private final JobFolders folders;
    private final List<JobResult> results = new ArrayList<>();
    private final Map<String, Map<String, String>> notes = new HashMap<>();
    private final long begun = System.nanoTime();
    private volatile long renewed;
    private volatile JobProgress progress = JobProgress.NONE;
    private @Nullable Thread thread;
    private boolean stopped;

    /** @param renewed when its lease began, by {@link System#nanoTime}, or earlier */
    Execution(Job job, JobKind kind, JobFolders folders, long renewed) {
        this.job = job;
        this.kind = kind;
        this.folders = folders;
        this.renewed = renewed;
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public Path input(String name) {
        return folders.input(job.id(), name);
    }

    @Override
    public OutputStream result(String name, String fileName, String mediaType) throws IOException {
        Path folder = folders.begun(job.id(), job.attempt());
        Files.createDirectories(folder);
        Path file = folder.resolve(JobFolders.checked(fileName));
        String path = folders.attempt(job.id(), job.attempt()).getFileName() + "/" + fileName;
        results.add(new JobResult(name, path, mediaType, 0, Map.of()));
        return ResultFile.create(file);
    }

    @Override
    public void note(String result, String key, String value) {
        notes.computeIfAbsent(result, _ -> new HashMap<>()).put(key, value);
    }

    @Override
    public void progress(double done) {
        progress = new JobProgress(done, progress.rows(), progress.bytes());
    }

    @Override
    public void progress(JobProgress done) {
        progress = done;
    }

    JobProgress progress() {
        return progress;
    }

    /**
     * Does the work, on the thread that calls.
     *
     * @return null if it went well; what is returned of one that was stopped does not matter
     */
    @Nullable
    JobFailure work() {
        if (!begin()) {
            return null;
        }
        try {
            kind.run(this);
            return null;
        } catch (Refusal refusal) {
            var code = refusal.diagnostics().getFirst().code();
            return JobFailure.of(
                    code == QueryCode.BUSY || code == QueryCode.TIME_OUT || code == StoreDiagnostic.DATABASE_AWAY,
                    refusal.diagnostics());
        } catch (IOException failed) {
            return failure(
                    Diagnostic.error(JobCode.NOT_WRITTEN, "the result could not be written: " + failed.getMessage())
                            .helped("ask those who run this server to look for space on its disk"),
                    failed);
        } catch (Exception | Error failed) {
            return failure(
                    Diagnostic.error(JobCode.BROKEN, "the job failed for a reason that is ours")
                            .helped("tell those who run this server the id of the job, `%s`".formatted(job.id())),
                    failed);
        } finally {
            end();
        }
    }

    private JobFailure failure(Diagnostic told, Throwable why) {
        if (!isStopped()) {
            LOG.log(System.Logger.Level.WARNING, "job " + job.id() + " failed", why);
        }
        return JobFailure.of(false, List.of(told));
    }

    /** The results with their sizes, after the work was done. */
    List<JobResult> finished() throws IOException {
        folders.finish(job.id(), job.attempt());
        var sized = new ArrayList<JobResult>();
        for (JobResult result : results) {
            long bytes = Files.size(folders.of(job.id()).resolve(result.path()));
            sized.add(new JobResult(
                    result.name(),
                    result.path(),
                    result.mediaType(),
                    bytes,
                    notes.getOrDefault(result.name(), Map.of())));
        }
        return sized;
    }

    /** Removes what was made, which nobody will see. */
    void forget() {
        JobFolders.delete(folders.begun(job.id(), job.attempt()));
        JobFolders.delete(folders.attempt(job.id(), job.attempt()));
    }

    /** Interrupts the work; what comes of it is not to be kept. */
    synchronized void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    void renewed(long at) {
        renewed = at;
    }

    /** True if it is expected to take long, or has taken long already. */
    boolean isBig(Duration small) {
        Double seconds = job.cost().seconds();
        return seconds == null ? System.nanoTime() - begun > small.toNanos() : seconds > small.toMillis() / 1e3;
    }

    /** True if nobody else may have taken it over yet. */
    boolean isHeld(Duration lease) {
        return System.nanoTime() - renewed < lease.toNanos();
    }

    /** True if it runs longer than it may. */
    boolean isLate() {
        return !job.duration().isZero()
                && System.nanoTime() - begun > job.duration().toNanos();
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !stopped;
    }

    private synchronized void end() {
        thread = null;
        Thread.interrupted();
    }
}
