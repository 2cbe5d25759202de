package org.heralddata.app.doi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stands in for DataCite's REST API, as its documentation describes it: drafts, findable DOIs, accounts, errors. */
final class StandIn implements AutoCloseable {
    static final String ACCOUNT = "EXAMPLE.HERALD";
    static final String SECRET = "correct horse";

    private final HttpServer server;
    private final Map<String, ObjectNode> dois = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<JsonNode> bodies = new ArrayList<>();
    private final Deque<Integer> failures = new ArrayDeque<>();
    private final CountDownLatch over = new CountDownLatch(1);

    StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/dois", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What the next requests are answered with instead; 0 breaks the connection, less keeps the client waiting. */
    void failWith(Integer... statuses) {
        failures.addAll(List.of(statuses));
    }

    /** Method and path of each request. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The attributes that were sent. */
    List<JsonNode> attributes() {
        return List.copyOf(bodies);
    }

    @Nullable
    ObjectNode doi(String name) {
        return dois.get(name);
    }

    /** A DOI of somebody else's making. */
    void hold(String name, String url) {
        ObjectNode attributes = JsonMapper.shared().createObjectNode();
        attributes.put("doi", name).put("url", url).put("state", "findable");
        dois.put(name, attributes);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            byte[] body = exchange.getRequestBody().readAllBytes();
            Integer failure = failures.poll();
            if (failure != null) {
                if (failure < 0) {
                    staysSilent();
                } else if (failure != 0) {
                    exchange.getResponseHeaders().set("Retry-After", "0");
                    reply(exchange, failure, "{\"errors\":[{\"title\":\"out of order\"}]}");
                }
                return;
            }
            String expected = "Basic "
                    + Base64.getEncoder().encodeToString((ACCOUNT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
            if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                reply(exchange, 401, "{\"errors\":[{\"status\":\"401\",\"title\":\"Bad credentials.\"}]}");
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "GET" -> found(exchange, path.substring("/dois/".length()));
                case "POST" -> put(exchange, body, 201);
                case "PUT" -> put(exchange, body, 200);
                default -> reply(exchange, 405, "{}");
            }
        }
    }

    /** Longer than any client waits. */
    private void staysSilent() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void found(HttpExchange exchange, String name) throws IOException {
        ObjectNode attributes = dois.get(name);
        if (attributes == null) {
            reply(exchange, 404, "{\"errors\":[{\"status\":\"404\",\"title\":\"The resource doesn't exist.\"}]}");
        } else {
            tell(exchange, 200, attributes);
        }
    }

    private void put(HttpExchange exchange, byte[] body, int status) throws IOException {
        JsonNode data = JsonMapper.shared().readTree(body).path("data");
        ObjectNode attributes = (ObjectNode) data.path("attributes");
        String name = attributes.path("doi").asString();
        bodies.add(attributes.deepCopy());
        if (!data.path("type").asString().equals("dois") || (status == 201 && dois.containsKey(name))) {
            reply(exchange, 422, "{\"errors\":[{\"source\":\"doi\",\"title\":\"This DOI has already been taken\"}]}");
            return;
        }
        boolean publish = attributes.path("event").asString("").equals("publish");
        boolean hide = attributes.path("event").asString("").equals("hide");
        if (status == 200 && !dois.containsKey(name)) {
            reply(exchange, 404, "{\"errors\":[{\"status\":\"404\",\"title\":\"The resource doesn't exist.\"}]}");
            return;
        }
        attributes.remove("event");
        attributes.put("state", publish ? "findable" : hide ? "registered" : "draft");
        dois.put(name, attributes);
        tell(exchange, status, attributes);
    }

    private static void tell(HttpExchange exchange, int status, ObjectNode attributes) throws IOException {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.putObject("data").put("type", "dois").set("attributes", attributes);
        reply(exchange, status, answer.toString());
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.api+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
