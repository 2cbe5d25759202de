package org.heralddata.serve;

import org.heralddata.serve.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * How to serve.
 *
 * @param address name or number of the network address to listen on; null for all
 * @param port    0 for any free one
 * @param node    who runs it
 */
public record ServerSettings(@Nullable String address, int port, Node node) {

    /** On all addresses, by nobody in particular. */
    public static ServerSettings onPort(int port) {
        return new ServerSettings(null, port, Node.UNREGISTERED);
    }
}
