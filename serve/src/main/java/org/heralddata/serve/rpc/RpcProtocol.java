package org.heralddata.serve.rpc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers texts of JSON-RPC 2.0. Calls of a batch are done one after another, and answered in this order; after some
 * time no more are begun. Safe for many threads.
 *
 * @param <C> who calls
 */
public final class RpcProtocol<C> {
    /** Most calls in a batch. */
    public static final int MOST = 50;

    /** Of ours, in the range that the specification leaves to servers. */
    public static final int TIME_OVER = -32003;

    private static final String VERSION = "2.0";
    private static final String ID = "id";

    private final JsonMapper json;
    private final SequencedMap<String, RpcMethod<C>> methods = new LinkedHashMap<>();
    private final Function<RuntimeException, RpcError> failures;
    private final Duration longest;
    private final LongSupplier clock;

    /**
     * @param failures makes errors of what methods throw besides
     * @param longest  after which no call of a batch is begun any more
     * @param clock    nanoseconds, as {@link System#nanoTime}
     */
    public RpcProtocol(
            JsonMapper json,
            List<RpcMethod<C>> methods,
            Function<RuntimeException, RpcError> failures,
            Duration longest,
            LongSupplier clock) {
        this.json = json;
        this.failures = failures;
        this.longest = longest;
        this.clock = clock;
        methods.forEach(method -> this.methods.put(method.name(), method));
    }

    /** The text to answer with; empty if nothing is to be answered. */
    public Optional<Object> answer(byte[] text, C caller) throws InterruptedException {
        JsonNode read;
        try {
            read = json.readTree(text);
        } catch (JacksonException broken) {
            String where = broken.getOriginalMessage().lines().findFirst().orElse("");
            return Optional.of(error(null, new RpcError(RpcError.PARSE_ERROR, "Parse error", where)));
        }
        if (read.isMissingNode()) {
            return Optional.of(error(null, new RpcError(RpcError.PARSE_ERROR, "Parse error", "there is nothing")));
        }
        if (!read.isArray()) {
            return one(read, caller);
        }
        if (read.isEmpty()) {
            return Optional.of(error(null, invalid("a batch holds at least one call")));
        }
        if (read.size() > MOST) {
            return Optional.of(error(null, invalid("a batch holds at most %d calls".formatted(MOST))));
        }
        var answers = new ArrayList<Object>();
        long begun = clock.getAsLong();
        for (JsonNode call : read) {
            boolean over = clock.getAsLong() - begun > longest.toNanos();
            (over ? notBegun(call) : one(call, caller)).ifPresent(answers::add);
        }
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers);
    }

    /** What a call is told that came too late in its batch; one that wants no answer is not told. */
    private Optional<Object> notBegun(JsonNode call) {
        JsonNode id = call.get(ID);
        if (call.isObject() && id == null) {
            return Optional.empty();
        }
        String detail = "the calls before it took %d s, and it was not begun".formatted(longest.toSeconds());
        var over = new RpcError(
                TIME_OVER, "Time over", Map.of("detail", detail, "help", "send it again, in a batch of fewer calls"));
        return Optional.of(error(isName(id) ? id : null, over));
    }

    private static boolean isName(@Nullable JsonNode id) {
        return id != null && (id.isString() || id.isNumber() || id.isNull());
    }

    private Optional<Object> one(JsonNode call, C caller) throws InterruptedException {
        JsonNode id = call.get(ID);
        try {
            requireValid(call);
        } catch (RpcError invalid) {
            return Optional.of(error(isName(id) ? id : null, invalid));
        }
        try {
            Object result = call(call, caller);
            return id == null ? Optional.empty() : Optional.of(answer(id, result));
        } catch (RpcError failed) {
            return id == null ? Optional.empty() : Optional.of(error(id, failed));
        }
    }

    /** Section 4; members that it does not name are let be. */
    private static void requireValid(JsonNode call) throws RpcError {
        if (!call.isObject()) {
            throw invalid("a call is a JSON object");
        }
        JsonNode version = call.get("jsonrpc");
        if (version == null || !version.isString() || !version.stringValue().equals(VERSION)) {
            throw invalid("`jsonrpc` is to be \"2.0\"");
        }
        JsonNode id = call.get(ID);
        if (id != null && !id.isString() && !id.isNumber() && !id.isNull()) {
            throw invalid("`id` is a text, a number or null");
        }
        JsonNode method = call.get("method");
        if (method == null || !method.isString()) {
            throw invalid("`method` is the name of a method");
        }
        JsonNode params = call.get("params");
        if (params != null && !params.isObject() && !params.isArray()) {
            throw invalid("`params` is an object or an array");
        }
    }

    private Object call(JsonNode call, C caller) throws RpcError, InterruptedException {
        String name = call.get("method").stringValue();
        RpcMethod<C> method = methods.get(name);
        if (method == null) {
            String help = Nearest.help(name, methods.keySet());
            throw new RpcError(
                    RpcError.METHOD_NOT_FOUND,
                    "Method not found",
                    Map.of("help", help != null ? help : "methods: " + String.join(", ", methods.keySet())));
        }
        try {
            return method.call().answer(parameters(method, call.get("params")), caller);
        } catch (RuntimeException failed) {
            throw failures.apply(failed);
        }
    }

    private ObjectNode parameters(RpcMethod<C> method, @Nullable JsonNode given) throws RpcError {
        List<String> names =
                method.parameters().stream().map(RpcParameter::name).toList();
        ObjectNode byName = json.createObjectNode();
        if (given != null && given.isArray()) {
            if (given.size() > names.size()) {
                throw wrong(
                        "`%s` takes at most %d parameters".formatted(method.name(), names.size()),
                        String.join(", ", names));
            }
            for (int i = 0; i < given.size(); i++) {
                byName.set(names.get(i), given.get(i));
            }
        } else if (given != null) {
            byName.setAll((ObjectNode) given);
        }
        for (String name : byName.propertyNames()) {
            if (!names.contains(name)) {
                String help = Nearest.help(name, names);
                throw wrong(
                        "`%s` has no parameter `%s`".formatted(method.name(), name),
                        help != null ? help : "parameters: " + String.join(", ", names));
            }
        }
        byName.removeNulls();
        for (RpcParameter parameter : method.parameters()) {
            if (parameter.required() && !byName.has(parameter.name())) {
                throw wrong("the parameter `%s` is missing".formatted(parameter.name()), parameter.description());
            }
        }
        return byName;
    }

    private static RpcError invalid(String why) {
        return new RpcError(RpcError.INVALID_REQUEST, "Invalid Request", Map.of("detail", why));
    }

    private static RpcError wrong(String detail, String help) {
        return new RpcError(RpcError.INVALID_PARAMS, "Invalid params", Map.of("detail", detail, "help", help));
    }

    private static Map<String, Object> answer(JsonNode id, Object result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", VERSION);
        answer.put("result", result);
        answer.put(ID, id);
        return answer;
    }

    /** An answer that tells of an error. */
    public static Map<String, Object> error(@Nullable JsonNode id, RpcError failed) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", failed.code());
        error.put("message", failed.getMessage());
        if (failed.data() != null) {
            error.put("data", failed.data());
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", VERSION);
        answer.put("error", error);
        answer.put(ID, id);
        return answer;
    }
}
