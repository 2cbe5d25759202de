package org.heralddata.app.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Assumptions;

/**
 * {@code oidc-provider}, a certified OpenID provider, run by {@code node} on a free port of this machine. It takes any login
 * with any password; {@code ada} is in the groups physics and staff, her address is confirmed; that of {@code mallory} is not; who is
 * called {@code strong-…} has shown several factors, as {@code amr} of the ID token says.
 * Its packages are in the folder {@code $HERALD_OIDC_PROVIDER}, as {@code .ci/run} installs them.
 */
final class OidcProvider implements AutoCloseable {
    private final Process process;
    private final String issuer;

    private OidcProvider(Process process, String issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    /** Starts it; returns when it listens. */
    static OidcProvider start() throws IOException {
        String told = System.getenv("HERALD_OIDC_PROVIDER");
        Path modules = told != null
                ? Path.of(told)
                : Path.of(System.getProperty("user.home"), ".cache/herald-ci/oidc-provider-8.8.1/node_modules");
        if (!Files.isDirectory(modules.resolve("oidc-provider"))) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), "oidc-provider ($HERALD_OIDC_PROVIDER)");
            throw new AssertionError("missing in CI: oidc-provider ($HERALD_OIDC_PROVIDER)");
        }
        Path script = ProjectRoot.path().resolve("app/src/test/resources/oidc/provider.mjs");
        Process process = new ProcessBuilder("node", script.toString(), modules.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String issuer = out.readLine();
        if (issuer == null || !issuer.startsWith("http://")) {
            process.destroyForcibly();
            throw new IOException("the provider did not start: " + issuer);
        }
        Thread.ofVirtual().start(() -> drain(out));
        return new OidcProvider(process, issuer);
    }

    /** Its address, without a slash at the end. */
    String issuer() {
        return issuer;
    }

    /** Tells it where the client {@code herald}, whose secret is {@code herald-secret}, is sent back to; several addresses have blanks between. */
    void client(String redirect) throws IOException {
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(redirect + "\n");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(BufferedReader out) {
        try (out) {
            while (out.readLine() != null) {
                // nobody reads what it says later
            }
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }
}
