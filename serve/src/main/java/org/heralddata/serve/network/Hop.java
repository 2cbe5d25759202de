package org.heralddata.serve.network;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one proxy says of a request.
 *
 * @param address it came from; null if it is not told in numbers
 * @param proto   {@code http} or {@code https}; null if it is not told
 */
record Hop(@Nullable String address, @Nullable String proto) {
    /** An element of RFC 7239, section 4, up to its end: pairs of names and tokens or quoted strings. */
    private static final Pattern PAIR =
            Pattern.compile("\\s*([A-Za-z]+)=(?:\"([^\"\\\\]*)\"|([^\",;\\s]*))\\s*([;,]|$)");

    private static final Pattern PORT = Pattern.compile("\\[([^]]+)](?::\\d+)?|([0-9.]+)(?::\\d+)?");

    /** Who said it last, last. */
    static List<Hop> of(HttpServletRequest request, Network.Header header) {
        return switch (header) {
            case X_FORWARDED -> plain(request);
            case FORWARDED -> standard(joined(request, "Forwarded"));
        };
    }

    private static List<Hop> plain(HttpServletRequest request) {
        List<String> from = split(joined(request, "X-Forwarded-For"));
        List<String> by = split(joined(request, "X-Forwarded-Proto"));
        List<Hop> hops = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            // one proxy may set what a chain of them appends to
            String proto = by.isEmpty() ? "" : by.size() == from.size() ? by.get(i) : by.getLast();
            hops.add(new Hop(address(from.get(i)), proto(proto)));
        }
        return hops.isEmpty() && !by.isEmpty() ? List.of(new Hop(null, proto(by.getLast()))) : hops;
    }

    /** Nothing of a header that is broken: it cannot be told who wrote which part. */
    private static List<Hop> standard(String text) {
        List<Hop> hops = new ArrayList<>();
        @Nullable String address = null;
        @Nullable String proto = null;
        Matcher pair = PAIR.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!pair.find(at) || pair.start() != at) {
                return List.of();
            }
            String value = pair.group(2) != null ? pair.group(2) : pair.group(3);
            switch (pair.group(1).toLowerCase(Locale.ROOT)) {
                case "for" -> address = address(value);
                case "proto" -> proto = proto(value);
                default -> {
                    // by and host say nothing of the visitor
                }
            }
            if (!pair.group(4).equals(";")) {
                hops.add(new Hop(address, proto));
                address = null;
                proto = null;
            }
            at = pair.end();
        }
        return hops;
    }

    private static String joined(HttpServletRequest request, String name) {
        return String.join(",", Collections.list(request.getHeaders(name)));
    }

    private static List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*", -1));
    }

    private static @Nullable String address(String text) {
        Matcher port = PORT.matcher(text);
        String bare = !port.matches() ? text : port.group(1) != null ? port.group(1) : port.group(2);
        return AddressRange.literal(bare).isPresent() ? bare : null;
    }

    private static @Nullable String proto(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        return low.equals("http") || low.equals("https") ? low : null;
    }
}
