package org.heralddata.serve.network;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.heralddata.serve.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Believes what trusted proxies say of a visitor, and nobody else: limits, logs and addresses that are given out then are the
 * visitor's. Where the node's address is {@code https}, who came to a proxy without TLS is sent there.
 */
public final class ForwardedFilter implements Filter {
    private final Network network;
    private final Node node;

    public ForwardedFilter(Network network, Node node) {
        this.network = network;
        this.node = node;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) asked;
        if (!network.trusts(request.getRemoteAddr())) {
            chain.doFilter(request, answer);
            return;
        }
        HttpServletRequest told = told(request);
        if (isUncovered(told)) {
            toTls(request, (HttpServletResponse) answer);
            return;
        }
        chain.doFilter(told, answer);
    }

    /** From the last word on, as long as it is of somebody trusted: what stands before was written by anyone. */
    private ForwardedRequest told(HttpServletRequest request) {
        List<Hop> hops = Hop.of(request, network.header());
        String address = request.getRemoteAddr();
        @Nullable String proto = null;
        for (Hop hop : hops.reversed()) {
            proto = hop.proto() == null ? proto : hop.proto();
            if (hop.address() == null) {
                break;
            }
            address = hop.address();
            if (!network.trusts(address)) {
                break;
            }
        }
        return new ForwardedRequest(request, address, proto);
    }

    private boolean isUncovered(HttpServletRequest told) {
        return node.url() != null
                && node.url().startsWith("https:")
                && !told.isSecure()
                && !told.getServletPath().equals("/health") // proxies ask for it by themselves
                && hasProto(told);
    }

    private boolean hasProto(HttpServletRequest request) {
        return Hop.of(request, network.header()).stream().anyMatch(hop -> hop.proto() != null);
    }

    private void toTls(HttpServletRequest request, HttpServletResponse response) {
        @Nullable String query = request.getQueryString();
        response.setHeader("Location", node.urlOr("") + request.getRequestURI() + (query == null ? "" : "?" + query));
        response.setStatus(HttpServletResponse.SC_PERMANENT_REDIRECT);
    }
}
