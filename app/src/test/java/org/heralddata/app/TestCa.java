package org.heralddata.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that nobody knows but those who are told, and a certificate of it for {@code localhost}. */
public final class TestCa {
    private static final String PASSWORD = "changeit";

    private final Path folder;

    private TestCa(Path folder) {
        this.folder = folder;
    }

    /** @param folder which exists */
    public static TestCa in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var ca = new TestCa(folder);
        ca.keytool(
                "ca.p12",
                "-genkeypair -alias ca -keyalg EC -groupname secp256r1 -dname CN=TestCA -ext bc:c -validity 30");
        ca.keytool("ca.p12", "-exportcert -rfc -alias ca -file " + folder.resolve("ca.pem"));
        ca.keytool(
                "server.p12",
                "-genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=localhost -validity 30");
        ca.keytool("server.p12", "-certreq -alias server -file " + folder.resolve("server.csr"));
        ca.keytool(
                "ca.p12",
                "-gencert -alias ca -ext san=dns:localhost -validity 30 -rfc -infile %s -outfile %s"
                        .formatted(folder.resolve("server.csr"), folder.resolve("server.pem")));
        ca.keytool("server.p12", "-importcert -noprompt -alias ca -file " + folder.resolve("ca.pem"));
        ca.keytool("server.p12", "-importcert -noprompt -alias server -file " + folder.resolve("server.pem"));
        ca.keytool("trust.p12", "-importcert -noprompt -alias ca -file " + folder.resolve("ca.pem"));
        var key = ca.store().getKey("server", PASSWORD.toCharArray());
        Files.writeString(ca.key(), pem("PRIVATE KEY", key.getEncoded()));
        return ca;
    }

    /** The server's certificate, as PEM. */
    public Path certificate() {
        return folder.resolve("server.pem");
    }

    /** The server's key, as PEM. */
    public Path key() {
        return folder.resolve("server.key");
    }

    /** Options of a Java that trusts this authority, and no other. */
    public List<String> trusting() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + folder.resolve("trust.p12"),
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    /** Of a server that shows the certificate. */
    public SSLContext server() throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        Certificate shown = store.getCertificate("server");
        assertThat(shown).isNotNull();
        return store;
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(
                        what,
                        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                .encodeToString(content),
                        what);
    }

    private void keytool(String store, String words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words.split(" ", -1)));
        command.addAll(List.of(
                "-storetype", "PKCS12", "-keystore", folder.resolve(store).toString(), "-storepass", PASSWORD));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
    }
}
