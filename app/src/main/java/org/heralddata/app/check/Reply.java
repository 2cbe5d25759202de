package org.heralddata.app.check;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An answer of a node. The body is not to be changed. */
final class Reply {
    private final String url;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Reply(String url, int status, HttpHeaders headers, byte[] body) {
        this.url = url;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** The address that was asked. */
    String url() {
        return url;
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Empty if there is none. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Without parameters, in lower case. */
    String mediaType() {
        return bare(header("Content-Type"));
    }

    static String bare(String mediaType) {
        return mediaType.replaceAll("\\s*;.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** The answer, if it went well. */
    Reply good() throws Unsound {
        if (status < 200 || status > 299) {
            throw new Unsound(url, "the answer has the status %d".formatted(status));
        }
        return this;
    }
}
