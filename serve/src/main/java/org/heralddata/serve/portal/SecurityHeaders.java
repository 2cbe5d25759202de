package org.heralddata.serve.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heralddata.serve.node.Node;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nothing runs in a page but our own files: a value that reached a page as markup would still do nothing. Pictures may also be what a script of
 * ours drew.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // before whatever may refuse: its answers have them, too
class SecurityHeaders extends OncePerRequestFilter {
    static final String POLICY =
            "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'self'";

    private static final String A_YEAR_OF_TLS = "max-age=31536000; includeSubDomains";

    private final Node node;

    SecurityHeaders(Node node) {
        this.node = node;
    }

    /** Errors are shown by a second pass, whose answer begins without headers. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (request.isSecure() || node.urlOr("").startsWith("https:")) {
            response.setHeader("Strict-Transport-Security", A_YEAR_OF_TLS);
        }
        chain.doFilter(request, response);
    }
}
