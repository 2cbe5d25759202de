package org.heralddata.serve;

import org.jspecify.annotations.Nullable;

/**
 * How to serve.
 *
 * @param address name or number of the network address to listen on; null for all
 * @param port    0 for any free one
 */
public record ServerSettings(@Nullable String address, int port) {

    /** On all addresses. */
    public static ServerSettings onPort(int port) {
        return new ServerSettings(null, port);
    }
}
