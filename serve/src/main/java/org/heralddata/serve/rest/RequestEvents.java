package org.heralddata.serve.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobNews;
import org.heralddata.jobs.request.Requests;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * News of requests as Server-Sent Events (HTML, section 9.2): {@code state} with the whole request, when its state, title or expiry change;
 * {@code progress} with what changes all the time; {@code gone} with the id of one that there is none of. The id of an event is a digest of
 * all that was told, and says whether there is more to come.
 */
final class RequestEvents {
    private static final String ALL_ENDED = "-end";

    private final Requests requests;
    private final JsonMapper json;
    private final Map<String, JobNews> seen = new TreeMap<>();

    RequestEvents(Requests requests, JsonMapper json) {
        this.requests = requests;
        this.json = json;
    }

    /** Takes news without telling them. */
    void take(List<JobNews> news) {
        news.forEach(one -> seen.put(one.id(), requestOnly(one)));
    }

    /** What the last event was called, had all been told that was taken. */
    String lastId() {
        Map<String, String> told = new HashMap<>();
        seen.forEach((id, news) -> told.put(id, stamp(news)));
        return Integer.toHexString(told.hashCode()) + (isOver() ? ALL_ENDED : "");
    }

    /** Whether nothing more will be told. */
    boolean isOver() {
        return seen.values().stream().allMatch(JobNews::isLast);
    }

    void write(List<JobNews> all, OutputStream out) throws IOException {
        var text = new StringBuilder();
        for (JobNews any : all) {
            JobNews news = requestOnly(any);
            JobNews before = seen.put(news.id(), news);
            Job job = news.job();
            if (job == null) {
                event(text, "gone", Map.of("id", news.id()));
            } else if (before == null || changed(before.job(), job)) {
                event(text, "state", RequestAnswers.of(job, news.place(), requests));
            } else {
                event(text, "progress", RequestProgress.event(job, news.place()));
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Jobs of other kinds are none of ours. */
    private static JobNews requestOnly(JobNews news) {
        Job job = news.job();
        return job == null || job.kind().equals(Requests.KIND) ? news : new JobNews(news.id(), null, null);
    }

    private void event(StringBuilder text, String name, Map<String, Object> data) {
        text.append("event: ").append(name).append("\nid: ").append(lastId()).append("\ndata: ");
        text.append(json.writeValueAsString(data)).append("\n\n");
    }

    private static boolean changed(@Nullable Job before, Job now) {
        return before == null || !fixed(before).equals(fixed(now));
    }

    private static String fixed(Job job) {
        return "%s %d %s %s %s".formatted(job.phase(), job.attempt(), job.deleting(), job.runId(), job.destruction());
    }

    private static String stamp(JobNews news) {
        Job job = news.job();
        return job == null ? "gone" : fixed(job) + " " + job.progress();
    }
}
