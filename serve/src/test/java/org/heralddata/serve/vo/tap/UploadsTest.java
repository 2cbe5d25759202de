package org.heralddata.serve.vo.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.heralddata.jobs.net.Servers;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Vector;
import org.heralddata.serve.vo.dali.Spool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest {

    @TempDir
    Path folder;

    private static DiagnosticCode code(Throwable refused) {
        return ((Refusal) refused).diagnostics().getFirst().code();
    }

    @Test
    void namesAreReadWithTheirAddresses() {
        assertThat(UploadName.parse(
                        List.of("a,param:x; TAP_UPLOAD.b,https://example.org/t.vot", "c,http://example.org/"), 9))
                .extracting(UploadName::table)
                .containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a,file:///etc/passwd", "1a,param:x", "a,param:x;A,param:y", "a b,param:x", "a,ht tp:"})
    void badUploadsAreRefused(String written) {
        assertThatThrownBy(() -> UploadName.parse(List.of(written), 9))
                .isInstanceOf(Refusal.class)
                .satisfies(e -> assertThat(code(e)).isEqualTo(TapCode.BAD_UPLOAD));
    }

    @Test
    void moreUploadsThanMayBeAreRefused() {
        assertThatThrownBy(() -> UploadName.parse(List.of("a,param:x;b,param:y"), 1))
                .hasMessageContaining("2 tables");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "192.0.2.1",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::7f00:1"
            })
    void addressesOfThisMachineAndItsNetworkAreNotPublic(String address) throws UnknownHostException {
        assertThat(Servers.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"130.206.1.1", "8.8.8.8", "2a00:1450:4001::1"})
    void addressesOfOthersArePublic(String address) throws UnknownHostException {
        assertThat(Servers.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void tablesAreFetchedFollowingRedirectionsAsFarAsTheyMay() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] table = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        server.createContext("/t.csv", exchange -> {
            exchange.sendResponseHeaders(200, table.length);
            exchange.getResponseBody().write(table);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/t.csv");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/gone", exchange -> {
            exchange.sendResponseHeaders(410, -1);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            Path file = folder.resolve("t");
            TapSettings settings = TapSettings.usual(folder);
            var allowed = new UploadFetcher(settings.withPrivateUploads());
            allowed.fetch(URI.create(base + "/moved"), file);
            assertThat(file).hasBinaryContent(table);
            assertThatThrownBy(() -> allowed.fetch(URI.create(base + "/gone"), file))
                    .hasMessageContaining("status 410");
            assertThatThrownBy(() -> new UploadFetcher(settings).fetch(URI.create(base + "/t.csv"), file))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(TapCode.UPLOAD_FORBIDDEN));
            var small = new TapSettings(1, 1, Duration.ofSeconds(1), 3, 1, 1, Duration.ofSeconds(5), true, folder);
            assertThatThrownBy(() -> new UploadFetcher(small).fetch(URI.create(base + "/t.csv"), file))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(TapCode.UPLOAD_TOO_LARGE));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aNameIsLookedUpOnceAndThatAddressIsAsked() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] host = exchange.getRequestHeaders().getFirst("Host").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, 0); // in chunks
            exchange.getResponseBody().write(host);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            var asked = new AtomicInteger();
            var settings = TapSettings.usual(folder).withPrivateUploads();
            Servers.Names names = name -> {
                assertThat(name).isEqualTo("changing.example");
                String address = asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2";
                return new InetAddress[] {InetAddress.getByName(address)};
            };
            var fetcher = new UploadFetcher(settings, new Servers(names, true));
            Path file = folder.resolve("t");
            fetcher.fetch(URI.create("http://changing.example:%d/t".formatted(port)), file);
            assertThat(file).hasContent("changing.example:" + port);
            assertThat(asked).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aNameWithOnePrivateAddressIsRefused() {
        Servers.Names names =
                _ -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getLoopbackAddress()};
        var fetcher = new UploadFetcher(TapSettings.usual(folder), new Servers(names, false));
        assertThatThrownBy(() -> fetcher.fetch(URI.create("http://two.example/"), folder.resolve("t")))
                .satisfies(e -> assertThat(code(e)).isEqualTo(TapCode.UPLOAD_FORBIDDEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfive\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 200"
            })
    void answersThatAreCutShortOrMalformedAreNoTables(String answer) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var client = server.accept()) {
                    client.getInputStream().read(new byte[1000]);
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException gone) {
                    throw new java.io.UncheckedIOException(gone);
                }
            });
            var fetcher = new UploadFetcher(TapSettings.usual(folder).withPrivateUploads());
            var address = URI.create("http://127.0.0.1:%d/t".formatted(server.getLocalPort()));
            assertThatThrownBy(() -> fetcher.fetch(address, folder.resolve("t")))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(TapCode.UPLOAD_FAILED));
        }
    }

    @Test
    void timesOfUploadsAreReadToTheNanosecond() {
        String[] texts = {"1970-01-01T00:00:00.000000001", "1970-01-02", "1970-01-01T01:00:00+01:00", " ", null};
        Vector times = UploadedTimes.of(new Vector.Strings(texts, 5, null), "t", "c");
        assertThat(((Vector.Longs) times).values()).startsWith(1, 86_400_000_000_000L, 0);
        assertThat(times.isNull(3)).isTrue();
        assertThat(times.isNull(4)).isTrue();
        assertThatThrownBy(() -> UploadedTimes.of(new Vector.Strings(new String[] {"soon"}, 1, null), "t", "c"))
                .hasMessageContaining("`soon` in column `c` of the upload `t`");
    }

    @Test
    void aLargeAnswerIsKeptInAFileThatIsRemoved() throws IOException {
        var bytes = new byte[5 << 20];
        bytes[bytes.length - 1] = 7;
        Path copy = folder.resolve("copy");
        try (var spool = new Spool(folder.resolve("spool"));
                var out = Files.newOutputStream(copy)) {
            spool.write(bytes, 0, bytes.length);
            spool.copyTo(out);
            assertThat(spool.length()).isEqualTo(bytes.length);
        }
        assertThat(copy).hasBinaryContent(bytes);
        assertThat(folder.resolve("spool")).isEmptyDirectory();
    }
}
