package org.heralddata.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCost;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.QueuePlace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Whose turn it is. Time is moved by hand: what happened is moved into the past. */
class FairOrderTest {
    private static final double ANY = Double.POSITIVE_INFINITY;
    private static final double TEN_SECONDS = 10;

    private final Rows rows = new Rows(TestHome.HOME::database);
    private String kind = "";

    @BeforeEach
    void nameOfTheKind(TestInfo test) {
        kind = "fair-" + test.getTestMethod().orElseThrow().getName();
        clear();
    }

    /** What others left in the queue would have a turn, too. */
    @AfterEach
    void clear() {
        rows.change("delete from uws_job where phase in ('QUEUED', 'EXECUTING')");
    }

    private Leases worker(String name) {
        return new Leases(rows, name, Set.of(kind), Duration.ofMinutes(10), 3);
    }

    private NewJob job(@Nullable String owner, @Nullable String origin, double seconds) {
        return new NewJob(kind, owner, origin, null, null, null, List.of(), new JobCost(seconds, null, null));
    }

    private void queue(String id, String owner, double seconds) {
        insert(id, job(owner, null, seconds));
    }

    private void insert(String id, NewJob job) {
        Duration day = Duration.ofDays(1);
        JobTable.insert(rows, kind + id, job, Phase.QUEUED, null, day, day, day);
    }

    /** All that is known happened so much earlier. */
    private void pass(int seconds) {
        rows.change(
                "update uws_job set queued = queued - make_interval(secs => ?), started = started - make_interval(secs => ?) where kind = ?",
                seconds,
                seconds,
                kind);
        rows.change(
                "update job_use set served = served - make_interval(secs => ?), at = at - make_interval(secs => ?) where kind = ?",
                seconds,
                seconds,
                kind);
    }

    private List<Job> claim(int atMost) {
        return worker("w").claim(atMost, ANY);
    }

    private void end(Job job) {
        assertThat(worker("w").complete(job, List.of(), 0)).isTrue();
    }

    private String name(Job job) {
        return job.id().substring(kind.length());
    }

    /** One worker; each job takes as long as it is expected to. */
    private List<String> order() {
        var order = new ArrayList<String>();
        for (List<Job> next = claim(1); !next.isEmpty(); next = claim(1)) {
            Job job = next.getFirst();
            order.add(name(job));
            pass((int) Math.ceil(Objects.requireNonNull(job.cost().seconds())));
            end(job);
        }
        return order;
    }

    @Test
    void threeUsersTakeTurnsHoweverManyJobsOneHas() {
        for (int i = 1; i <= 6; i++) {
            queue("ada" + i, "ada", 30);
        }
        pass(1);
        queue("bob1", "bob", 30);
        queue("bob2", "bob", 30);
        pass(1);
        queue("cyd1", "cyd", 1);
        assertThat(order()).containsExactly("cyd1", "ada1", "bob1", "ada2", "bob2", "ada3", "ada4", "ada5", "ada6");
    }

    @Test
    void whoComesWithAFirstJobDoesNotWaitForTheBacklogOfAnother() {
        for (int i = 1; i <= 50; i++) {
            queue("ada%02d".formatted(i), "ada", 20);
        }
        for (int i = 0; i < 10; i++) {
            Job begun = claim(1).getFirst();
            pass(20);
            end(begun);
        }
        queue("bob", "bob", 20);
        assertThat(order().indexOf("bob")).isZero();
    }

    @Test
    void addressesAreOneUserEach() {
        for (int i = 1; i <= 3; i++) {
            insert("one" + i, job(null, "192.0.2.1", 20));
        }
        pass(1);
        insert("other", job(null, "192.0.2.2", 20));
        assertThat(order()).startsWith("one1", "other");
    }

    @Test
    void smallOnesOvertakeBigOnesButNotForEver() {
        queue("big", "ada", 600);
        pass(60);
        queue("small", "ada", 1);
        assertThat(name(claim(1).getFirst())).isEqualTo("small");
        int overtook = 0;
        for (int minute = 0; minute < 120; minute++) {
            pass(60);
            queue("small" + minute, "ada", 1);
            Job next = claim(1).getFirst();
            if (name(next).equals("big")) {
                break;
            }
            overtook++;
            end(next);
        }
        assertThat(overtook).as("600 s of work are 40 minutes of patience").isBetween(35, 40);
    }

    @Test
    void aBigOneWaitsForWhatComesWithinTheHourHoweverManyNewUsersCome() {
        queue("big", "ada", 10_000);
        int before = 0;
        boolean begun = false;
        for (int round = 0; round < 300 && !begun; round++) {
            pass(30);
            queue("one" + round, "one" + round, 1);
            queue("two" + round, "two" + round, 1);
            Job next = claim(1).getFirst();
            begun = name(next).equals("big");
            before += begun ? 0 : 1;
            end(next);
        }
        assertThat(before).as("twice as many as can be done come for an hour").isBetween(236, 240);
    }

    @Test
    void whoWorksMuchWaitsLongerThanWhoWorksLittle() {
        queue("long", "ada", 300);
        Job begun = claim(1).getFirst();
        pass(300);
        end(begun);
        queue("ada", "ada", 5);
        pass(30);
        queue("bob", "bob", 5);
        assertThat(order()).containsExactly("bob", "ada");
    }

    @Test
    void processesThatClaimAtOnceTakeEachJobOnceAndServeAll() throws Exception {
        Map<String, Integer> jobs = Map.of("ada", 30, "bob", 4, "cyd", 2);
        jobs.forEach((user, many) -> {
            for (int i = 0; i < many; i++) {
                queue("%s-%d".formatted(user, i), user, 20);
            }
        });
        try (var threads = Executors.newFixedThreadPool(6)) {
            var claims = new ArrayList<Callable<List<Job>>>();
            for (int i = 0; i < 6; i++) {
                Leases worker = worker("at-once-" + i);
                claims.add(() -> worker.claim(2, ANY));
            }
            var taken = new ArrayList<String>();
            for (var claimed : threads.invokeAll(claims)) {
                claimed.get().forEach(job -> taken.add(name(job)));
            }
            assertThat(taken).hasSize(12).doesNotHaveDuplicates();
            assertThat(new HashSet<>(taken)).contains("bob-0", "bob-1", "bob-2", "bob-3", "cyd-0", "cyd-1");
        }
    }

    @Test
    void onlySmallOnesAreTakenWhereOnlySmallOnesMayBe() {
        queue("big", "ada", 100);
        queue("small", "bob", 1);
        assertThat(worker("w").claim(5, TEN_SECONDS))
                .singleElement()
                .satisfies(job -> assertThat(name(job)).isEqualTo("small"));
    }

    @Test
    void placesAreTheOrderInWhichJobsAreBegun() {
        queue("ada1", "ada", 100);
        queue("ada2", "ada", 1);
        queue("bob1", "bob", 10);
        queue("bob2", "bob", 20);
        var queue = new Queue(rows);
        Set<String> ids = Set.of(kind + "ada1", kind + "ada2", kind + "bob1", kind + "bob2");
        Map<String, QueuePlace> places = queue.places(ids);
        List<String> begun = claim(4).stream().map(this::name).toList();
        assertThat(begun).hasSize(4);
        for (String id : ids) {
            int ahead = Objects.requireNonNull(places.get(id)).ahead();
            assertThat(ahead).isBetween(0, 3);
        }
        assertThat(places.values().stream().map(QueuePlace::ahead)).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void aNewOneIsToldWhereItWouldStand() {
        for (int i = 0; i < 5; i++) {
            queue("ada" + i, "ada", 30);
        }
        var queue = new Queue(rows);
        assertThat(queue.placeOfNew(job("bob", null, 1)).ahead()).isZero();
        assertThat(queue.placeOfNew(job("ada", null, 30)).ahead()).isEqualTo(5);
        assertThat(queue.placeOfNew(job("ada", null, 1)).ahead()).isZero();
    }
}
