package org.heralddata.serve.portal.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobResult;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.QueuePlace;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.Requests;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.serve.portal.Formats;
import org.heralddata.serve.rest.RequestState;
import org.jspecify.annotations.Nullable;

/**
 * A request on a page.
 *
 * @param meant what its identifier stands for
 * @param ahead requests before it in the queue
 * @param mine  whether who looks at it may change and delete it
 * @param open  whether who looks at it may have its package
 */
public record RequestView(Job job, FrozenView meant, int ahead, boolean mine, boolean open) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static RequestView of(DataService data, Requests requests, Job job, Viewer viewer) {
        FrozenRequest frozen = Requests.of(job);
        int ahead = requests.place(job).map(QueuePlace::ahead).orElse(0);
        boolean mine = granted(() -> requests.requireOwn(job, viewer));
        boolean open = granted(() -> requests.requireResult(job, viewer));
        return new RequestView(job, FrozenView.of(data, frozen), ahead, mine, open);
    }

    private static boolean granted(Runnable rule) {
        try {
            rule.run();
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    /** Whether it is of an account: then the address alone does not open everything. */
    public boolean isOwned() {
        return job.owner() != null;
    }

    /**
     * A file of the package.
     *
     * @param sha256 64 hexadecimal digits; empty if not known
     */
    public record File(String name, String href, long bytes, String sha256) {}

    public String id() {
        return job.id();
    }

    /** What its owner calls it, else what is in it. */
    public String name() {
        String given = job.runId();
        return given == null || given.isBlank() ? meant.title() : given;
    }

    public String state() {
        return RequestState.of(job).label();
    }

    public boolean isActive() {
        return job.phase().isActive() || job.phase() == Phase.HELD;
    }

    public boolean isFinished() {
        return job.phase() == Phase.COMPLETED;
    }

    public boolean isExpired() {
        return job.phase() == Phase.ARCHIVED;
    }

    /** Where it stands, in a sentence. */
    public String stateWords() {
        return switch (job.phase()) {
            case PENDING, QUEUED ->
                ahead == 0 ? "next in the queue" : ahead == 1 ? "one request before it" : ahead + " requests before it";
            case HELD -> "held back";
            case EXECUTING -> job.progress().fraction() == null ? "at work" : "%d %% done".formatted(percent());
            case COMPLETED -> "made in " + took();
            case ERROR -> "could not be made";
            case ABORTED -> job.failure() == null ? "cancelled" : "stopped";
            case ARCHIVED -> "its files were swept away; the same data can be ordered again";
        };
    }

    public int percent() {
        Double progress = job.progress().fraction();
        return progress == null ? 0 : (int) Math.floor(100 * progress);
    }

    private String took() {
        Instant started = job.started();
        Instant ended = job.ended();
        if (started == null || ended == null) {
            return "no time";
        }
        double seconds = Duration.between(started, ended).toMillis() / 1000.0;
        return seconds < 10
                ? String.format(Locale.ROOT, "%.1f s", Math.max(0.1, seconds))
                : seconds < 120 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
    }

    /** The files of the package without the archive. */
    public List<File> files() {
        return job.results().stream()
                .filter(r -> !r.name().equals(Requests.ARCHIVE))
                .map(this::file)
                .toList();
    }

    /** {@code 12 files with sizes and sha256}. */
    public String fileWords() {
        return archive() == null
                ? "%d files with sizes and sha256".formatted(files().size())
                : "The archive with its sha256";
    }

    /** Null of a package that is handed over file by file. */
    public @Nullable File archive() {
        return job.result(Requests.ARCHIVE).map(this::file).orElse(null);
    }

    private File file(JobResult result) {
        String path = result.path();
        return new File(
                path.substring(path.lastIndexOf('/') + 1),
                "/api/v1/requests/%s/files/%s".formatted(job.id(), result.name()),
                result.bytes(),
                Objects.requireNonNullElse(result.notes().get(Requests.SHA256), ""));
    }

    /** Digest of the rows themselves; empty until they are there. */
    public String fingerprint() {
        return job.results().stream()
                .map(r -> r.notes().get(Requests.FINGERPRINT))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Advice of the diagnostic that ended it; empty if there is none. */
    public String advice() {
        return job.failure() == null
                ? ""
                : job.failure()
                        .detail()
                        .lines()
                        .filter(l -> l.startsWith("help: "))
                        .map(l -> l.substring(6))
                        .findFirst()
                        .orElse("");
    }

    public String formatName() {
        return Formats.label(meant.frozen().request().form().format());
    }

    /** A time to the minute. */
    public static String minute(Instant time) {
        return MINUTE.format(time);
    }
}
