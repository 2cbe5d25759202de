package org.heralddata.serve.who;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.heralddata.accounts.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The tokens of forms. Of somebody who is signed in it follows from the session's secret, so that nobody else can make it and
 * nothing is kept; of others it is a cookie's that comes with the form.
 */
final class FormTokens implements CsrfTokenRepository {
    static final String HEADER = "X-CSRF-TOKEN";
    static final String FIELD = "_csrf";
    private static final String COOKIE = "herald-form";

    private final SessionCookie sessions;

    FormTokens(SessionCookie sessions) {
        this.sessions = sessions;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Caller.of(request).sessionSecret().map(FormTokens::of).orElseGet(Secret::make));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && Caller.of(request).sessionSecret().isPresent()) {
            return;
        }
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(COOKIE, token == null ? "" : token.getToken())
                        .httpOnly(true)
                        .secure(sessions.isSecure(request))
                        .sameSite("Strict")
                        .path("/account")
                        .maxAge(token == null ? 0 : -1)
                        .build()
                        .toString());
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Optional<String> session = Caller.of(request).sessionSecret();
        if (session.isPresent()) {
            return token(of(session.get()));
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
                    return token(cookie.getValue());
                }
            }
        }
        return null;
    }

    /** Whether a token is the one of a session. */
    static boolean isOf(String secret, @Nullable String shown) {
        return shown != null && MessageDigest.isEqual(of(secret).getBytes(UTF_8), shown.getBytes(UTF_8));
    }

    static String of(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal("form".getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, FIELD, value);
    }
}
