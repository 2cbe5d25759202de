package org.heralddata.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobQuota;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.outbox.Outbox;
import org.heralddata.jobs.outbox.Posting;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of people without accounts is kept. */
class AdmissionTest {
    private static final JobSettings NO_WORKERS = new JobSettings(0, Duration.ofSeconds(5), Duration.ofMillis(100), 3);

    private final TestKind kind = new TestKind("admission-" + System.nanoTime(), _ -> {});

    private DurableJobs jobs(JobQuota quota) {
        return new DurableJobs(
                TestHome.HOME::database,
                TestHome.HOME.folders().requests(),
                List.of(kind),
                NO_WORKERS,
                quota,
                SharedFolders.NONE,
                "test");
    }

    private Job make(DurableJobs jobs, @Nullable String owner, String origin, SequencedMap<String, InputStream> files) {
        return jobs.create(new NewJob(kind.name(), owner, origin, null, null, null, List.of()), files, false);
    }

    private static SequencedMap<String, InputStream> file(int bytes) {
        var files = new LinkedHashMap<String, InputStream>();
        if (bytes > 0) {
            files.put("t", new ByteArrayInputStream(new byte[bytes]));
        }
        return files;
    }

    private static JobCode code(Throwable refused) {
        return (JobCode) ((Refusal) refused).diagnostics().getFirst().code();
    }

    @Test
    void oneAddressHasItsShareAndAccountsAreNotCounted() {
        try (var jobs = jobs(new JobQuota(2, 1_000_000, Long.MAX_VALUE))) {
            Job first = make(jobs, null, "share", file(0));
            make(jobs, null, "share", file(0));
            assertThatThrownBy(() -> make(jobs, null, "share", file(0)))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(JobCode.TOO_MANY_OF_ONE));
            assertThatCode(() -> make(jobs, null, "another", file(0))).doesNotThrowAnyException();
            assertThatCode(() -> make(jobs, "curie", "share", file(0))).doesNotThrowAnyException();
            jobs.delete(first.id());
            assertThatCode(() -> make(jobs, null, "share", file(0))).doesNotThrowAnyException();
        }
    }

    @Test
    void manyThatComeAtOnceGetNoMoreThanOneAfterTheOther() throws Exception {
        try (var jobs = jobs(new JobQuota(5, 1_000_000, Long.MAX_VALUE));
                var other = jobs(new JobQuota(5, 1_000_000, Long.MAX_VALUE));
                var threads = Executors.newFixedThreadPool(24)) {
            var together = new CyclicBarrier(24);
            List<Future<Boolean>> orders = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                DurableJobs desk = i % 2 == 0 ? jobs : other;
                orders.add(threads.submit(() -> {
                    together.await();
                    try {
                        make(desk, null, "at once", file(0));
                        return true;
                    } catch (Refusal refused) {
                        assertThat(code(refused)).isEqualTo(JobCode.TOO_MANY_OF_ONE);
                        return false;
                    }
                }));
            }
            int made = 0;
            for (Future<Boolean> order : orders) {
                made += order.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(5);
        }
    }

    @Test
    void whatIsWrittenAlongsideIsKeptIfAndOnlyIfTheJobIs() {
        var outbox = new Outbox(TestHome.HOME::database);
        try (var jobs = jobs(JobQuota.UNLIMITED)) {
            var told = new AtomicReference<>("");
            var order = new NewJob(kind.name(), "curie", null, null, null, null, List.of());
            assertThatThrownBy(() -> jobs.create(order, file(1), true, (transaction, id) -> {
                        told.set(id);
                        Outbox.put(transaction, new Posting("nobody", "x", id, "{}", Duration.ofDays(1)));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(outbox.of(told.get())).isEmpty();
            assertThat(jobs.find(told.get())).isEmpty();
            assertThat(TestHome.HOME.folders().requests().resolve(told.get())).doesNotExist();
            Job made = jobs.create(
                    order,
                    file(0),
                    true,
                    (transaction, id) ->
                            Outbox.put(transaction, new Posting("nobody", "x", id, "{}", Duration.ofDays(1))));
            assertThat(outbox.of(made.id())).hasSize(1);
            jobs.delete(made.id());
        }
    }

    @Test
    void allTogetherHaveTheirs() {
        try (var jobs = jobs(new JobQuota(1_000, 1, Long.MAX_VALUE))) {
            jobs.find("nobody");
            try (var any = jobs(JobQuota.UNLIMITED)) {
                make(any, null, "somebody", file(0));
            }
            assertThatThrownBy(() -> make(jobs, null, "all", file(0)))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(JobCode.TOO_MANY));
        }
    }

    @Test
    void filesAreTakenWhileThereIsRoom() {
        try (var jobs = jobs(new JobQuota(1_000_000, 1_000_000, 1))) {
            try (var any = jobs(JobQuota.UNLIMITED)) {
                make(any, null, "files", file(100));
            }
            assertThatThrownBy(() -> make(jobs, null, "files", file(10)))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(JobCode.NO_ROOM));
            Job without = make(jobs, null, "files", file(0));
            assertThatThrownBy(() -> jobs.input(without.id(), "t", new ByteArrayInputStream(new byte[1])))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(JobCode.NO_ROOM));
        }
    }

    private static long kept() {
        return new Rows(TestHome.HOME::database)
                .ask("select coalesce(sum(bytes), 0)::int8 from job_input", row -> row.getLong(1))
                .getFirst();
    }

    private static boolean isTaken(Runnable sending) {
        try {
            sending.run();
            return true;
        } catch (Refusal refused) {
            assertThat(code(refused)).isEqualTo(JobCode.NO_ROOM);
            return false;
        }
    }

    @Test
    void filesThatComeAtOnceGetNoMoreRoomThanOneAfterTheOther() throws Exception {
        try (var any = jobs(JobQuota.UNLIMITED);
                var threads = Executors.newFixedThreadPool(24)) {
            List<Job> pending = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                pending.add(make(any, null, "room", file(0)));
            }
            long before = kept();
            var quota = new JobQuota(1_000_000, 1_000_000, before + 5_999);
            try (var jobs = jobs(quota);
                    var other = jobs(quota)) {
                var together = new CyclicBarrier(24);
                List<Future<Boolean>> sent = new ArrayList<>();
                for (int i = 0; i < 48; i++) {
                    int number = i;
                    DurableJobs desk = i % 3 == 0 ? jobs : other;
                    sent.add(threads.submit(() -> {
                        together.await();
                        return number % 2 == 0
                                ? isTaken(() -> make(desk, null, "room", file(1_000)))
                                : isTaken(() -> desk.input(
                                        pending.get(number / 2).id(), "t", new ByteArrayInputStream(new byte[1_000])));
                    }));
                }
                int taken = 0;
                for (Future<Boolean> one : sent) {
                    taken += one.get() ? 1 : 0;
                }
                assertThat(taken).isEqualTo(5);
                assertThat(kept()).isEqualTo(before + 5_000);
            }
        }
    }

    @Test
    void roomIsThatOfTheFilesThatAreThere() {
        try (var any = jobs(JobQuota.UNLIMITED)) {
            Job job = make(any, null, "again", file(1_000));
            try (var jobs = jobs(new JobQuota(1_000_000, 1_000_000, kept() + 500))) {
                assertThat(isTaken(() -> jobs.input(job.id(), "t", new ByteArrayInputStream(new byte[1_501]))))
                        .isFalse();
                assertThat(jobs.input(job.id(), "t")).as("the one of before").hasSize(1_000);
                assertThat(jobs.input(job.id(), "t").getParent()).isDirectoryNotContaining("glob:**.partial");
                assertThat(isTaken(() -> jobs.input(job.id(), "t", new ByteArrayInputStream(new byte[1_500]))))
                        .isTrue();
                assertThat(isTaken(() -> make(jobs, null, "again", file(1)))).isFalse();
                jobs.delete(job.id());
                assertThat(isTaken(() -> make(jobs, null, "again", file(1_500))))
                        .isTrue();
            }
        }
    }

    @Test
    void filesOfBeforeTheyWereCountedAreCountedToo() {
        try (var any = jobs(JobQuota.UNLIMITED)) {
            Job old = make(any, null, "old", file(3_000));
            long before = kept();
            new Rows(TestHome.HOME::database).change("delete from job_input where job = ?", old.id());
            try (var jobs = jobs(new JobQuota(1_000_000, 1_000_000, before))) {
                assertThat(isTaken(() -> make(jobs, null, "old", file(1)))).isFalse();
            }
            assertThat(kept()).isEqualTo(before);
        }
    }
}
