package org.heralddata.app.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heralddata.serve.network.AddressRange;
import org.heralddata.serve.network.Network;
import org.jspecify.annotations.Nullable;

/** Reads how the world reaches the server. */
final class NetworkRules {
    static final List<String> KEYS = List.of("trusted_proxies", "proxy_header", "tls_certificate", "tls_key");

    private static final Pattern HEADER = Pattern.compile("x-forwarded|forwarded");
    private static final Pattern LINE = Pattern.compile("\\S.*");

    private NetworkRules() {}

    static Network read(SettingsSection section) {
        Network.Header header = section.text("proxy_header", HEADER, "x-forwarded or forwarded")
                        .orElse("")
                        .equals("forwarded")
                ? Network.Header.FORWARDED
                : Network.Header.X_FORWARDED;
        List<AddressRange> proxies = section.texts("trusted_proxies").stream()
                .map(text -> AddressRange.of(text)
                        .orElseThrow(() -> section.wrong(
                                "trusted_proxies", "an address or a range such as 10.0.0.0/8: `%s`".formatted(text))))
                .toList();
        return new Network(proxies, header, tls(section));
    }

    private static Network.@Nullable Tls tls(SettingsSection section) {
        Optional<String> certificate = section.text("tls_certificate", LINE, "a file with certificates");
        Optional<String> key = section.text("tls_key", LINE, "a file with a key");
        if (certificate.isEmpty() && key.isEmpty()) {
            return null;
        }
        Path chain = section.beside(section.needed("tls_certificate", LINE, "the file that holds the certificates"));
        Path secret = section.beside(section.needed("tls_key", LINE, "the file that holds their key"));
        if (!hasCertificate(chain)) {
            throw section.wrong("tls_certificate", "a readable file with certificates (PEM): `%s`".formatted(chain));
        }
        if (!hasKey(secret)) {
            throw section.wrong("tls_key", "a readable file with a key (PEM, PKCS #8): `%s`".formatted(secret));
        }
        return new Network.Tls(chain, secret);
    }

    private static boolean hasCertificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .isEmpty();
        } catch (IOException | CertificateException none) {
            return false;
        }
    }

    private static boolean hasKey(Path file) {
        try {
            return Objects.requireNonNull(Files.readString(file)).contains("-----BEGIN PRIVATE KEY-----");
        } catch (IOException none) {
            return false;
        }
    }
}
