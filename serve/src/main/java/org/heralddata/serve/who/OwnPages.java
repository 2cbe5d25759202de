package org.heralddata.serve.who;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.heralddata.serve.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request of a browser was made by a page of this server: by what the browser itself tells of where a request comes
 * from (Fetch Metadata; the header {@code Origin} of older browsers and of plain HTTP), which no page can change.
 */
final class OwnPages {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Node node;

    OwnPages(Node node) {
        this.node = node;
    }

    static boolean isSafe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    /** Empty if the browser does not tell. */
    Optional<Boolean> made(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return Optional.of(site.equals("same-origin") || site.equals("none"));
        }
        String origin = request.getHeader("Origin");
        return origin == null ? Optional.empty() : Optional.of(isOurs(origin, request));
    }

    private boolean isOurs(String origin, HttpServletRequest request) {
        @Nullable String asked = request.getHeader("Host");
        String url = node.url();
        try {
            @Nullable String from = URI.create(origin).getAuthority();
            if (from == null) {
                return false;
            }
            return from.equalsIgnoreCase(asked)
                    || (url != null && from.equalsIgnoreCase(URI.create(url).getAuthority()));
        } catch (IllegalArgumentException opaque) {
            return false;
        }
    }
}
