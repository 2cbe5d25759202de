package org.heralddata.serve.who;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.heralddata.serve.node.Node;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that a signed-in browser shows: no script can read it, no other site's form sends it, and over HTTPS it goes
 * nowhere else (the prefix {@code __Host-} of RFC 6265bis binds it to this very host).
 */
public final class SessionCookie {
    private static final String PLAIN = "herald-session";
    private static final String SECURE = "__Host-" + PLAIN;
    private static final String HALF = "herald-half";

    private final Node node;

    /** @param node whose address says whether visitors come by HTTPS */
    public SessionCookie(Node node) {
        this.node = node;
    }

    /** Whether visitors come by HTTPS. */
    public boolean isSecure(HttpServletRequest request) {
        String url = node.url();
        return url != null ? url.startsWith("https:") : request.isSecure();
    }

    /** What the browser shows. */
    Optional<String> secret(HttpServletRequest request) {
        return value(request, isSecure(request) ? SECURE : PLAIN);
    }

    /** What a browser shows whose sign-in lacks the code of a second factor. */
    Optional<String> half(HttpServletRequest request) {
        return value(request, HALF);
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** Gives the browser a session. */
    public void give(HttpServletRequest request, HttpServletResponse response, String secret, Duration life) {
        response.addHeader("Set-Cookie", cookie(request, secret, life));
    }

    /** Takes it away. */
    public void take(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Set-Cookie", cookie(request, "", Duration.ZERO));
    }

    /** Ties a sign-in that lacks a code to the browser; nothing to take it away. */
    void giveHalf(HttpServletRequest request, HttpServletResponse response, String secret, Duration life) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(HALF, secret)
                        .httpOnly(true)
                        .secure(isSecure(request))
                        .sameSite("Lax") // a provider sends back to us
                        .path("/account")
                        .maxAge(life)
                        .build()
                        .toString());
    }

    private String cookie(HttpServletRequest request, String value, Duration life) {
        boolean secure = isSecure(request);
        return ResponseCookie.from(secure ? SECURE : PLAIN, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }
}
