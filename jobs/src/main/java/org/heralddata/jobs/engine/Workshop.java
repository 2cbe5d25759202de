package org.heralddata.jobs.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobKind;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.Phase;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.Background;
import org.heralddata.store.StoreDiagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The workers of this process. One thread takes jobs as there is room, when it is woken and at each tick; each job runs on a
 * thread of its own; a third watches the clock without asking the database, which may be away.
 */
final class Workshop implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Workshop.class.getName());
    private static final Duration TO_STOP = Duration.ofSeconds(5);

    private final Map<String, JobKind> kinds;
    private final JobSettings settings;
    private final Leases leases;
    private final JobFolders folders;
    private final SharedFolders shared;
    private final Durations durations;
    private final Workers workers;
    private final Consumer<String> changed;
    private final Runnable atTick;
    private final Map<String, Execution> running = new ConcurrentHashMap<>();
    private final Semaphore calls = new Semaphore(0);
    private final ExecutorService threads = Executors.newCachedThreadPool(Background.threads("herald-job-"));
    private final Thread taker =
            Thread.ofPlatform().name("herald-jobs").daemon().unstarted(this::take);
    private final Thread clock =
            Thread.ofPlatform().name("herald-jobs-clock").daemon().unstarted(this::watch);
    private volatile Optional<Diagnostic> obstacle = Optional.empty();
    private volatile boolean closed;
    private final Complaint complaint = new Complaint();

    /**
     * @param changed is told of jobs that were begun or ended here
     * @param atTick  what else is to be done then
     */
    Workshop(
            Map<String, JobKind> kinds,
            JobSettings settings,
            Leases leases,
            JobFolders folders,
            SharedFolders shared,
            Durations durations,
            Workers workers,
            Consumer<String> changed,
            Runnable atTick) {
        this.kinds = kinds;
        this.settings = settings;
        this.leases = leases;
        this.folders = folders;
        this.shared = shared;
        this.durations = durations;
        this.workers = workers;
        this.changed = changed;
        this.atTick = atTick;
    }

    void open() {
        taker.start();
        clock.start();
    }

    void wake() {
        calls.release();
    }

    /** Interrupts a job if it runs here; its row says already that it is over. */
    void stop(String id) {
        Execution execution = running.get(id);
        if (execution != null) {
            execution.stop();
        }
    }

    /** Why no jobs are begun here, as it was seen last. */
    Optional<Diagnostic> obstacle() {
        return obstacle;
    }

    private void take() {
        long tick = System.nanoTime();
        while (!closed) {
            try {
                obstacle = shared.problem();
                claim();
                if (System.nanoTime() >= tick) {
                    tick = System.nanoTime() + settings.tick().toNanos();
                    renew();
                    leases.giveUp(OwnFailures.lost(settings.attempts())).forEach(changed);
                    claim();
                    workers.signNowAndThen(running.size());
                    atTick.run();
                    complaint.say(obstacle.map(Diagnostic::message).orElse(""));
                }
            } catch (RuntimeException failed) {
                complaint.say(String.valueOf(failed.getMessage()));
                LOG.log(System.Logger.Level.DEBUG, "because", failed);
                tick = System.nanoTime() + settings.tick().toNanos();
            }
            try {
                if (calls.tryAcquire(Math.max(1, tick - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    calls.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Those that others lost come first: they have waited once already, and would wait for ever behind a queue that never ends. */
    private void claim() {
        claim(true);
        claim(false);
    }

    /** Fills the free places, of which big jobs leave one to small ones. */
    private void claim(boolean ofOthers) {
        int free = free();
        while (free > 0) {
            int forBig = settings.workers() == 1 ? 1 : settings.workers() - 1 - bigOnes();
            int wanted = forBig > 0 ? Math.min(free, forBig) : free;
            double cost =
                    forBig > 0 ? Double.POSITIVE_INFINITY : settings.small().toMillis() / 1e3;
            int taken = begin(wanted, cost, ofOthers);
            if (taken < wanted) {
                return;
            }
            free = free();
        }
    }

    /** What was stopped but does not end, since it waits for a network that was lost, keeps its place only as often as there are places. */
    private int free() {
        if (obstacle.isPresent()) {
            return 0;
        }
        int at = (int) running.values().stream().filter(e -> !e.isStopped()).count();
        return Math.min(settings.workers() - at, 2 * settings.workers() - running.size());
    }

    private int bigOnes() {
        return (int) running.values().stream()
                .filter(e -> !e.isStopped() && e.isBig(settings.small()))
                .count();
    }

    private int begin(int wanted, double cost, boolean ofOthers) {
        long before = System.nanoTime();
        List<Job> taken = ofOthers ? leases.takeOver(wanted, cost) : leases.claim(wanted, cost);
        for (Job job : taken) {
            JobKind kind = kinds.get(job.kind());
            if (kind == null) {
                throw new IllegalStateException("claimed a job of kind " + job.kind());
            }
            var execution = new Execution(job, kind, folders, before);
            Execution lost = running.put(job.id(), execution);
            if (lost != null) {
                lost.stop();
            }
            changed.accept(job.id());
            threads.execute(() -> run(execution));
        }
        return taken.size();
    }

    private void renew() {
        List<Execution> all = List.copyOf(running.values());
        if (all.isEmpty()) {
            return;
        }
        long before = System.nanoTime();
        Set<String> held = leases.renew(all);
        for (Execution execution : all) {
            if (held.contains(execution.job().id())) {
                execution.renewed(before);
            } else {
                execution.stop();
            }
        }
    }

    private void run(Execution execution) {
        Job job = execution.job();
        try {
            JobFailure failure = execution.work();
            if (execution.isStopped() || !record(execution, failure)) {
                execution.forget();
            }
        } catch (RuntimeException | IOException failed) {
            unrecorded(job, failed);
        } finally {
            running.remove(job.id(), execution);
            changed.accept(job.id());
            wake();
        }
    }

    private boolean record(Execution execution, @Nullable JobFailure failure) throws IOException {
        Job job = execution.job();
        if (failure != null && shared.problem().isPresent()) {
            return leases.giveBack(job); // it failed for want of the folders: where they are it will not
        }
        if (failure != null && isForWantOfTheDatabase(failure) && job.attempt() < settings.attempts()) {
            execution.forget();
            return leases.giveBack(job);
        }
        if (failure != null) {
            execution.forget();
            return leases.fail(job, Phase.ERROR, failure);
        }
        boolean published =
                leases.complete(job, execution.finished(), execution.progress().rows());
        if (published) {
            durations.took(job);
            if (job.attempt() > 1) {
                folders.clean(job.id(), job.attempt());
            }
        }
        return published;
    }

    /** It was away while the work wanted it; since then it is back, or this could not be written down either. */
    private static boolean isForWantOfTheDatabase(JobFailure failure) {
        return failure.code().equals(StoreDiagnostic.DATABASE_AWAY.id());
    }

    /** Stops what runs too long, and what others may have taken over. */
    private void watch() {
        long pause = Math.max(
                1, Math.min(settings.tick().toMillis(), settings.lease().toMillis() / 4));
        try {
            while (!closed) {
                for (Execution execution : running.values()) {
                    if (execution.isLate() && !execution.isStopped()) {
                        execution.stop();
                        threads.execute(() -> abort(execution));
                    } else if (!execution.isHeld(settings.lease())) {
                        execution.stop();
                    }
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException stopped) {
            return; // closed
        }
    }

    private void abort(Execution late) {
        Job job = late.job();
        try {
            leases.fail(job, Phase.ABORTED, OwnFailures.late(job));
        } catch (Refusal away) {
            unrecorded(job, away);
        }
        changed.accept(job.id());
    }

    private static void unrecorded(Job job, Exception why) {
        LOG.log(System.Logger.Level.WARNING, "the end of job %s cannot be recorded".formatted(job.id()), why);
    }

    /** Queues again what is not done, for others or for the next process. */
    @Override
    public void close() {
        closed = true;
        taker.interrupt();
        clock.interrupt();
        try {
            taker.join(TO_STOP);
            for (Execution execution : running.values()) {
                execution.stop();
                leases.giveBack(execution.job());
            }
            workers.leave();
            threads.shutdown();
            if (!threads.awaitTermination(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "jobs do not end: " + running.keySet());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (Refusal away) {
            LOG.log(System.Logger.Level.DEBUG, "jobs cannot be given back; their leases will end", away);
        }
    }
}
