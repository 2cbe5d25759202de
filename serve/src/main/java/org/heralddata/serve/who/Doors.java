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
import java.util.List;
import java.util.Optional;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Identified;

/**
 * Which pages of accounts are open: those that somebody needs before they are signed in. All others need a session, those
 * below {@code /admin} an operator's. A token opens none: pages are for people.
 */
final class Doors implements Filter {
    private static final String SIGN_IN = "/account/sign-in";
    private static final List<String> OPEN =
            List.of(SIGN_IN, "/account/register", "/account/reset", "/account/link", "/account/oidc", SignedIn.STEP);

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) asked;
        var response = (HttpServletResponse) answer;
        response.setHeader("Cache-Control", "no-store");
        String path = request.getServletPath();
        if (OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"))) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Identified> who = Caller.of(request).identified().filter(w -> w.token() == null);
        if (who.isEmpty()) {
            response.setHeader("Location", SIGN_IN + next(request));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } else if (path.startsWith("/admin") && !who.get().account().operator()) {
            RefusedPage.show(request, response, AccountCode.OPERATORS_ONLY);
        } else if (path.startsWith("/admin") && !who.get().operates()) {
            response.setHeader("Location", "/account/second-factor");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String next(HttpServletRequest request) {
        return OwnPages.isSafe(request)
                ? "?next=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8)
                : "";
    }
}
