package org.heralddata.serve.who;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heralddata.serve.viewer.CurrentViewer;

/**
 * Has each request answered as whoever sent it, and keeps answers to people who show something of themselves out of caches that others
 * use. Who shows nothing passes untouched.
 */
final class ViewerFilter implements Filter {
    private final Viewers viewers;

    ViewerFilter(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) asked;
        if (request.getHeader("Authorization") == null && request.getHeader("Cookie") == null) {
            chain.doFilter(request, response);
            return;
        }
        var own = new PrivateResponse((HttpServletResponse) response);
        try {
            CurrentViewer.call(() -> viewers.of(request), () -> {
                chain.doFilter(request, own);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
