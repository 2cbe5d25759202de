package org.heralddata.serve.network;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request as its visitor sent it to the first proxy that is trusted. Its host stays that of the header {@code Host}. */
final class ForwardedRequest extends HttpServletRequestWrapper {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String address;
    private final String scheme;

    /** @param proto null if it is not told */
    ForwardedRequest(HttpServletRequest request, String address, @Nullable String proto) {
        super(request);
        this.address = address;
        this.scheme = proto == null ? request.getScheme() : proto;
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }

    @Override
    public String getRemoteHost() {
        return address;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public boolean isSecure() {
        return scheme.equals("https");
    }

    @Override
    public int getServerPort() {
        String host = getHeader("Host");
        boolean told = host != null && host.matches(".*:\\d+");
        return told || scheme.equals(super.getScheme()) ? super.getServerPort() : isSecure() ? HTTPS : HTTP;
    }

    @Override
    public StringBuffer getRequestURL() {
        int port = getServerPort();
        boolean usual = port == (isSecure() ? HTTPS : HTTP);
        return new StringBuffer(scheme)
                .append("://")
                .append(getServerName())
                .append(usual ? "" : ":" + port)
                .append(getRequestURI());
    }
}
