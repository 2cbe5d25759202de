package org.heralddata.app.check;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node as its clients reach it. What was learnt of its tables is kept. For one thread. */
final class RemoteNode implements AutoCloseable {
    private static final int LARGEST = 64 << 20;

    /** Tells servers that they are validated (IVOA note on operational identification of software). */
    private static final String AGENT = "Herald (IVOA-validate)";

    private static final int REDIRECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String url;
    private final @Nullable String published;
    private @Nullable TapTables tables;
    private @Nullable Harvest harvest;

    /**
     * @param url       without the last slash
     * @param published how addresses that it gives out begin if that is not {@code url}: they are asked there all the same
     */
    RemoteNode(String url, @Nullable String published) {
        this.url = url;
        this.published = published;
    }

    String url() {
        return url;
    }

    /** What TAP_SCHEMA says. */
    TapTables tables() throws IOException, InterruptedException {
        TapTables known = tables;
        if (known == null) {
            known = TapTables.of(this);
            tables = known;
        }
        return known;
    }

    /** The records of the publishing registry. */
    Harvest harvest() throws IOException, InterruptedException {
        Harvest known = harvest;
        if (known == null) {
            known = Harvest.of(this, "ivo_vor");
            harvest = known;
        }
        return known;
    }

    /** @param place an address, or what is behind {@link #url} */
    Reply get(String place, String... headers) throws IOException, InterruptedException {
        Reply reply = send(request(place, headers).GET());
        for (int i = 0; i < REDIRECTIONS && reply.status() >= 300 && reply.status() < 400; i++) {
            reply = send(request(reply.header("Location"), headers).GET());
        }
        return reply;
    }

    /** Sends a form; redirections are the caller's. */
    Reply post(String place, String... pairs) throws IOException, InterruptedException {
        return send(request(place)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(pairs))));
    }

    /** A query at once, each pair {@code NAME=value}. */
    Reply sync(String... pairs) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("LANG=ADQL"));
        all.addAll(List.of(pairs));
        return post("/tap/sync", all.toArray(String[]::new));
    }

    /** A query at once, as a table. */
    VoTable query(String adql) throws IOException, InterruptedException {
        return VoTable.of(sync("RESPONSEFORMAT=votable/td", "MAXREC=1000000", "QUERY=" + adql)
                .good());
    }

    /** A query with a table that comes along as a part of the request. */
    Reply upload(String adql, String table, String content) throws IOException, InterruptedException {
        String boundary = "herald-check-boundary";
        String field = "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String body = field.formatted(boundary, "LANG", "ADQL")
                + field.formatted(boundary, "QUERY", adql)
                + field.formatted(boundary, "RESPONSEFORMAT", "votable/td")
                + field.formatted(boundary, "UPLOAD", table + ",param:mine")
                + ("--%s\r\nContent-Disposition: form-data; name=\"mine\"; filename=\"mine.xml\"\r\n"
                                + "Content-Type: application/x-votable+xml\r\n\r\n%s\r\n--%s--\r\n")
                        .formatted(boundary, content, boundary);
        return send(request("/tap/sync")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply delete(String place) throws IOException, InterruptedException {
        return send(request(place).DELETE());
    }

    static String form(String... pairs) {
        List<String> encoded = new ArrayList<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            encoded.add(pair.substring(0, equals + 1)
                    + URLEncoder.encode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return String.join("&", encoded);
    }

    private HttpRequest.Builder request(String place, String... headers) throws Unsound {
        String address = place.startsWith("/") ? url + place : place;
        if (published != null && address.startsWith(published)) {
            address = url + address.substring(published.length());
        }
        try {
            var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
            return headers.length == 0 ? request : request.headers(headers);
        } catch (IllegalArgumentException unreadable) {
            throw new Unsound(url, "`%s` is no address".formatted(place));
        }
    }

    /** The status of an address, whatever it gives: no more of it is read than has come with the head. */
    int status(String place) throws IOException, InterruptedException {
        HttpRequest request = request(place).header("User-Agent", AGENT).build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException away) {
            throw unreached(request.uri().toString(), away);
        }
    }

    private Reply send(HttpRequest.Builder asked) throws IOException, InterruptedException {
        HttpRequest request = asked.header("User-Agent", AGENT).build();
        String address = request.uri().toString();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                byte[] body = in.readNBytes(LARGEST + 1);
                if (body.length > LARGEST) {
                    throw new Unsound(address, "the answer is larger than %d MB".formatted(LARGEST >> 20));
                }
                return new Reply(address, answer.statusCode(), answer.headers(), body);
            }
        } catch (Unsound unsound) {
            throw unsound;
        } catch (IOException away) {
            throw unreached(address, away);
        }
    }

    private static Unsound unreached(String address, IOException away) {
        String why = away.getMessage() == null ? away.getClass().getSimpleName() : away.getMessage();
        Unsound told = new Unsound(address, "no answer: " + why);
        told.initCause(away);
        return told;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
