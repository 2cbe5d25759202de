package org.heralddata.serve.rest;

import static org.heralddata.serve.rest.RpcSchemas.OBJECT;
import static org.heralddata.serve.rest.RpcSchemas.TEXT;
import static org.heralddata.serve.rest.RpcSchemas.needed;
import static org.heralddata.serve.rest.RpcSchemas.optional;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobResult;
import org.heralddata.jobs.request.Notify;
import org.heralddata.jobs.request.RequestCode;
import org.heralddata.jobs.request.RequestJson;
import org.heralddata.jobs.request.Requests;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.TableRef;
import org.heralddata.serve.rpc.RpcMethod;
import org.heralddata.serve.rpc.RpcParameter;
import org.heralddata.serve.viewer.CurrentViewer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods of {@code /rpc}: the requests of the sources' web API (data request, request status, list of requests, remove request, download
 * file), named so, and what is needed to make them.
 */
final class RpcMethods {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final RpcParameter COLLECTION = needed("collection", TEXT, "Id of the collection");
    private static final RpcParameter RELEASE = optional("release", TEXT, "Name of the release; the newest if absent");
    private static final RpcParameter REQUEST_ID = needed("id", TEXT, "Id of the request");
    private static final Map<String, Object> REQUEST =
            Map.of("type", "object", "description", "As /api/v1/requests/{id} answers");

    private final DataService data;
    private final Requests requests;

    RpcMethods(DataService data, Requests requests) {
        this.data = data;
        this.requests = requests;
    }

    List<RpcMethod<RpcCaller>> all() {
        return List.of(
                method(
                        "collections",
                        "Collections, each in its newest release",
                        List.of(),
                        Map.of("type", "array", "items", OBJECT),
                        "{}",
                        "[{\"id\": \"kascade-demo\", \"title\": \"…\", \"messenger\": \"cosmic-ray\", \"tables\": [{\"name\": \"events\"}]}]",
                        (_, _) -> data.collections().stream()
                                .map(release -> CatalogueJson.Collection.of(release, data.restrictions(release)))
                                .toList()),
                method(
                        "table",
                        "A table: columns with unit, UCD, description, range and statistics",
                        List.of(COLLECTION, needed("table", TEXT, "Name of the table"), RELEASE),
                        OBJECT,
                        "{\"collection\": \"kascade-demo\", \"table\": \"events\"}",
                        "{\"name\": \"events\", \"rows\": 3000, \"columns\": [{\"name\": \"array_e\", \"unit\": \"log(eV)\", \"ucd\": \"phys.energy\"}]}",
                        (params, _) -> CatalogueJson.Table.of(
                                data.release(ref(params)), data.table(ref(params)), data.exportFormats())),
                method(
                        "count",
                        "How many rows pass a selection",
                        List.of(
                                COLLECTION,
                                needed("table", TEXT, "Name of the table"),
                                optional("where", RpcSchemas.WHERE, "Selection; everything if absent"),
                                RELEASE),
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                Map.of("rows", Map.of("type", "integer"), "of", Map.of("type", "integer"))),
                        "{\"collection\": \"kascade-demo\", \"table\": \"events\", \"where\": \"array_ze < 20 deg\"}",
                        "{\"rows\": 1234, \"of\": 3000}",
                        (params, _) -> data.count(ref(params), text(params.get("where")))),
                method(
                        "estimate",
                        "What a data request means and costs; nothing is ordered",
                        RpcSchemas.request(data.exportFormats()),
                        Map.of("type", "object", "description", "As /api/v1/requests/estimate answers"),
                        RpcSchemas.EXAMPLE,
                        "{\"identifier\": \"hr-0123456789abcdef01234567\", \"rows\": 321, \"rowsOfParts\": [321], \"bytes\": 25000, \"seconds\": 0.1, \"granted\": true, \"refusals\": []}",
                        (params, caller) -> RequestEstimate.of(
                                requests.offer(
                                        RequestJson.read(RequestAnswers.withoutTitle(params)),
                                        caller.orderer().viewer()),
                                caller.orderer(),
                                requests)),
                method(
                        "data_request",
                        "Orders data",
                        RpcSchemas.request(data.exportFormats()),
                        REQUEST,
                        RpcSchemas.EXAMPLE,
                        "{\"id\": \"0123456789abcdefghijklmnop\", \"state\": \"Scheduled\", \"identifier\": \"hr-0123456789abcdef01234567\"}",
                        (params, caller) -> RequestAnswers.of(
                                requests.order(
                                        RequestJson.read(RequestAnswers.withoutTitle(params)),
                                        caller.orderer(),
                                        RequestAnswers.title(params),
                                        Notify.read(params.get(Notify.MEMBER))),
                                requests)),
                method(
                        "request_status",
                        "The state of a request: Scheduled, Running, Finished, Failed or Expired",
                        List.of(
                                REQUEST_ID,
                                optional(
                                        "wait",
                                        Map.of("type", "integer", "minimum", 0, "maximum", 60),
                                        "Seconds to wait for another state; the calls of a batch together wait 60 at most")),
                        REQUEST,
                        "{\"id\": \"0123456789abcdefghijklmnop\"}",
                        "{\"id\": \"0123456789abcdefghijklmnop\", \"state\": \"Running\", \"progress\": 0.5}",
                        (params, caller) -> status(id(params), caller.granted(seconds(params)))),
                method(
                        "list_of_requests",
                        "Requests of the account that asks, and those whose ids are given",
                        List.of(optional("ids", Map.of("type", "array", "items", TEXT), "Ids, at most 200")),
                        Map.of("type", "array", "items", REQUEST),
                        "{\"ids\": [\"0123456789abcdefghijklmnop\"]}",
                        "[{\"id\": \"0123456789abcdefghijklmnop\", \"state\": \"Finished\"}]",
                        (params, caller) -> list(params, caller)),
                method(
                        "cancel_request",
                        "Stops the work on a request",
                        List.of(REQUEST_ID),
                        REQUEST,
                        "{\"id\": \"0123456789abcdefghijklmnop\"}",
                        "{\"id\": \"0123456789abcdefghijklmnop\", \"state\": \"Failed\", \"phase\": \"ABORTED\"}",
                        (params, _) -> RequestAnswers.of(
                                requests.jobs()
                                        .abort(requests.own(id(params), CurrentViewer.get())
                                                .id()),
                                requests)),
                method(
                        "remove_request",
                        "Removes a request with its data",
                        List.of(REQUEST_ID),
                        Map.of("type", "boolean"),
                        "{\"id\": \"0123456789abcdefghijklmnop\"}",
                        "true",
                        (params, _) -> {
                            requests.jobs()
                                    .delete(requests.own(id(params), CurrentViewer.get())
                                            .id());
                            return true;
                        }),
                method(
                        "download_file",
                        "Where the package of a finished request, or one file of it, is fetched by GET, in byte ranges if wanted",
                        List.of(REQUEST_ID, optional("file", TEXT, "Name of a file; the archive if absent")),
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                Map.of(
                                        "url", TEXT,
                                        "name", TEXT,
                                        "bytes", Map.of("type", "integer"),
                                        "mediaType", TEXT,
                                        "sha256", TEXT)),
                        "{\"id\": \"0123456789abcdefghijklmnop\"}",
                        "{\"url\": \"https://data.example.org/api/v1/requests/0123456789abcdefghijklmnop/files/package\", \"name\": \"hr-0123456789abcdef01234567.zip\", \"bytes\": 25000, \"mediaType\": \"application/zip\"}",
                        (params, caller) -> download(id(params), params.get("file"), caller)));
    }

    private static RpcMethod<RpcCaller> method(
            String name,
            String summary,
            List<RpcParameter> parameters,
            Map<String, Object> result,
            String example,
            String answer,
            RpcMethod.Call<RpcCaller> call) {
        return new RpcMethod<>(name, summary, parameters, result, JSON.readTree(example), JSON.readTree(answer), call);
    }

    private Map<String, Object> status(String id, Duration wait) throws InterruptedException {
        Job job = requests.find(id);
        return RequestAnswers.of(
                wait.isPositive() && job.phase().isActive() ? requests.jobs().await(id, job.phase(), wait) : job,
                requests);
    }

    private List<Map<String, Object>> list(ObjectNode params, RpcCaller caller) {
        Map<String, Job> found = new LinkedHashMap<>();
        if (caller.orderer().account() != null) {
            requests.list(caller.orderer()).forEach(job -> found.put(job.id(), job));
        }
        JsonNode ids = params.get("ids");
        if (ids != null) {
            if (!ids.isArray() || ids.size() > 200 || ids.valueStream().anyMatch(id -> !id.isString())) {
                throw wrong("`ids` is no list of at most 200 texts");
            }
            ids.forEach(id -> requests.jobs()
                    .find(id.stringValue())
                    .filter(job -> job.kind().equals(Requests.KIND))
                    .ifPresent(job -> found.put(job.id(), job)));
        }
        return found.values().stream()
                .map(job -> RequestAnswers.of(job, requests))
                .toList();
    }

    private Map<String, Object> download(String id, @Nullable JsonNode file, RpcCaller caller) {
        Job job = RequestsApiController.finished(requests.find(id));
        requests.requireResult(job, CurrentViewer.get());
        String wanted = file == null ? Requests.ARCHIVE : text(file);
        JobResult result = job.results().stream()
                .filter(r -> r.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                                RequestCode.NO_REQUEST, "the package has no file `%s`".formatted(wanted))
                        .helped("files: "
                                + String.join(
                                        ", ",
                                        job.results().stream()
                                                .map(JobResult::name)
                                                .toList()))));
        Map<String, Object> told = RequestAnswers.file(job, result);
        told.put("url", caller.server() + told.remove("href"));
        return told;
    }

    private static TableRef ref(ObjectNode params) {
        JsonNode release = params.get("release");
        return new TableRef(
                Asked.collection(text(params.get("collection"))),
                text(params.get("table")),
                release == null ? null : text(release));
    }

    private static String id(ObjectNode params) {
        return text(params.get("id"));
    }

    private static long seconds(ObjectNode params) {
        JsonNode wait = params.get("wait");
        if (wait == null) {
            return 0;
        }
        if (!wait.isIntegralNumber() || !wait.canConvertToInt() || wait.intValue() < 0) {
            throw wrong("`wait` is no whole number of seconds");
        }
        return wait.intValue();
    }

    /** A text, or JSON where that is a form of it. */
    private static String text(@Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        if (value.isObject()) {
            return value.toString();
        }
        if (!value.isString()) {
            throw wrong("%s is no text".formatted(value));
        }
        return value.stringValue();
    }

    private static Refusal wrong(String what) {
        return new Refusal(Diagnostic.error(RestCode.BAD_PARAMETER, what));
    }
}
