package org.heralddata.serve.who;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.model.diagnostic.Diagnostic;

/**
 * Keeps who is signed in and has not agreed to the terms, as those who come by an identity provider for the first time, from
 * everything but the terms themselves, signing out, and what is theirs: export and deletion. Who shows no session passes; a
 * token is made by one who agreed, or by an operator.
 */
public final class TermsGate implements Filter {
    /** Where the terms are agreed to. */
    public static final String PAGE = "/account/terms";

    private static final Set<String> OPEN =
            Set.of(PAGE, "/account/sign-out", "/account/export.json", "/account/delete", "/health", RefusedPage.PATH);
    /** What pages are drawn with, and what leads into a session: it says nothing of anybody. */
    private static final Pattern DRAWN =
            Pattern.compile("/(css|js|img|vendor)/.*|/favicon\\.ico|/account/(link|oidc|sign-in|second-step)(/.*)?");

    private final Predicate<Account> owes;

    /** @param owes whether an account has not agreed to the terms as they are */
    TermsGate(Predicate<Account> owes) {
        this.owes = owes;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) asked;
        Caller caller = Caller.of(request);
        if (caller.sessionSecret().isEmpty()
                || isOpen(request.getServletPath())
                || caller.account().filter(owes).isEmpty()) {
            chain.doFilter(request, answer);
            return;
        }
        refuse(request, (HttpServletResponse) answer);
    }

    private static boolean isOpen(String path) {
        return OPEN.contains(path) || DRAWN.matcher(path).matches();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = request.getHeader("Accept");
        if (request.getMethod().equals("GET") && accept != null && accept.contains("text/html")) {
            response.setHeader("Cache-Control", "no-store");
            response.setHeader(
                    "Location", PAGE + "?next=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        Refused.answer(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                Diagnostic.error(AccountCode.TERMS, "the terms of this node are not agreed to")
                        .helped("read them at %s, and agree or sign out".formatted(PAGE)));
    }
}
