package org.heralddata.app.doi;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heralddata.app.console.AppCode;
import org.heralddata.app.settings.HomeSettings.DataCiteSettings;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.publication.Doi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * DataCite's REST API, as far as one repository needs it. Every request can be repeated: a DOI is named by us.
 *
 * @see <a href="https://support.datacite.org/docs/api-create-dois">Create DOIs with the REST API</a>
 */
final class DataCiteClient implements AutoCloseable {
    private static final String JSON_API = "application/vnd.api+json";
    private static final int TRIES = 4;
    private static final long LONGEST_WAIT_S = 60;
    private static final int TOO_MANY = 429;

    private final DataCiteSettings settings;
    private final Password password;
    private final Duration pause;
    private final Duration timeOut;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param pause before the first repetition; it doubles with each */
    DataCiteClient(DataCiteSettings settings, Password password, Duration pause) {
        this(settings, password, pause, Duration.ofSeconds(30));
    }

    /** @param timeOut of one request */
    DataCiteClient(DataCiteSettings settings, Password password, Duration pause, Duration timeOut) {
        this.timeOut = timeOut;
        this.settings = settings;
        this.password = password;
        this.pause = pause;
    }

    /** The attributes of a DOI, a draft's too; empty if there is none of that name. */
    Optional<JsonNode> find(Doi doi) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path(doi)).GET().build());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        return Optional.of(attributes(answer, doi));
    }

    /** Reserves a DOI: a draft that nobody else can take. */
    void reserve(Doi doi, Map<String, Object> metadata) throws IOException, InterruptedException {
        attributes(send(request("/dois").POST(body(doi, metadata, null)).build()), doi);
    }

    /** Makes a DOI findable, or tells its new metadata if it is. */
    void publish(Doi doi, Map<String, Object> metadata) throws IOException, InterruptedException {
        JsonNode answer = attributes(
                send(request(path(doi)).PUT(body(doi, metadata, "publish")).build()), doi);
        String state = answer.path("state").asString("");
        if (!state.equals("findable")) {
            throw new Refusal(Diagnostic.error(
                    AppCode.DATACITE_REFUSED, "DataCite keeps %s in the state `%s`".formatted(doi, state)));
        }
    }

    /** Takes a findable DOI out of DataCite's search; it goes on leading to its page. The state becomes {@code registered}. */
    void hide(Doi doi, Map<String, Object> metadata) throws IOException, InterruptedException {
        JsonNode answer = attributes(
                send(request(path(doi)).PUT(body(doi, metadata, "hide")).build()), doi);
        String state = answer.path("state").asString("");
        if (state.equals("findable")) {
            throw new Refusal(Diagnostic.error(
                    AppCode.DATACITE_REFUSED, "DataCite goes on showing %s in its search".formatted(doi)));
        }
    }

    private static String path(Doi doi) {
        return "/dois/" + URLEncoder.encode(doi.name(), StandardCharsets.UTF_8).replace("%2F", "/");
    }

    private HttpRequest.Builder request(String path) {
        String account = settings.repository() + ":" + password.secret();
        return HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(timeOut)
                .header("Accept", JSON_API)
                .header("Content-Type", JSON_API)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param event that changes the state of the DOI; null for none */
    private static HttpRequest.BodyPublisher body(Doi doi, Map<String, Object> metadata, @Nullable String event) {
        var attributes = new LinkedHashMap<>(metadata);
        attributes.put("doi", doi.name());
        if (event != null) {
            attributes.put("event", event);
        }
        var data = Map.of("data", Map.of("id", doi.name(), "type", "dois", "attributes", attributes));
        return HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(data));
    }

    /** Repeats what failed by no fault of the request: no answer, too many requests, a fault of the server. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        for (int tried = 1; ; tried++) {
            long waitMs = pause.toMillis() << (tried - 1);
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                boolean passing = answer.statusCode() == TOO_MANY || answer.statusCode() >= 500;
                if (!passing || tried == TRIES) {
                    return answer;
                }
                waitMs = answer.headers()
                        .firstValue("Retry-After")
                        .filter(s -> s.matches("\\d{1,4}"))
                        .map(s -> Math.min(Long.parseLong(s), LONGEST_WAIT_S) * 1000)
                        .orElse(waitMs);
            } catch (IOException silent) {
                if (tried == TRIES) {
                    String late =
                            silent instanceof HttpTimeoutException ? " within %d s".formatted(timeOut.toSeconds()) : "";
                    throw new Refusal(
                            Diagnostic.error(
                                            AppCode.DATACITE_AWAY,
                                            "DataCite does not answer%s at %s".formatted(late, settings.url()))
                                    .helped("nothing is lost: run the same command again"),
                            silent);
                }
            }
            Thread.sleep(waitMs);
        }
    }

    private static JsonNode attributes(HttpResponse<String> answer, Doi doi) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return parsed(answer.body()).path("data").path("attributes");
        }
        if (status == 401 || status == 403) {
            throw new Refusal(Diagnostic.error(
                            AppCode.DATACITE_REFUSED,
                            "DataCite does not let this account do that (%d)".formatted(status))
                    .helped("check `datacite.repository`, the prefix and the password"));
        }
        if (status == 404) {
            throw new Refusal(Diagnostic.error(
                            AppCode.DATACITE_REFUSED,
                            "DataCite knows no %s, or not as one of this account".formatted(doi))
                    .helped("check `datacite.url`, which may be that of its test system, and `datacite.repository`"));
        }
        if (status == TOO_MANY) {
            throw new Refusal(Diagnostic.error(
                            AppCode.DATACITE_AWAY, "DataCite has had too many requests from this address (429)")
                    .helped("nothing is lost: run the same command again in some minutes"));
        }
        throw new Refusal(Diagnostic.error(
                        status >= 500 ? AppCode.DATACITE_AWAY : AppCode.DATACITE_REFUSED,
                        "DataCite refused %s (%d): %s".formatted(doi, status, reasons(answer.body())))
                .helped(status >= 500 ? "nothing is lost: run the same command again" : null));
    }

    private static JsonNode parsed(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (tools.jackson.core.JacksonException notJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static String reasons(String body) {
        String told = parsed(body)
                .path("errors")
                .valueStream()
                .map(e -> (e.path("source").asString("") + " " + e.path("title").asString("")).strip())
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? "no reason given" : told;
    }

    @Override
    public void close() {
        http.close();
    }
}
