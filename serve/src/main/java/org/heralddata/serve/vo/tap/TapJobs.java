package org.heralddata.serve.vo.tap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.heralddata.jobs.JobKind;
import org.heralddata.jobs.JobLimits;
import org.heralddata.jobs.JobRun;

/** Queries as jobs. */
final class TapJobs implements JobKind {
    static final String NAME = "tap";

    /** What a result is called (TAP 1.1, section 2.2). */
    static final String RESULT = "result";

    /** Tells, of a format without a place for it, that rows are left out. */
    static final Map<String, String> OVERFLOW = Map.of("X-Herald-Overflow", "true");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TapWork work;
    private final TapFormats formats;
    private final TapSettings settings;
    private final JobLimits limits;

    TapJobs(TapWork work, TapFormats formats, TapSettings settings, JobLimits limits) {
        this.work = work;
        this.formats = formats;
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobLimits limits() {
        return limits;
    }

    @Override
    public void run(JobRun run) throws IOException, InterruptedException {
        TapQuery query = TapQuery.parse(new TapParameters(run.job().parameters()), formats, settings);
        TapFormat format = query.format();
        Duration granted =
                run.job().duration().isZero() ? limits.maxDuration() : run.job().duration();
        // the engine is more patient than the workshop, which aborts the job when its time is over
        Duration longest = granted.plus(PATIENCE);
        work.run(query, longest, (part, to) -> copy(run, part, to), rows -> {
            String file = RESULT + "." + format.writer().extension();
            try (OutputStream out = run.result(RESULT, file, format.mediaType())) {
                rows.writeTo(out);
            }
            if (rows.isCut()) {
                OVERFLOW.forEach((name, value) -> run.note(RESULT, name, value));
            }
        });
    }

    private static void copy(JobRun run, String part, Path to) throws IOException {
        Path from = run.input(TapRequest.fileName(part));
        if (!Files.exists(from)) {
            throw TapWork.noPart(part);
        }
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
