package org.heralddata.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.heralddata.jobs.ForeseenKind;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobCost;
import org.heralddata.jobs.JobLimits;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.JobQuota;
import org.heralddata.jobs.JobRun;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.Phase;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What cannot go well is not queued, and what is queued has its cost. */
class ForesightTest extends JobsTestBase {
    private static final JobCost COST = new JobCost(7.5, 100L, 4_000L);
    private static final JobSettings NO_WORKERS = new JobSettings(0, Duration.ofSeconds(5), Duration.ofMillis(100), 3);

    private enum Away implements DiagnosticCode {
        AWAY;

        @Override
        public String id() {
            return "T999";
        }

        @Override
        public String title() {
            return "away";
        }

        @Override
        public boolean isOfTheMachine() {
            return true;
        }
    }

    /** Looks at the value of its one parameter. */
    private record Foreseen(String name) implements ForeseenKind {
        @Override
        public JobLimits limits() {
            return new TestKind(name, _ -> {}).limits();
        }

        @Override
        public JobCost foresee(@Nullable String owner, List<JobParameter> parameters) {
            return switch (parameters.getFirst().value()) {
                case "good" -> COST;
                case "away" -> throw new Refusal(Diagnostic.error(Away.AWAY, "nobody is there"));
                default -> throw new Refusal(Diagnostic.error(JobCode.WRONG_PHASE, "that cannot be"));
            };
        }

        @Override
        public void run(JobRun run) {
            throw new AssertionError("nobody works here");
        }
    }

    private DurableJobs open() {
        return new DurableJobs(
                TestHome.HOME::database,
                TestHome.HOME.folders().requests(),
                List.of(new Foreseen(name)),
                NO_WORKERS,
                JobQuota.UNLIMITED,
                SharedFolders.NONE,
                "test");
    }

    private Job create(DurableJobs jobs, String value, boolean run) {
        return jobs.create(job(JobParameter.of("Q", value)), none(), run);
    }

    @Test
    void whatCannotGoWellEndsAtOnceInsteadOfWaitingForItsTurn() {
        try (var jobs = open()) {
            Job made = create(jobs, "bad", true);
            assertThat(made.phase()).isEqualTo(Phase.ERROR);
            assertThat(made.started()).isNull();
            assertThat(made.ended()).isNotNull();
            assertThat(failure(made).message()).isEqualTo("that cannot be");
            assertThat(failure(made).again()).isFalse();
            Job pending = create(jobs, "bad", false);
            assertThat(pending.phase()).isEqualTo(Phase.PENDING);
            assertThat(jobs.start(pending.id()).phase()).isEqualTo(Phase.ERROR);
        }
    }

    @Test
    void aPendingJobIsLookedAtAsItIsWhenItIsToRun() {
        try (var jobs = open()) {
            Job pending = create(jobs, "bad", false);
            jobs.parameters(pending.id(), _ -> List.of(JobParameter.of("Q", "good")));
            Job queued = jobs.start(pending.id());
            assertThat(queued.phase()).isEqualTo(Phase.QUEUED);
            assertThat(queued.cost()).isEqualTo(COST);
            assertThat(queued.quote()).isNotNull();
        }
    }

    @Test
    void costIsKnownToTheQueue() {
        try (var jobs = open()) {
            assertThat(create(jobs, "good", true).cost()).isEqualTo(COST);
        }
    }

    @Test
    void whatTheMachineIsToBlameForIsToldToWhoAsks() {
        try (var jobs = open()) {
            assertThatThrownBy(() -> create(jobs, "away", true)).hasMessageContaining("nobody is there");
            Job pending = create(jobs, "away", false);
            assertThatThrownBy(() -> jobs.start(pending.id())).hasMessageContaining("nobody is there");
            assertThat(jobs.find(pending.id()))
                    .hasValueSatisfying(job -> assertThat(job.phase()).isEqualTo(Phase.PENDING));
        }
    }
}
