package org.heralddata.serve.vo.tap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.heralddata.jobs.ForeseenKind;
import org.heralddata.jobs.JobCost;
import org.heralddata.jobs.JobLimits;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.JobRun;
import org.heralddata.model.access.AccountViewers;
import org.jspecify.annotations.Nullable;

/** Queries as jobs. */
final class TapJobs implements ForeseenKind {
    static final String NAME = "tap";

    /** What a result is called (TAP 1.1, section 2.2). */
    static final String RESULT = "result";

    /** Tells, of a format without a place for it, that rows are left out. */
    static final Map<String, String> OVERFLOW = Map.of("X-Herald-Overflow", "true");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TapWork work;
    private final AccountViewers owners;
    private final TapFormats formats;
    private final TapSettings settings;
    private final JobLimits limits;

    TapJobs(TapWork work, AccountViewers owners, TapFormats formats, TapSettings settings, JobLimits limits) {
        this.work = work;
        this.owners = owners;
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

    /** What comes with a query is read when it runs: until then such a one is only looked at. */
    @Override
    public JobCost foresee(@Nullable String owner, List<JobParameter> parameters) {
        TapQuery query = TapQuery.parse(new TapParameters(parameters), formats, settings);
        return query.uploads().isEmpty()
                ? work.estimate(query, owners.of(owner), false)
                        .in(query.format().writer().format().value())
                : JobCost.UNKNOWN;
    }

    @Override
    public void run(JobRun run) throws IOException, InterruptedException {
        TapQuery query = TapQuery.parse(new TapParameters(run.job().parameters()), formats, settings);
        TapFormat format = query.format();
        Duration granted =
                run.job().duration().isZero() ? limits.maxDuration() : run.job().duration();
        // the engine is more patient than the workshop, which aborts the job when its time is over
        Duration longest = granted.plus(PATIENCE);
        work.run(query, owners.of(run.job().owner()), longest, (part, to) -> copy(run, part, to), rows -> {
            String file = RESULT + "." + format.writer().extension();
            try (OutputStream out = run.result(RESULT, file, format.mediaType())) {
                rows.writeTo(out);
            }
            if (rows.isCut()) {
                OVERFLOW.forEach((name, value) -> run.note(RESULT, name, value));
            }
        });
    }

    private static String copy(JobRun run, String part, Path to) throws IOException {
        String name = TapRequest.fileName(part);
        Path from = latest(run.input(name)).orElseThrow(() -> TapWork.noPart(part));
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        return from.getFileName().toString().substring(name.length());
    }

    /** The file of this name with whatever ending; a part that was sent again may end otherwise than before. */
    private static Optional<Path> latest(Path named) throws IOException {
        Path folder = Objects.requireNonNull(named.getParent());
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, named.getFileName() + "{,.*}")) {
            files.forEach(found::add);
        }
        return found.stream()
                .filter(file -> !file.toString().endsWith(".partial")) // not come to its end
                .max(Comparator.comparing(file -> file.toFile().lastModified()));
    }
}
