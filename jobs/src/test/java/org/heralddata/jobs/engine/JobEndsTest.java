package org.heralddata.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobEnd;
import org.heralddata.jobs.Phase;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.junit.jupiter.api.Test;

/** Who wants to know of ends is told of each, once. */
class JobEndsTest extends JobsTestBase {
    private final JobEnds ends = new JobEnds(TestHome.HOME::database);

    private List<JobEnd> told() {
        var told = new ArrayList<JobEnd>();
        while (ends.tell(50, (end, _) -> told.add(end)) == 50) {}
        return told.stream().filter(end -> end.kind().equals(name)).toList();
    }

    @Test
    void eachEndIsToldOnceWhicheverItIs() throws InterruptedException {
        var kind = new TestKind(name, run -> {
            if (run.job().parameters().isEmpty()) {
                throw new Refusal(Diagnostic.error(JobCode.BROKEN, "no"));
            }
        });
        try (var jobs = open(kind, QUICK)) {
            Job failed = ended(jobs, jobs.create(job(), none(), true));
            Job aborted = jobs.abort(jobs.create(job(), none(), false).id());
            assertThat(told()).extracting(JobEnd::job).containsExactly(failed.id(), aborted.id());
            assertThat(told()).isEmpty();
            Job third = jobs.abort(jobs.create(job(), none(), false).id());
            jobs.abort(third.id());
            assertThat(told()).singleElement().satisfies(end -> {
                assertThat(end.job()).isEqualTo(third.id());
                assertThat(end.phase()).isEqualTo(Phase.ABORTED);
            });
        }
    }

    @Test
    void aListenerThatFailsIsToldAgainAndLeavesNothing() throws InterruptedException {
        try (var jobs = open(new TestKind(name, run -> {}), QUICK)) {
            told();
            Job done = ended(jobs, jobs.create(job(), none(), true));
            assertThatThrownBy(() -> ends.tell(50, (end, connection) -> {
                        try (var statement = connection.prepareStatement(
                                "insert into job_store (marker) values ('of a listener')")) {
                            statement.executeUpdate();
                        }
                        throw new IllegalStateException("out of order");
                    }))
                    .hasMessage("out of order");
            assertThat(new Rows(TestHome.HOME::database).ask("select marker from job_store", row -> row.getString(1)))
                    .isEmpty();
            assertThat(told()).extracting(JobEnd::job).containsExactly(done.id());
        }
    }
}
