package org.heralddata.serve.network;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the world reaches a server.
 *
 * @param proxies whose word is taken for whom they speak
 * @param header  in which they say it; others are not looked at, since proxies pass on what visitors write
 * @param tls     null if the server speaks plain HTTP
 */
public record Network(
        List<AddressRange> proxies, Header header, @Nullable Tls tls) {
    /** Nobody's word is taken, and no TLS. */
    public static final Network PLAIN = new Network(List.of(), Header.X_FORWARDED, null);

    public Network {
        proxies = List.copyOf(proxies);
    }

    /** How proxies tell. */
    public enum Header {
        /** {@code X-Forwarded-For} and {@code X-Forwarded-Proto}. */
        X_FORWARDED,
        /** RFC 7239. */
        FORWARDED
    }

    /**
     * Files in the PEM format (RFC 7468).
     *
     * @param certificate with those that vouch for it behind it
     * @param key         PKCS #8, not encrypted
     */
    public record Tls(Path certificate, Path key) {}

    boolean trusts(String address) {
        return proxies.stream().anyMatch(range -> range.has(address));
    }
}
