package org.heralddata.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Processes that end, fall silent or share the work. */
class TakeOverTest extends JobsTestBase {
    private static final double ANY = Double.POSITIVE_INFINITY;

    /** Shows no sign of life after the first. */
    private static final JobSettings SILENT = new JobSettings(4, Duration.ofMinutes(1), Duration.ofHours(1), 3);

    /** As if the workers of this test had been silent for longer than they may. */
    private void expire() {
        new Rows(TestHome.HOME::database)
                .change(
                        "update uws_job set lease = now() - interval '1 second' where lease is not null and kind = ?",
                        name);
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
            assertThat(begun.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
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
        try (var old = open(
                new TestKind(name, run -> {
                    TestKind.write(run, "old");
                    begun.countDown();
                    awaitDeafly(goOn);
                    over.countDown();
                }),
                SILENT)) {
            Job job = old.create(job(), none(), true);
            assertThat(begun.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            expire();
            try (var other = open(new TestKind(name, run -> TestKind.write(run, "new")), QUICK)) {
                Job done = ended(other, job);
                assertThat(done.attempt()).isEqualTo(2);
                goOn.countDown();
                assertThat(over.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
                Path requests = TestHome.HOME.folders().requests().resolve(job.id());
                for (int i = 0; i < 3_000 && Files.exists(requests.resolve("attempt-1.partial")); i++) {
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
        JobTable.insert(
                rows,
                "fence",
                job(),
                Phase.QUEUED,
                null,
                Duration.ofMinutes(1),
                Duration.ofDays(1),
                Duration.ofDays(1));
        var first = new Leases(rows, "first", Set.of(name), Duration.ofHours(1), 3);
        var second = new Leases(rows, "second", Set.of(name), Duration.ofMinutes(1), 3);
        Job held = first.claim(1, ANY).getFirst();
        assertThat(second.takeOver(1, ANY)).isEmpty();
        expire();
        Job taken = second.takeOver(1, ANY).getFirst();
        assertThat(first.complete(held, List.of(), 0)).isFalse();
        assertThat(first.fail(held, Phase.ERROR, null)).isFalse();
        assertThat(first.giveBack(held)).isFalse();
        var execution =
                new Execution(held, new TestKind(name, run -> {}), new JobFolders(TestHome.FOLDER), System.nanoTime());
        assertThat(first.renew(List.of(execution))).isEmpty();
        assertThat(second.complete(taken, List.of(), 0)).isTrue();
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
        var kind = new TestKind(name, run -> {
            begun.add(run.job().attempt());
            awaitDeafly(deaf);
        });
        try (var first = open(kind, SILENT);
                var second = new Later();
                var third = new Later()) {
            Job job = first.create(job(), none(), true);
            awaitSize(begun, 1);
            expire();
            second.jobs = open(kind, SILENT);
            awaitSize(begun, 2);
            expire();
            third.jobs = open(kind, SILENT);
            awaitSize(begun, 3);
            expire();
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
        for (int i = 0; i < 3_000 && queue.size() < size; i++) {
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
}
