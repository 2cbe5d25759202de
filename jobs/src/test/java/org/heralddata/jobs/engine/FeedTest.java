package org.heralddata.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFollower;
import org.heralddata.jobs.JobNews;
import org.heralddata.jobs.JobProgress;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.Phase;
import org.junit.jupiter.api.Test;

/** Who follows jobs sees all that becomes of them, whichever process works on them. */
class FeedTest extends JobsTestBase {
    private static final JobSettings ASKING = new JobSettings(0, LONG, Duration.ofMillis(50), 3);

    private static List<JobNews> untilLast(JobFollower follower) throws InterruptedException {
        var all = new ArrayList<JobNews>();
        while (all.isEmpty() || !all.getLast().isLast()) {
            List<JobNews> news = follower.next(LONG);
            assertThat(news).isNotEmpty();
            all.addAll(news);
        }
        return all;
    }

    @Test
    void jobsOfOtherProcessesAreFollowedToTheirEnds() throws InterruptedException {
        var seen = new CountDownLatch(1);
        var kind = new TestKind(name, run -> {
            run.progress(new JobProgress(0.25, 250, 1_000));
            seen.await();
        });
        try (var asking = open(kind, ASKING)) {
            Job made = asking.create(job(), none(), true);
            try (JobFollower follower = asking.follow(Set.of(made.id()))) {
                JobNews first = follower.next(LONG).getFirst();
                assertThat(Objects.requireNonNull(first.place()).ahead()).isZero();
                try (var _ = open(kind, QUICK)) {
                    JobNews running = follower.next(LONG).getFirst();
                    while (Objects.requireNonNull(running.job()).progress().rows() == 0) {
                        running = follower.next(LONG).getFirst();
                    }
                    assertThat(running.job().progress()).isEqualTo(new JobProgress(0.25, 250, 1_000));
                    seen.countDown();
                    List<JobNews> rest = untilLast(follower);
                    assertThat(Objects.requireNonNull(rest.getLast().job()).phase())
                            .isEqualTo(Phase.COMPLETED);
                }
            }
        }
    }

    @Test
    void manyFollowersCostOneLookAndEachIsTold() throws InterruptedException {
        try (var jobs = open(new TestKind(name, run -> {}), QUICK)) {
            Job made = jobs.create(job(), none(), false);
            var followers = new ArrayList<JobFollower>();
            for (int i = 0; i < 200; i++) {
                followers.add(jobs.follow(Set.of(made.id())));
            }
            for (JobFollower follower : followers) {
                assertThat(follower.next(LONG)).hasSize(1);
            }
            long end = System.nanoTime() + LONG.toNanos();
            while (looking() > 1 && System.nanoTime() < end) {
                Thread.sleep(10); // those of tests before are ending
            }
            assertThat(looking()).isEqualTo(1);
            jobs.start(made.id());
            for (JobFollower follower : followers) {
                untilLast(follower);
                follower.close();
            }
        }
    }

    private static long looking() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("herald-jobs-feed"))
                .count();
    }

    @Test
    void aJobThatIsGoneIsToldAsSuchAndSilenceEndsWithTheTime() throws InterruptedException {
        try (var jobs = open(new TestKind(name, run -> {}), QUICK)) {
            Job made = jobs.create(job(), none(), false);
            try (JobFollower follower = jobs.follow(Set.of(made.id(), "nosuch"))) {
                assertThat(follower.next(LONG)).hasSize(2).anyMatch(news -> news.job() == null);
                assertThat(follower.next(Duration.ofMillis(150))).isEmpty();
                jobs.delete(made.id());
                List<JobNews> news = untilLast(follower);
                while (news.getLast().job() != null) {
                    news = follower.next(LONG);
                }
                assertThat(news.getLast()).isEqualTo(new JobNews(made.id(), null, null));
            }
        }
    }
}
