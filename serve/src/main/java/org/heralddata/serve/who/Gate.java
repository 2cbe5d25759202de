package org.heralddata.serve.who;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.Token;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks. A bearer token is looked up at once and has to be good (RFC 6750); a session's cookie when somebody wants
 * to know. What changes something by a session has to come from a page of this server. Who shows nothing passes untouched.
 */
final class Gate implements Filter {
    private static final String BEARER = "bearer ";
    private static final String CSRF_HEADER = "X-CSRF-TOKEN";

    private final AccountDesk desk;
    private final SessionCookie cookie;
    private final OwnPages pages;

    Gate(AccountDesk desk, Node node) {
        this.desk = desk;
        this.cookie = new SessionCookie(node);
        this.pages = new OwnPages(node);
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) asked;
        var response = (HttpServletResponse) answer;
        @Nullable String shown = request.getHeader("Authorization");
        if (shown != null && shown.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            if (byToken(shown.substring(BEARER.length()).strip(), request, response)) {
                chain.doFilter(request, response);
            }
            return;
        }
        Optional<String> secret = cookie.secret(request);
        if (secret.isPresent()) {
            if (!OwnPages.isSafe(request) && !fromHere(secret.get(), request)) {
                Refused.foreign(response);
                return;
            }
            response.addHeader("Vary", "Cookie");
            Caller.session(request, secret.get(), () -> desk.sessions().find(secret.get()));
        }
        chain.doFilter(request, response);
    }

    private boolean byToken(String secret, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Identified> found;
        try {
            found = secret.startsWith(Token.PREFIX) ? desk.tokens().find(secret) : Optional.empty();
        } catch (Refusal away) {
            Refused.away(response, away);
            return false;
        }
        if (found.isEmpty()) {
            Refused.badToken(response);
            return false;
        }
        Scope needed = Needs.of(request);
        if (!found.get().has(needed)) {
            Refused.noScope(response, needed);
            return false;
        }
        response.addHeader("Vary", "Authorization");
        Caller.token(request, found.get());
        return true;
    }

    /** As the browser says; if it says nothing, as the token of a form or a header shows. */
    private boolean fromHere(String secret, HttpServletRequest request) {
        return pages.made(request)
                .orElseGet(() -> FormTokens.isOf(secret, request.getHeader(CSRF_HEADER))
                        || isForm(request)); // a form is held to its own token by the chain of its page
    }

    private static boolean isForm(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/account/") || path.startsWith("/admin/");
    }

    static Diagnostic foreign() {
        return Diagnostic.error(AccountCode.FOREIGN_PAGE, "the request came from a page of another site")
                .helped("programs use a token: make one on your account's page");
    }
}
