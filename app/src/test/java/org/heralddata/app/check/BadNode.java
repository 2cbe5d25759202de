package org.heralddata.app.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;

/** A node that stands before a sound one and spoils some of its answers. */
final class BadNode implements AutoCloseable {
    private static final Set<String> PASSED = Set.of("Content-Type", "X-Herald-Overflow", "Link", "Location");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String behind;
    private volatile Fault fault = new Fault("nothing at all", 0, "", "");

    /**
     * What is wrong.
     *
     * @param place  part of the request's address or body
     * @param status in place of the right one; 0 for the right one
     * @param old    what is replaced in texts, or the name of a header that is left out
     * @param other  in place of it
     */
    record Fault(String place, int status, String old, String other) {}

    BadNode(String behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void spoil(Fault wrong) {
        fault = wrong;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            String asked = exchange.getRequestURI().toString();
            var request = HttpRequest.newBuilder(URI.create(behind + asked))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(sent));
            for (String name : List.of("Content-Type", "Accept", "Range")) {
                String value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                }
            }
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean spoilt = (asked + new String(sent, StandardCharsets.UTF_8)).contains(fault.place());
            for (var header : answer.headers().map().entrySet()) {
                for (String passed : PASSED) {
                    if (passed.equalsIgnoreCase(header.getKey()) && !(spoilt && passed.equals(fault.old()))) {
                        exchange.getResponseHeaders()
                                .put(
                                        passed,
                                        header.getValue().stream()
                                                .map(this::here)
                                                .toList());
                    }
                }
            }
            byte[] body = body(answer, spoilt);
            int status = spoilt && fault.status() != 0 ? fault.status() : answer.statusCode();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] body(HttpResponse<byte[]> answer, boolean spoilt) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!(type.startsWith("text/") || type.contains("xml") || type.contains("json"))) {
            return answer.body();
        }
        String text = here(new String(answer.body(), StandardCharsets.UTF_8));
        if (spoilt && !fault.old().isEmpty()) {
            text = text.replaceAll("(?s)" + fault.old(), fault.other());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String here(String text) {
        return text.replace(behind, url());
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}
