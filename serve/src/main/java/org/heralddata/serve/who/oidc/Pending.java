package org.heralddata.serve.who.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heralddata.accounts.Secret;
import org.heralddata.serve.who.SessionCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Sign-ins that are at a provider, for ten minutes in the memory of this process. A cookie ties each to the browser that began
 * it: nobody can be made to end another's. Safe for many threads.
 */
final class Pending implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String COOKIE = "herald-oidc";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Map<String, Begun> begun = new LinkedHashMap<>();
    private final SessionCookie cookies;

    Pending(SessionCookie cookies) {
        this.cookies = cookies;
    }

    private record Begun(OAuth2AuthorizationRequest request, String browser, long nanoseconds) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String state = request.getParameter("state");
        String browser = browser(request);
        synchronized (begun) {
            Begun found = state == null ? null : begun.get(state);
            if (found == null
                    || !found.browser().equals(browser)
                    || System.nanoTime() - found.nanoseconds() > LIFE.toNanos()) {
                return null;
            }
            return found.request();
        }
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null || asked.getState() == null) {
            return;
        }
        String browser = Secret.make();
        synchronized (begun) {
            long now = System.nanoTime();
            begun.values().removeIf(old -> now - old.nanoseconds() > LIFE.toNanos());
            if (begun.size() >= MOST) {
                begun.remove(begun.keySet().iterator().next());
            }
            begun.put(asked.getState(), new Begun(asked, browser, now));
        }
        response.addHeader("Set-Cookie", cookie(request, browser, LIFE));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest found = loadAuthorizationRequest(request);
        if (found != null) {
            synchronized (begun) {
                begun.remove(found.getState());
            }
            response.addHeader("Set-Cookie", cookie(request, "", Duration.ZERO));
        }
        return found;
    }

    private String cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(cookies.isSecure(request))
                .sameSite("Lax")
                .path("/account/oidc")
                .maxAge(life)
                .build()
                .toString();
    }

    private static String browser(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }
}
