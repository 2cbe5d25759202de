package org.heralddata.jobs.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * One exchange by HTTP/1.1 with a server at a network address that was looked up, and judged, before: the client of the JDK looks names
 * up by itself, so that the address judged and the one asked could differ. Redirections are the caller's to follow.
 *
 * @param headers names in lower case, the first of each
 * @param body    ends where the answer says; fails if it ends before
 */
public record PinnedHttp(CloseableHttpClient client, int status, Map<String, String> headers, InputStream body)
        implements AutoCloseable {
    private static final int LONGEST_LINE = 16 << 10;
    private static final int MOST_HEADERS = 200;
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    /** Asks for a file at {@code host}; says and, by HTTPS, proves the name that {@code address} has. */
    public static PinnedHttp get(URI address, InetAddress host, Duration patience) throws IOException {
        var request = new HttpGet(address);
        request.setHeader("Accept", "*/*");
        return exchange(request, host, patience);
    }

    /**
     * Sends something to {@code host}; says and, by HTTPS, proves the name that {@code address} has.
     *
     * @param headers besides those that every exchange has; without line ends
     */
    public static PinnedHttp post(
            URI address, InetAddress host, Duration patience, Map<String, String> headers, byte[] body)
            throws IOException {
        var request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        return exchange(request, host, patience);
    }

    private static PinnedHttp exchange(HttpUriRequestBase request, InetAddress host, Duration patience)
            throws IOException {
        CloseableHttpClient client = client(host, patience);
        try {
            ClassicHttpResponse answer = client.executeOpen(null, request, null);
            Map<String, String> headers = new HashMap<>();
            for (Header header : answer.getHeaders()) {
                headers.putIfAbsent(
                        header.getName().toLowerCase(Locale.ROOT), header.getValue() == null ? "" : header.getValue());
            }
            InputStream body = answer.getEntity() == null
                    ? new ByteArrayInputStream(new byte[0])
                    : answer.getEntity().getContent();
            return new PinnedHttp(client, answer.getCode(), headers, body);
        } catch (IOException | RuntimeException failed) {
            client.close();
            throw failed;
        }
    }

    /** One that knows of one address only, and of no proxy, cookie, redirection or second try. */
    private static CloseableHttpClient client(InetAddress host, Duration patience) {
        Timeout timeout = Timeout.of(patience);
        Duration connect = patience.compareTo(TO_CONNECT) < 0 ? patience : TO_CONNECT;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Pinned(host))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setSocketTimeout(timeout)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("Herald (IVOA-copy)")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private record Pinned(InetAddress host) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String name) {
            return new InetAddress[] {host};
        }

        @Override
        public String resolveCanonicalHostname(String name) {
            return name;
        }
    }

    @Override
    public void close() throws IOException {
        client.close(); // at once: what is left of the answer is not read
    }
}
