package org.heralddata.serve.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.QueuePlace;
import org.jspecify.annotations.Nullable;

/** How far a request is, as JSON. */
final class RequestProgress {
    /** Before that what is left cannot be told from what is done. */
    private static final double ENOUGH = 0.02;

    private RequestProgress() {}

    /** Where it stands: {@code position} from 1, {@code ahead}, {@code expectedStart}. */
    static Map<String, Object> queue(QueuePlace place) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("position", place.ahead() + 1);
        told.put("ahead", place.ahead());
        put(told, "expectedStart", place.start());
        told.put("workers", place.workers());
        return told;
    }

    /** What is done of what is expected. */
    static Map<String, Object> work(Job job) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("rows", job.progress().rows());
        put(told, "rowsExpected", job.cost().rows());
        told.put("bytes", job.progress().bytes());
        put(told, "bytesExpected", job.cost().bytes());
        put(told, "secondsLeft", secondsLeft(job));
        return told;
    }

    /** All that changes while it waits and runs, without nesting. */
    static Map<String, Object> event(Job job, @Nullable QueuePlace place) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", job.id());
        told.put("state", RequestState.of(job).label());
        put(told, "progress", job.progress().fraction());
        if (place != null) {
            told.putAll(queue(place));
        }
        told.putAll(work(job));
        return told;
    }

    /** Of work; null if not known, or it does not run. */
    private static @Nullable Long secondsLeft(Job job) {
        Instant started = job.started();
        if (job.phase() != Phase.EXECUTING || started == null) {
            return null;
        }
        double elapsed = Math.max(0, Duration.between(started, Instant.now()).toMillis() / 1e3);
        Double done = job.progress().fraction();
        if (done != null && done > ENOUGH) {
            return Math.round(elapsed * (1 - done) / done);
        }
        Double expected = job.cost().seconds();
        return expected == null ? null : Math.max(1, Math.round(expected - elapsed));
    }

    private static void put(Map<String, Object> told, String name, @Nullable Object value) {
        if (value != null) {
            told.put(name, value instanceof Instant time ? time.toString() : value);
        }
    }
}
