package org.heralddata.serve.vo.datalink;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Makes addresses of this server.
 *
 * @param site its address without the last slash
 */
record Place(String site) {

    /** @param query not yet escaped; null for none */
    String address(String path, @Nullable String query) {
        try {
            String address = new URI(null, null, path, query, null).toASCIIString();
            return site + address.replace("+", "%2B");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
