package org.heralddata.serve.client;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks after the clients of all requests under way, a few times a second. A request without a body is watched from its
 * start, one with a body from {@link Presence#bodyIsRead}.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Departures extends OncePerRequestFilter implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final long EVERY_MS = 200;

    private final Set<Presence> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("herald-departures").daemon().factory());

    private final Future<?> rounds =
            clock.scheduleWithFixedDelay(this::check, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Presence presence = Presence.of(request);
        if (!request.getMethod().equals("POST")) {
            presence.begin();
        }
        waiting.add(presence);
        try {
            chain.doFilter(request, response);
        } finally {
            waiting.remove(presence);
            presence.end();
        }
    }

    private void check() {
        for (Presence presence : waiting) {
            try {
                presence.check();
            } catch (RuntimeException unexpected) {
                LOG.warn("a connection cannot be watched", unexpected);
                presence.unwatch();
            }
        }
    }

    @Override
    public void destroy() {
        super.destroy();
        rounds.cancel(false);
        clock.shutdown();
    }
}
