package org.heralddata.jobs.notice;

import java.util.Optional;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobResult;
import org.heralddata.jobs.Jobs;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.outbox.Parcel;
import org.heralddata.jobs.outbox.Undelivered;
import org.heralddata.jobs.request.Requests;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that has ended, as it is told.
 *
 * @param server public address without the last slash
 */
record Ended(Job job, String server) {
    private static final int LONGEST_TITLE = 100;
    private static final String REQUESTS = "/api/v1/requests/";

    /** Of which a parcel tells; refuses for ever if it was deleted meanwhile. */
    static Ended of(Parcel parcel, Jobs jobs, String server) throws Undelivered {
        Optional<Job> job = Optional.ofNullable(parcel.job()).flatMap(jobs::find);
        if (job.isEmpty()) {
            throw Undelivered.forEver("the request was deleted");
        }
        return new Ended(job.get(), server);
    }

    boolean isFinished() {
        return job.phase() == Phase.COMPLETED;
    }

    /** {@code {"type", "timestamp", "data"}}, as Standard Webhooks has it. */
    String json() {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        all.put("type", isFinished() ? "request.finished" : isExpired() ? "request.expired" : "request.failed");
        all.put("timestamp", String.valueOf(job.ended() == null ? job.created() : job.ended()));
        ObjectNode data = all.putObject("data");
        data.put("id", job.id());
        data.put("identifier", identifier());
        if (job.runId() != null) {
            data.put("title", job.runId());
        }
        data.put("state", isFinished() ? "Finished" : isExpired() ? "Expired" : "Failed");
        data.put("href", address());
        if (isFinished()) {
            data.put("result", address() + "/result");
            data.put("expires", job.destruction().toString());
            job.results().stream()
                    .map(r -> r.notes().get(Requests.FINGERPRINT))
                    .filter(f -> f != null)
                    .forEach(f -> data.put("fingerprint", f));
            job.result(Requests.ARCHIVE).ifPresent(archive -> {
                data.put("bytes", archive.bytes());
                data.put("sha256", archive.notes().get(Requests.SHA256));
            });
        }
        if (job.failure() != null) {
            data.putObject("error")
                    .put("code", job.failure().code())
                    .put("message", job.failure().message());
        }
        return all.toString();
    }

    /** One line. */
    String subject() {
        return (isFinished() ? "Your data are ready: " : "Your request has failed: ") + title();
    }

    String letter() {
        var text = new StringBuilder("Hello,\n\n");
        text.append(isFinished() ? "the data that you ordered are ready" : "your request could not be done");
        text.append(": ").append(title()).append("\n\n");
        if (isFinished()) {
            long bytes = job.results().stream().mapToLong(JobResult::bytes).sum();
            text.append("Fetch them (%.1f MB): %s/result\n".formatted(bytes / 1e6, address()));
            text.append("They are kept until %s UTC.\n"
                    .formatted(job.destruction().toString().replaceFirst("T.*", "")));
        } else if (job.failure() != null) {
            text.append(job.failure().detail().strip()).append('\n');
        }
        text.append("\nThe same request can be sent again at any time: ").append(server);
        text.append(REQUESTS).append(identifier()).append("\n\nYou asked for this letter when you ordered. ");
        return text.append(server).append('\n').toString();
    }

    private boolean isExpired() {
        return job.phase() == Phase.ARCHIVED;
    }

    private String identifier() {
        return Requests.of(job).identifier();
    }

    private String address() {
        return server + REQUESTS + job.id();
    }

    private String title() {
        String title = job.runId() == null ? identifier() : job.runId();
        String line = title.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
        return line.isEmpty()
                ? identifier()
                : line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE) + "…" : line;
    }
}
