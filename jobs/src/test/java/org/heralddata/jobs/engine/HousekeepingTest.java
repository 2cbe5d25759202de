package org.heralddata.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFilter;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is listed, and what is swept away. */
class HousekeepingTest extends JobsTestBase {
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
            new Housekeeping(rows, folders, Map.of(name, archiving), workers(rows)).sweep();
            assertThat(jobs.find(done.id()).orElseThrow().phase()).isEqualTo(Phase.ARCHIVED);
            assertThat(folders.of(done.id())).doesNotExist();
            assertThat(list(jobs, Set.of(), null, null)).isEmpty();
            assertThat(list(jobs, Set.of(Phase.ARCHIVED), null, null)).containsExactly(done.id());
            new Housekeeping(rows, folders, Map.of(name, new TestKind(name, run -> {})), workers(rows)).sweep();
            assertThat(jobs.find(done.id())).isEmpty();
        }
    }

    @Test
    void foldersOfNoJobAreSweptAway() throws IOException {
        var folders = new JobFolders(TestHome.HOME.folders().requests());
        Files.createDirectories(folders.begun("stray", 1));
        var rows = new Rows(TestHome.HOME::database);
        new Housekeeping(rows, folders, Map.of(), workers(rows))
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

    private static Workers workers(Rows rows) {
        return new Workers(rows, "sweeper", "test", 0);
    }
}
