package org.heralddata.serve;

import org.heralddata.serve.network.Network;
import org.heralddata.serve.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * How to serve.
 *
 * @param address name or number of the network address to listen on; null for all
 * @param port    0 for any free one
 * @param node    who runs it
 * @param network how the world reaches it
 */
public record ServerSettings(@Nullable String address, int port, Node node, Network network) {

    /** In the plain, with no proxy that is believed. */
    public ServerSettings(@Nullable String address, int port, Node node) {
        this(address, port, node, Network.PLAIN);
    }

    /** How its addresses begin. */
    public String scheme() {
        return network.tls() == null ? "http" : "https";
    }

    /** On all addresses, by nobody in particular. */
    public static ServerSettings onPort(int port) {
        return new ServerSettings(null, port, Node.UNREGISTERED);
    }
}
