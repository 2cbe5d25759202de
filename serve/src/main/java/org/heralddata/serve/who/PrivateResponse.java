package org.heralddata.serve.who;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An answer to somebody who is known: no cache that others use keeps it (RFC 9111, section 5.2.2.7). */
final class PrivateResponse extends HttpServletResponseWrapper {
    private static final String CACHING = "Cache-Control";
    private static final String VARY = "Vary";
    private static final String CREDENTIALS = "Authorization, Cookie";

    PrivateResponse(HttpServletResponse response) {
        super(response);
        String told = response.getHeader(CACHING);
        if (told == null || !told.contains("no-store")) {
            response.setHeader(CACHING, "private, no-cache");
        }
        response.setHeader(VARY, CREDENTIALS);
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        super.setHeader(name, value == null ? null : own(name, value)); // null takes a header away
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        super.addHeader(name, value == null ? null : own(name, value));
    }

    private static String own(String name, String value) {
        if (name.equalsIgnoreCase(CACHING)) {
            String told = value.toLowerCase(Locale.ROOT);
            String kept = told.replaceAll("\\bpublic\\b", "private");
            return kept.contains("private") || kept.contains("no-store") ? kept : "private, " + kept;
        }
        return name.equalsIgnoreCase(VARY) && !value.contains(CREDENTIALS) ? value + ", " + CREDENTIALS : value;
    }
}
