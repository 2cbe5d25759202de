package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.heralddata.jobs.request.Requests;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.serve.client.Presence;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.rpc.OpenRpc;
import org.heralddata.serve.rpc.RpcError;
import org.heralddata.serve.rpc.RpcMethod;
import org.heralddata.serve.rpc.RpcProtocol;
import org.heralddata.serve.viewer.CurrentViewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** JSON-RPC 2.0 over HTTP: answers have the status 200, whatever became of the calls; 204 if none wants an answer. */
@RestController
@ConditionalOnBean(Requests.class)
class RpcController {
    private static final Logger LOG = LoggerFactory.getLogger(RpcController.class);
    private static final int MAX_BODY = 1_000_000;
    private static final String TITLE = "Herald";

    /** Of ours, in the range that the specification leaves to servers. */
    private static final int BUSY = -32000;

    private static final int NOT_ALLOWED = -32001;
    private static final int NOT_NOW = -32002;

    private final RpcProtocol<RpcCaller> protocol;
    private final List<RpcMethod<RpcCaller>> methods;
    private final Node node;

    RpcController(DataService data, Requests requests, Node node, JsonMapper json) {
        this.node = node;
        methods = new ArrayList<>(new RpcMethods(data, requests).all());
        methods.add(new RpcMethod<>(
                "rpc.discover",
                "This description, as OpenRPC has it",
                List.of(),
                Map.of("$ref", "https://raw.githubusercontent.com/open-rpc/meta-schema/master/schema.json"),
                json.createObjectNode(),
                json.createObjectNode().put("openrpc", "1.3.2"),
                (_, caller) -> document(caller.server())));
        protocol = new RpcProtocol<>(json, methods, RpcController::error, RpcCaller.PATIENCE, System::nanoTime);
    }

    @PostMapping(Api.RPC_PATH)
    ResponseEntity<Object> call(HttpServletRequest request) throws IOException, InterruptedException {
        if (!isJson(request.getContentType())) {
            return refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send JSON, with `Content-Type: application/json`");
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "the calls have more than %d bytes".formatted(MAX_BODY));
        }
        Presence.bodyIsRead(request);
        Optional<Object> answer = protocol.answer(body, RpcCaller.now(orderer(request), server()));
        return answer.isPresent()
                ? ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Cache-Control", "no-store")
                        .body(answer.get())
                : ResponseEntity.noContent().build();
    }

    @GetMapping(Api.RPC_PATH)
    Map<String, Object> explain() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("protocol", "JSON-RPC 2.0: POST your calls here, with Content-Type: application/json");
        told.put("specification", "https://www.jsonrpc.org/specification");
        told.put("methods", methods.stream().map(RpcMethod::name).toList());
        told.put("description", server() + Api.OPENRPC_JSON);
        told.put("batch", RpcProtocol.MOST);
        told.put("batchSeconds", RpcCaller.PATIENCE.toSeconds());
        told.put(
                "example",
                "curl -H 'Content-Type: application/json' %s%s -d '{\"jsonrpc\": \"2.0\", \"method\": \"collections\", \"id\": 1}'"
                        .formatted(server(), Api.RPC_PATH));
        return told;
    }

    @GetMapping(Api.OPENRPC_JSON)
    Map<String, Object> openRpc() {
        return document(server());
    }

    private Map<String, Object> document(String server) {
        SequencedMap<Integer, String> errors = new LinkedHashMap<>();
        errors.put(RpcError.INVALID_PARAMS, "Invalid params");
        errors.put(RpcError.INTERNAL_ERROR, "Internal error");
        errors.put(BUSY, "Busy");
        errors.put(NOT_ALLOWED, "Not allowed");
        errors.put(NOT_NOW, "Not now");
        errors.put(RpcProtocol.TIME_OVER, "Time over");
        return OpenRpc.document(TITLE, server + Api.RPC_PATH, methods, errors);
    }

    private static Orderer orderer(HttpServletRequest request) {
        return new Orderer(CurrentViewer.get(), request.getRemoteAddr());
    }

    private String server() {
        String url = node.url();
        return url != null
                ? url
                : ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    /** Other types a page of another site could send, in the name of its visitor. */
    private static boolean isJson(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).matches("application/json(-?rpc)?\\s*(;.*)?");
    }

    private static ResponseEntity<Object> refused(HttpStatus status, String why) {
        var error = new RpcError(RpcError.INVALID_REQUEST, "Invalid Request", Map.of("detail", why));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(RpcProtocol.error(null, error));
    }

    /** Diagnostics become {@code error.data}, as problems of the REST API have it. */
    private static RpcError error(RuntimeException failed) {
        if (!(failed instanceof Refusal refusal)) {
            LOG.error("remote procedure", failed);
            return new RpcError(RpcError.INTERNAL_ERROR, "Internal error", null);
        }
        HttpStatus status = Problems.status(refusal.diagnostics().getFirst().code());
        Map<String, Object> problem = Problems.problem(status, refusal.diagnostics());
        return switch (status) {
            case SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS -> new RpcError(BUSY, "Busy", problem);
            case FORBIDDEN, UNAUTHORIZED -> new RpcError(NOT_ALLOWED, "Not allowed", problem);
            case CONFLICT -> new RpcError(NOT_NOW, "Not now", problem);
            case INTERNAL_SERVER_ERROR -> new RpcError(RpcError.INTERNAL_ERROR, "Internal error", problem);
            default -> new RpcError(RpcError.INVALID_PARAMS, "Invalid params", problem);
        };
    }
}
