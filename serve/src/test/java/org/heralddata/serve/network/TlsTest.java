package org.heralddata.serve.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.heralddata.serve.FakeFiles;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.NoData;
import org.heralddata.serve.ServerSettings;
import org.heralddata.serve.network.Network.Header;
import org.heralddata.serve.node.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with TLS of its own, and a certificate that the test made. */
class TlsTest {
    private static final String PASSWORD = "of the test alone";

    @TempDir
    private static Path folder;

    private static SSLContext trust;
    private static HeraldServer server;

    @BeforeAll
    static void serve() throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "node",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "3072",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("error");
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Certificate certificate = keys.getCertificate("node");
        Key key = keys.getKey("node", PASSWORD.toCharArray());
        var tls = new Network.Tls(pem("CERTIFICATE", certificate.getEncoded()), pem("PRIVATE KEY", key.getEncoded()));
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("node", certificate);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(known);
        trust = SSLContext.getInstance("TLS");
        trust.init(null, trusted.getTrustManagers(), null);
        server = HeraldServer.start(
                NoData.service(),
                FakeFiles.none(),
                new ServerSettings("127.0.0.1", 0, Node.UNREGISTERED, new Network(List.of(), Header.X_FORWARDED, tls)));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Path pem(String label, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                folder.resolve(label.replace(' ', '-') + ".pem"),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, text, label));
    }

    private static String negotiated(String protocol, String cipher) throws IOException {
        try (var socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {cipher});
            socket.startHandshake();
            return socket.getSession().getProtocol() + " " + socket.getSession().getCipherSuite();
        }
    }

    @Test
    void answersOverTlsAndTellsBrowsersToStayThere() throws Exception {
        try (var client = HttpClient.newBuilder().sslContext(trust).build()) {
            URI health = URI.create("https://localhost:%d/health".formatted(server.port()));
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=31536000", "includeSubDomains");
        }
    }

    @Test
    void speaksNoPlainHttpAtItsPort() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).doesNotContain("\"UP\"").doesNotContain("200");
        }
    }

    @Test
    void speaksTls13And12WithStrongCiphersAlone() throws Exception {
        assertThat(negotiated("TLSv1.3", "TLS_AES_256_GCM_SHA384")).startsWith("TLSv1.3");
        assertThat(negotiated("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"))
                .startsWith("TLSv1.2");
        for (String weak : List.of(
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
                "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256")) {
            assertThatThrownBy(() -> negotiated("TLSv1.2", weak)).as(weak).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void speaksNoOlderProtocol() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(helloOfTls11());
            byte[] answer = socket.getInputStream().readNBytes(7);
            // an alert (type 21) that is fatal (2): protocol_version (70), or handshake_failure (40); RFC 5246, section
            // 7.2
            assertThat(answer[0]).isEqualTo((byte) 21);
            assertThat(answer[5]).isEqualTo((byte) 2);
            assertThat(answer[6]).isIn((byte) 70, (byte) 40);
        }
    }

    /** A ClientHello of version 1.1 with one suite that its servers had (RFC 4346, section 7.4.1.2). */
    private static byte[] helloOfTls11() {
        byte[] body = new byte[2 + 32 + 1 + 2 + 4 + 2];
        body[0] = 3;
        body[1] = 2;
        body[36] = 4;
        body[37] = (byte) 0xc0;
        body[38] = 0x14; // TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
        body[40] = (byte) 0xff; // renegotiation is safe (RFC 5746): the second suite 0x00ff
        body[41] = 1;
        byte[] hello = new byte[body.length + 9];
        hello[0] = 22;
        hello[1] = 3;
        hello[2] = 1;
        hello[4] = (byte) (body.length + 4);
        hello[5] = 1;
        hello[8] = (byte) body.length;
        System.arraycopy(body, 0, hello, 9, body.length);
        return hello;
    }
}
