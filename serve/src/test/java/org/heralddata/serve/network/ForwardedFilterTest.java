package org.heralddata.serve.network;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.heralddata.serve.FakeFiles;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.NoData;
import org.heralddata.serve.ServedPart;
import org.heralddata.serve.ServerSettings;
import org.heralddata.serve.network.Network.Header;
import org.heralddata.serve.node.Node;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

/** A server that tells whom it takes a visitor for, and visitors who tell lies. */
class ForwardedFilterTest {
    private static final String VISITOR = "203.0.113.9";
    private static final String LIE = "198.51.100.66";
    /** Tells address, security and address of the server of each request, behind all filters of the server. */
    private static final ServedPart ECHO = beans -> beans.registerBean("echo", FilterRegistrationBean.class, () -> {
        Filter echo = (request, response, chain) -> response.getWriter()
                .print("%s %s %s"
                        .formatted(
                                request.getRemoteAddr(),
                                request.isSecure(),
                                ((HttpServletRequest) request).getRequestURL()));
        var registration = new FilterRegistrationBean<>(echo);
        registration.addUrlPatterns("/echo");
        return registration;
    });

    private static HeraldServer behind(Header header, Node node, String... proxies) {
        List<AddressRange> trusted = Stream.of(proxies)
                .map(text -> AddressRange.of(text).orElseThrow())
                .toList();
        var network = new Network(trusted, header, null);
        return HeraldServer.start(
                NoData.service(), FakeFiles.none(), new ServerSettings("127.0.0.1", 0, node, network), ECHO);
    }

    private static HttpResponse<String> ask(HeraldServer server, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/echo?a=b"));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String told(HeraldServer server, String... headers) throws IOException, InterruptedException {
        return ask(server, headers).body();
    }

    @Test
    void nobodyIsBelievedUnlessToldToBe() throws Exception {
        try (var server = behind(Header.X_FORWARDED, Node.UNREGISTERED)) {
            String plain = told(server);
            assertThat(plain).startsWith("127.0.0.1 false http://127.0.0.1:" + server.port());
            assertThat(told(server, "X-Forwarded-For", LIE, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil"))
                    .isEqualTo(plain);
            assertThat(told(server, "Forwarded", "for=" + LIE + ";proto=https;host=evil"))
                    .isEqualTo(plain);
            assertThat(told(server, "X-Real-IP", LIE, "X-Forwarded-Ssl", "on", "X-Forwarded-Port", "1"))
                    .isEqualTo(plain);
        }
    }

    @Test
    void proxiesOfOtherAddressesAreNotBelieved() throws Exception {
        try (var server = behind(Header.X_FORWARDED, Node.UNREGISTERED, "10.0.0.0/8", "::1")) {
            assertThat(told(server, "X-Forwarded-For", LIE)).startsWith("127.0.0.1 false");
        }
    }

    @Test
    void aTrustedProxyTellsWhoComesAndHow() throws Exception {
        try (var server = behind(Header.X_FORWARDED, Node.UNREGISTERED, "127.0.0.0/8")) {
            assertThat(told(server, "X-Forwarded-For", VISITOR)).startsWith(VISITOR + " false http://127.0.0.1:");
            assertThat(told(server, "X-Forwarded-For", VISITOR, "X-Forwarded-Proto", "https"))
                    .startsWith(VISITOR + " true https://127.0.0.1:");
            assertThat(told(server, "X-Forwarded-For", "[2001:db8::7]:4711")).startsWith("2001:db8::7 ");
            assertThat(told(server, "X-Forwarded-Proto", "https")).startsWith("127.0.0.1 true https:");
        }
    }

    @Test
    void whatAVisitorWroteBeforeTheFirstTrustedProxyIsNotBelieved() throws Exception {
        try (var server = behind(Header.X_FORWARDED, Node.UNREGISTERED, "127.0.0.1", "10.0.0.0/8")) {
            assertThat(told(server, "X-Forwarded-For", LIE + ", " + VISITOR)).startsWith(VISITOR + " ");
            assertThat(told(server, "X-Forwarded-For", LIE + ", " + VISITOR + ", 10.1.1.1"))
                    .startsWith(VISITOR + " ");
            assertThat(told(server, "X-Forwarded-For", LIE, "X-Forwarded-For", VISITOR))
                    .startsWith(VISITOR + " ");
            assertThat(told(server, "X-Forwarded-For", VISITOR, "X-Forwarded-Proto", "https, http"))
                    .startsWith(VISITOR + " false");
            // a proxy that hides whom it speaks for is the last that is known
            assertThat(told(server, "X-Forwarded-For", LIE + ", unknown, 10.1.1.1"))
                    .startsWith("10.1.1.1 ");
            assertThat(told(server, "X-Forwarded-For", "<script>, ,")).startsWith("127.0.0.1 ");
        }
    }

    @Test
    void theHeaderThatProxiesPassOnUnreadIsNotLookedAt() throws Exception {
        try (var server = behind(Header.X_FORWARDED, Node.UNREGISTERED, "127.0.0.1")) {
            assertThat(told(server, "X-Forwarded-For", VISITOR, "Forwarded", "for=" + LIE + ";proto=https"))
                    .startsWith(VISITOR + " false");
        }
        try (var server = behind(Header.FORWARDED, Node.UNREGISTERED, "127.0.0.1")) {
            assertThat(told(server, "X-Forwarded-For", LIE, "Forwarded", "for=" + VISITOR))
                    .startsWith(VISITOR + " ");
            assertThat(told(server, "X-Forwarded-For", LIE)).startsWith("127.0.0.1 ");
        }
    }

    @Test
    void readsTheStandardsHeaderAndNothingOfABrokenOne() throws Exception {
        try (var server = behind(Header.FORWARDED, Node.UNREGISTERED, "127.0.0.1", "10.0.0.0/8")) {
            assertThat(told(server, "Forwarded", "for=%s, For=\"%s\";Proto=https;by=10.0.0.1".formatted(LIE, VISITOR)))
                    .startsWith(VISITOR + " true");
            assertThat(told(server, "Forwarded", "for=\"[2001:db8::7]:47\";host=evil"))
                    .startsWith("2001:db8::7 false http://127.0.0.1:");
            assertThat(told(server, "Forwarded", "for=%s;proto=https, for=10.2.3.4".formatted(VISITOR)))
                    .startsWith(VISITOR + " true");
            for (String broken : List.of("for=\"" + LIE, "for", ";;;", "for=_hidden", LIE, "for=" + LIE + " x")) {
                assertThat(told(server, "Forwarded", broken)).as(broken).startsWith("127.0.0.1 ");
            }
        }
    }

    @Test
    void whoComesToTheProxyOfAnHttpsNodeWithoutTlsIsSentThere() throws Exception {
        Node node = new Node(
                "https://data.example.org",
                Node.NO_AUTHORITY,
                Node.UNREGISTERED.organisation(),
                Node.UNREGISTERED.contact(),
                Node.UNREGISTERED.presented());
        try (var server = behind(Header.X_FORWARDED, node, "127.0.0.1")) {
            HttpResponse<String> sent = ask(server, "X-Forwarded-For", VISITOR, "X-Forwarded-Proto", "http");
            assertThat(sent.statusCode()).isEqualTo(308);
            assertThat(sent.headers().firstValue("Location")).hasValue("https://data.example.org/echo?a=b");
            HttpResponse<String> covered = ask(server, "X-Forwarded-For", VISITOR, "X-Forwarded-Proto", "https");
            assertThat(covered.statusCode()).isEqualTo(200);
            assertThat(covered.headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000; includeSubDomains");
        }
    }
}
