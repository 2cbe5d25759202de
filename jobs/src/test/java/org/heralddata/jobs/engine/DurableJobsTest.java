package org.heralddata.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobFilter;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.Phase;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class DurableJobsTest {
    private static final JobSettings QUICK = new JobSettings(2, Duration.ofMillis(600), Duration.ofMillis(50), 3);
    private static final Duration LONG = Duration.ofSeconds(20);
    private String name = "";

    @BeforeEach
    void nameOfTheKind(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
    }

    private static DurableJobs open(TestKind kind, JobSettings settings) {
        return new DurableJobs(TestHome.HOME::database, TestHome.HOME.folders().requests(), List.of(kind), settings);
    }

    private NewJob job(JobParameter... parameters) {
        return new NewJob(name, null, "here", null, null, null, List.of(parameters));
    }

    private static SequencedMap<String, InputStream> none() {
        return new LinkedHashMap<>();
    }

    private static Job ended(DurableJobs jobs, Job job) throws InterruptedException {
        Job now = job;
        long end = System.nanoTime() + LONG.toNanos();
        while (now.phase().isActive() && System.nanoTime() < end) {
            now = jobs.await(job.id(), now.phase(), LONG);
        }
        return now;
    }

    private static JobFailure failure(Job job) {
        return Objects.requireNonNull(job.failure());
    }

    private static String text(DurableJobs jobs, Job job) throws IOException {
        return Files.readString(jobs.file(job, job.result("result").orElseThrow()));
    }

    @Test
    void runsAJobWithItsParametersAndFilesToItsResult() throws IOException, InterruptedException {
        var kind = new TestKind(
                name,
                run -> TestKind.write(
                        run, run.job().parameter("query").orElseThrow() + Files.readString(run.input("stars"))));
        try (var jobs = open(kind, QUICK)) {
            var inputs = none();
            inputs.put("stars", new ByteArrayInputStream("sirius".getBytes(StandardCharsets.UTF_8)));
            Job made = jobs.create(job(JobParameter.of("QUERY", "where is ")), inputs, false);
            assertThat(made.phase()).isEqualTo(Phase.PENDING);
            jobs.parameters(made.id(), all -> {
                var more = new ArrayList<>(all);
                more.add(JobParameter.of("FORMAT", "text"));
                return more;
            });
            jobs.start(made.id());
            Job done = ended(jobs, made);
            assertThat(done.phase()).isEqualTo(Phase.COMPLETED);
            assertThat(text(jobs, done)).isEqualTo("where is sirius");
            assertThat(done.parameters()).hasSize(2);
            assertThat(done.results().getFirst().bytes()).isEqualTo(15);
            assertThat(done.started()).isAfterOrEqualTo(done.created());
            assertThat(done.ended()).isAfterOrEqualTo(done.started());
            jobs.delete(done.id());
            assertThat(jobs.find(done.id())).isEmpty();
            assertThat(TestHome.HOME.folders().requests().resolve(done.id())).doesNotExist();
        }
    }

    @Test
    void aSmallJobTakesLessThanFiftyMilliseconds() throws InterruptedException {
        try (var jobs = open(new TestKind(name, run -> TestKind.write(run, "ten rows")), JobSettings.usual())) {
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 30; i++) {
                long begun = System.nanoTime();
                Job done = ended(jobs, jobs.create(job(), none(), true));
                best = Math.min(best, System.nanoTime() - begun);
                assertThat(done.phase()).isEqualTo(Phase.COMPLETED);
            }
            assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(50));
        }
    }

    @Test
    void aRestartKeepsJobsAndRunsThoseThatWereUnderWay() throws InterruptedException, IOException {
        var begun = new CountDownLatch(1);
        Job running;
        Job pending;
        try (var jobs = open(
                new TestKind(name, run -> {
                    begun.countDown();
                    Thread.sleep(LONG);
                }),
                QUICK)) {
            running = jobs.create(job(), none(), true);
            pending = jobs.create(job(JobParameter.of("a", "b")), none(), false);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        }
        try (var jobs = open(new TestKind(name, run -> TestKind.write(run, "after")), QUICK)) {
            assertThat(text(jobs, ended(jobs, running))).isEqualTo("after");
            assertThat(jobs.find(pending.id()).orElseThrow()).isEqualTo(pending);
        }
    }

    @Test
    void aSilentWorkerLosesItsJobAndPublishesNothing() throws InterruptedException, IOException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var silent = new JobSettings(1, Duration.ofMillis(200), Duration.ofHours(1), 3);
        try (var old = open(
                new TestKind(name, run -> {
                    TestKind.write(run, "old");
                    begun.countDown();
                    awaitDeafly(goOn);
                    over.countDown();
                }),
                silent)) {
            Job job = old.create(job(), none(), true);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            try (var other = open(new TestKind(name, run -> TestKind.write(run, "new")), QUICK)) {
                Job done = ended(other, job);
                assertThat(done.attempt()).isEqualTo(2);
                goOn.countDown();
                assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
                Path requests = TestHome.HOME.folders().requests().resolve(job.id());
                for (int i = 0; i < 100 && Files.exists(requests.resolve("attempt-1.partial")); i++) {
                    Thread.sleep(20);
                }
                Job after = other.find(job.id()).orElseThrow();
                assertThat(after).isEqualTo(done);
                assertThat(text(other, after)).isEqualTo("new");
                try (var files = Files.list(requests)) {
                    assertThat(files.map(f -> f.getFileName().toString())).containsExactly("attempt-2");
                }
            }
        }
    }

    private static void awaitDeafly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException unheard) {
                assertThat(unheard).isNotNull();
            }
        }
    }

    @Test
    void whoWasTakenOverChangesNoRow() throws InterruptedException {
        var rows = new Rows(TestHome.HOME::database);
        var table = new JobTable(rows);
        table.insert("fence", job(), Phase.QUEUED, null, Duration.ofMinutes(1), Duration.ofDays(1), Duration.ofDays(1));
        var first = new Leases(rows, "first", Set.of(name), Duration.ofMillis(500), 3);
        var second = new Leases(rows, "second", Set.of(name), Duration.ofMinutes(1), 3);
        Job held = first.claim(1).getFirst();
        assertThat(second.takeOver(1)).isEmpty();
        Thread.sleep(600);
        Job taken = second.takeOver(1).getFirst();
        assertThat(first.complete(held, List.of())).isFalse();
        assertThat(first.fail(held, Phase.ERROR, null)).isFalse();
        assertThat(first.giveBack(held)).isFalse();
        var execution =
                new Execution(held, new TestKind(name, run -> {}), new JobFolders(TestHome.FOLDER), System.nanoTime());
        assertThat(first.renew(List.of(execution))).isEmpty();
        assertThat(second.complete(taken, List.of())).isTrue();
        table.delete("fence");
    }

    @Test
    void aKilledProcessLosesItsJobToAnother() throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RestlessWorker.class.getName(),
                TestHome.FOLDER.toString(),
                name);
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        var idle = new JobSettings(0, Duration.ofSeconds(1), Duration.ofMillis(50), 3);
        try (var asking = open(new TestKind(name, run -> {}), idle)) {
            Job job = asking.create(job(), none(), true);
            try (var output = child.inputReader(StandardCharsets.UTF_8)) {
                String line = output.readLine();
                while (line != null && !line.equals("begun")) {
                    line = output.readLine();
                }
                assertThat(line).isEqualTo("begun");
                child.destroyForcibly().waitFor();
            }
            assertThat(asking.find(job.id()).orElseThrow().phase()).isEqualTo(Phase.EXECUTING);
            try (var heir = open(new TestKind(name, run -> TestKind.write(run, "by the heir")), QUICK)) {
                assertThat(text(heir, ended(heir, job))).isEqualTo("by the heir");
            }
            assertThat(asking.await(job.id(), Phase.EXECUTING, LONG).phase()).isEqualTo(Phase.COMPLETED);
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void aJobThatKillsItsWorkersEndsInAnErrorThatSaysSo() throws InterruptedException {
        var begun = new ConcurrentLinkedQueue<Integer>();
        var deaf = new CountDownLatch(1);
        var silent = new JobSettings(4, Duration.ofMillis(100), Duration.ofHours(1), 3);
        var kind = new TestKind(name, run -> {
            begun.add(run.job().attempt());
            awaitDeafly(deaf);
        });
        try (var first = open(kind, silent);
                var second = new Later();
                var third = new Later()) {
            Job job = first.create(job(), none(), true);
            awaitSize(begun, 1);
            Thread.sleep(150);
            second.jobs = open(kind, silent);
            awaitSize(begun, 2);
            Thread.sleep(150);
            third.jobs = open(kind, silent);
            awaitSize(begun, 3);
            Thread.sleep(150);
            try (var last = open(kind, QUICK)) {
                Job failed = ended(last, job);
                assertThat(failed.phase()).isEqualTo(Phase.ERROR);
                assertThat(failure(failed).code()).isEqualTo(JobCode.LOST.id());
                assertThat(failure(failed).message()).contains("begun 3 times");
                assertThat(begun).containsExactly(1, 2, 3);
            } finally {
                deaf.countDown();
            }
        }
    }

    private static void awaitSize(ConcurrentLinkedQueue<Integer> queue, int size) throws InterruptedException {
        for (int i = 0; i < 500 && queue.size() < size; i++) {
            Thread.sleep(20);
        }
        assertThat(queue).hasSize(size);
    }

    /** Opened after others, closed with them. */
    private static final class Later implements AutoCloseable {
        private @Nullable DurableJobs jobs;

        @Override
        public void close() {
            if (jobs != null) {
                jobs.close();
            }
        }
    }

    @Test
    void abortInterruptsTheWorkAtOnce() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        try (var jobs = open(
                new TestKind(name, run -> {
                    begun.countDown();
                    try {
                        Thread.sleep(LONG);
                    } finally {
                        interrupted.countDown();
                    }
                }),
                QUICK)) {
            Job job = jobs.create(job(), none(), true);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(jobs.abort(job.id()).phase()).isEqualTo(Phase.ABORTED);
            assertThat(interrupted.await(1, TimeUnit.SECONDS)).isTrue();
            assertThat(jobs.abort(job.id()).phase()).isEqualTo(Phase.ABORTED);
        }
    }

    @Test
    void abortReachesTheWorkOfOthers() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var kind = new TestKind(name, run -> {
            begun.countDown();
            try {
                Thread.sleep(LONG);
            } finally {
                interrupted.countDown();
            }
        });
        try (var worker = open(kind, QUICK);
                var asking = open(kind, new JobSettings(0, LONG, Duration.ofMillis(50), 3))) {
            Job job = asking.create(job(), none(), true);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            asking.abort(job.id());
            assertThat(interrupted.await(2, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.find(job.id()).orElseThrow().phase()).isEqualTo(Phase.ABORTED);
        }
    }

    @Test
    void twoWorkersShareAndRunEachJobOnce() throws InterruptedException {
        Map<String, Integer> runs = new ConcurrentHashMap<>();
        Set<String> workers = ConcurrentHashMap.newKeySet();
        try (var one = open(
                        new TestKind(name, run -> {
                            runs.merge(run.job().id(), 1, Integer::sum);
                            workers.add("one");
                            Thread.sleep(5);
                        }),
                        QUICK);
                var two = open(
                        new TestKind(name, run -> {
                            runs.merge(run.job().id(), 1, Integer::sum);
                            workers.add("two");
                            Thread.sleep(5);
                        }),
                        QUICK)) {
            var made = new ArrayList<Job>();
            for (int i = 0; i < 60; i++) {
                made.add((i % 2 == 0 ? one : two).create(job(), none(), true));
            }
            for (Job job : made) {
                assertThat(ended(one, job).phase()).isEqualTo(Phase.COMPLETED);
            }
            assertThat(runs)
                    .hasSize(60)
                    .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
            assertThat(workers).containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void aRefusalEndsInAnErrorWithItsWords() throws InterruptedException {
        try (var jobs = open(
                new TestKind(name, run -> {
                    throw new Refusal(Diagnostic.error(QueryCode.NO_COLUMN, "there is no column `enrgy`")
                            .helped("did you mean `energy`?"));
                }),
                QUICK)) {
            Job failed = ended(jobs, jobs.create(job(), none(), true));
            assertThat(failed.phase()).isEqualTo(Phase.ERROR);
            assertThat(failure(failed).again()).isFalse();
            assertThat(failure(failed).message()).isEqualTo("there is no column `enrgy`");
            assertThat(failure(failed).detail()).contains("Q004", "did you mean `energy`?");
        }
    }

    @Test
    void aFailureOfOursIsToldWithoutItsTrace() throws InterruptedException {
        try (var jobs = open(
                new TestKind(name, run -> {
                    throw new IllegalStateException("secret");
                }),
                QUICK)) {
            Job failed = ended(jobs, jobs.create(job(), none(), true));
            assertThat(failure(failed).code()).isEqualTo(JobCode.BROKEN.id());
            assertThat(failure(failed).detail()).doesNotContain("secret").contains(failed.id());
        }
    }

    @Test
    void aJobThatRunsTooLongIsAborted() throws InterruptedException {
        try (var jobs = open(new TestKind(name, run -> Thread.sleep(LONG)), QUICK)) {
            Job made = jobs.create(job(), none(), false);
            assertThat(jobs.duration(made.id(), Duration.ofDays(9)).duration()).isEqualTo(Duration.ofMinutes(10));
            jobs.duration(made.id(), Duration.ofSeconds(1));
            Job over = ended(jobs, jobs.start(made.id()));
            assertThat(over.phase()).isEqualTo(Phase.ABORTED);
            assertThat(failure(over).code()).isEqualTo(JobCode.TIME_OVER.id());
        }
    }

    @Test
    void whatIsPastItsDestructionIsSweptAway() throws InterruptedException {
        var archiving = new TestKind(name, run -> TestKind.write(run, "old"), Duration.ofDays(1));
        var rows = new Rows(TestHome.HOME::database);
        var folders = new JobFolders(TestHome.HOME.folders().requests());
        try (var jobs = open(archiving, QUICK)) {
            Job done = ended(jobs, jobs.create(job(), none(), true));
            assertThat(jobs.destruction(done.id(), Instant.now().plus(Duration.ofDays(99)))
                            .destruction())
                    .isEqualTo(done.created().plus(Duration.ofDays(30)));
            jobs.destruction(done.id(), Instant.EPOCH);
            new Housekeeping(rows, folders, Map.of(name, archiving)).sweep();
            assertThat(jobs.find(done.id()).orElseThrow().phase()).isEqualTo(Phase.ARCHIVED);
            assertThat(folders.of(done.id())).doesNotExist();
            assertThat(list(jobs, Set.of(), null, null)).isEmpty();
            assertThat(list(jobs, Set.of(Phase.ARCHIVED), null, null)).containsExactly(done.id());
            new Housekeeping(rows, folders, Map.of(name, new TestKind(name, run -> {}))).sweep();
            assertThat(jobs.find(done.id())).isEmpty();
        }
    }

    @Test
    void foldersOfNoJobAreSweptAway() throws IOException {
        var folders = new JobFolders(TestHome.HOME.folders().requests());
        Files.createDirectories(folders.begun("stray", 1));
        new Housekeeping(new Rows(TestHome.HOME::database), folders, Map.of())
                .strays(Instant.now().plusSeconds(9));
        assertThat(folders.of("stray")).doesNotExist();
    }

    @Test
    void listsByPhaseTimeAndNumber() {
        try (var jobs = open(new TestKind(name, run -> {}), new JobSettings(0, LONG, LONG, 1))) {
            Job first = jobs.create(job(), none(), false);
            Job second = jobs.create(job(), none(), true);
            Job third = jobs.create(job(), none(), false);
            assertThat(list(jobs, Set.of(), null, null)).containsExactly(first.id(), second.id(), third.id());
            assertThat(list(jobs, EnumSet.of(Phase.QUEUED), null, null)).containsExactly(second.id());
            assertThat(list(jobs, Set.of(), null, 2)).containsExactly(third.id(), second.id());
            assertThat(list(jobs, Set.of(), first.created(), null)).containsExactly(second.id(), third.id());
            var others = new JobFilter(name, null, "elsewhere", Set.of(), null, null);
            assertThat(jobs.list(others)).isEmpty();
        }
    }

    private List<String> list(DurableJobs jobs, Set<Phase> phases, @Nullable Instant after, @Nullable Integer last) {
        return jobs.list(new JobFilter(name, null, "here", phases, after, last)).stream()
                .map(Job::id)
                .toList();
    }

    @Test
    void aHeldJobWaitsUntilItIsStartedAgain() throws InterruptedException {
        try (var jobs = open(new TestKind(name, run -> {}), QUICK)) {
            Job made = jobs.create(job(), none(), false);
            assertThat(jobs.hold(made.id()).phase()).isEqualTo(Phase.HELD);
            assertThat(ended(jobs, jobs.start(made.id())).phase()).isEqualTo(Phase.COMPLETED);
            assertThatThrownBy(() -> jobs.start(made.id()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("COMPLETED cannot be started");
            assertThatThrownBy(() -> jobs.parameters(made.id(), all -> all)).hasMessageContaining("take parameters");
            assertThatThrownBy(() ->
                            jobs.find("../x").orElseThrow(() -> new Refusal(Diagnostic.error(JobCode.NO_JOB, "none"))))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void waitingEndsWithTheTimeAndAtOnceWhereNothingWillChange() throws InterruptedException {
        try (var jobs = open(new TestKind(name, run -> {}), QUICK)) {
            Job made = jobs.create(job(), none(), false);
            long begun = System.nanoTime();
            assertThat(jobs.await(made.id(), null, Duration.ofMillis(200)).phase())
                    .isEqualTo(Phase.PENDING);
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(200_000_000L);
            assertThat(jobs.await(made.id(), Phase.QUEUED, LONG).phase()).isEqualTo(Phase.PENDING);
            jobs.abort(made.id());
            assertThat(jobs.await(made.id(), null, LONG).phase()).isEqualTo(Phase.ABORTED);
        }
    }
}
