package org.heralddata.serve.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobResult;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.QueuePlace;
import org.heralddata.jobs.outbox.Delivery;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.Notify;
import org.heralddata.jobs.request.RequestCode;
import org.heralddata.jobs.request.RequestJson;
import org.heralddata.jobs.request.Requests;
import org.heralddata.jobs.request.Requests.Offer;
import org.heralddata.jobs.request.Requests.Order;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told of requests, as JSON. */
final class RequestAnswers {
    private static final String TITLE = "title";

    private RequestAnswers() {}

    static Map<String, Object> of(Job job, Requests requests) {
        return of(job, requests.place(job).orElse(null), requests);
    }

    /** @param place null unless it is queued */
    static Map<String, Object> of(Job job, @Nullable QueuePlace place, Requests requests) {
        FrozenRequest request = Requests.of(job);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", job.id());
        told.put("identifier", request.identifier());
        put(told, TITLE, job.runId());
        told.put("state", RequestState.of(job).label());
        told.put("phase", job.phase().name());
        put(told, "progress", job.progress().fraction());
        told.put("work", RequestProgress.work(job));
        if (place != null) {
            told.put("ahead", place.ahead());
            told.put("queue", RequestProgress.queue(place));
        }
        put(told, "created", job.created());
        put(told, "expected", job.quote());
        put(told, "started", job.started());
        put(told, "ended", job.ended());
        put(told, "expires", job.destruction());
        put(told, "keptAtMost", requests.life().longest(job));
        told.put("request", RequestJson.write(request));
        if (job.phase() == Phase.COMPLETED) {
            told.put("result", "%s/%s/result".formatted(Api.ALL_REQUESTS, job.id()));
            told.put("files", job.results().stream().map(r -> file(job, r)).toList());
            job.results().stream()
                    .flatMap(r -> r.notes().entrySet().stream())
                    .filter(note -> note.getKey().equals(Requests.FINGERPRINT))
                    .forEach(note -> told.put(note.getKey(), note.getValue()));
        }
        List<Map<String, Object>> notices =
                requests.notices(job).stream().map(RequestAnswers::notice).toList();
        if (!notices.isEmpty()) {
            told.put("notices", notices);
        }
        JobFailure failure = job.failure();
        if (failure != null) {
            told.put(
                    "error",
                    Map.of(
                            "code", failure.code(),
                            "message", failure.message(),
                            "detail", failure.detail(),
                            "again", failure.again()));
        }
        return told;
    }

    static Map<String, Object> of(FrozenRequest request) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("identifier", request.identifier());
        told.put("request", RequestJson.write(request));
        return told;
    }

    static Map<String, Object> of(Offer offer) {
        Map<String, Object> told = of(offer.request());
        told.put("rows", offer.cost().total());
        told.put("rowsOfParts", offer.cost().rows());
        told.put("bytes", offer.cost().bytes());
        told.put("seconds", offer.cost().seconds());
        return told;
    }

    /** A request that was shared, without what only its owner is to know. */
    static Map<String, Object> shared(Job job, String token, Requests requests) {
        Map<String, Object> told = of(job, requests);
        String shared = Api.SHARED_REQUESTS + "/" + token;
        told.remove("id");
        told.remove("notices");
        told.replaceAll((name, value) -> switch (name) {
            case "result" -> shared + "/result";
            case "files" ->
                job.results().stream()
                        .map(result -> {
                            Map<String, Object> file = file(job, result);
                            file.replace("href", "%s/files/%s".formatted(shared, result.name()));
                            return file;
                        })
                        .toList();
            default -> value;
        });
        told.put("href", shared);
        return told;
    }

    /** What the owner calls it; null if nothing is said. */
    static @Nullable String title(JsonNode body) {
        JsonNode title = body.get(TITLE);
        if (title == null || title.isNull()) {
            return null;
        }
        if (!title.isString() || title.stringValue().length() > 200) {
            throw new Refusal(
                    Diagnostic.error(RequestCode.BAD_REQUEST, "`title` is no text of at most 200 characters"));
        }
        return title.stringValue();
    }

    /** What was ordered, with the secret of its webhook, which is told once. */
    static Map<String, Object> of(Order order, Requests requests) {
        Map<String, Object> told = of(order.job(), requests);
        order.secret().ifPresent(secret -> told.put("webhookSecret", secret));
        return told;
    }

    /** The body without what does not tell which data are meant. */
    static JsonNode withoutTitle(JsonNode body) {
        return ((ObjectNode) body.deepCopy()).without(List.of(TITLE, Notify.MEMBER));
    }

    static Refusal unknown(String identifier) {
        return new Refusal(Diagnostic.error(RequestCode.NO_REQUEST, "there is no request `%s`".formatted(identifier)));
    }

    /** A file of a package. */
    static Map<String, Object> file(Job job, JobResult result) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", result.path().substring(result.path().lastIndexOf('/') + 1));
        file.put("href", "%s/%s/files/%s".formatted(Api.ALL_REQUESTS, job.id(), result.name()));
        file.put("bytes", result.bytes());
        file.put("mediaType", result.mediaType());
        put(file, Requests.SHA256, result.notes().get(Requests.SHA256));
        return file;
    }

    private static Map<String, Object> notice(Delivery delivery) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("by", delivery.channel().endsWith("mail") ? "mail" : delivery.channel());
        notice.put("to", masked(delivery.recipient()));
        notice.put("state", delivery.state().label());
        notice.put("attempts", delivery.attempts());
        put(notice, "next", delivery.attempts() == 0 ? null : delivery.due());
        put(notice, "ended", delivery.ended());
        put(notice, "problem", delivery.problem());
        return notice;
    }

    /** Whoever knows the id of a request sees this: neither whose address it is nor what of it may be a secret. */
    private static String masked(String recipient) {
        return recipient.contains("://")
                ? recipient.replaceFirst("^([a-zA-Z]+://[^/?#]*).*$", "$1/…")
                : recipient.replaceFirst("^(.).*@", "$1…@");
    }

    private static void put(Map<String, Object> told, String name, @Nullable Object value) {
        if (value != null) {
            told.put(name, value instanceof Instant time ? time.toString() : value);
        }
    }
}
