package org.heralddata.serve.client;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever is told that the server cannot answer now (503) is told when to ask again, on every road (RFC 9110, section 15.6.4). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TryAgain extends OncePerRequestFilter {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String SECONDS = "5";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setStatus(int status) {
                tell(status);
                super.setStatus(status);
            }

            @Override
            public void sendError(int status) throws IOException {
                tell(status);
                super.sendError(status);
            }

            @Override
            public void sendError(int status, String message) throws IOException {
                tell(status);
                super.sendError(status, message);
            }

            private void tell(int status) {
                if (status == SC_SERVICE_UNAVAILABLE && !containsHeader(RETRY_AFTER)) {
                    setHeader(RETRY_AFTER, SECONDS);
                }
            }
        });
    }
}
