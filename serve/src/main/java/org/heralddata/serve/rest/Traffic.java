package org.heralddata.serve.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts requests by the first digit of their status, their time, and those under way. Safe for many threads. */
@Component
class Traffic extends OncePerRequestFilter {
    private final LongAdder[] byStatus = {
        new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder()
    };
    private final LongAdder nanoseconds = new LongAdder();
    private final AtomicInteger active = new AtomicInteger();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        active.incrementAndGet();
        boolean failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            active.decrementAndGet();
            nanoseconds.add(System.nanoTime() - start);
            int digit = failed ? 5 : response.getStatus() / 100;
            byStatus[Math.clamp(digit, 0, 5)].increment();
        }
    }

    /** In the text format of Prometheus 0.0.4. */
    void describe(StringBuilder text) {
        text.append("# TYPE herald_http_requests_total counter\n");
        for (int digit = 1; digit < byStatus.length; digit++) {
            text.append("herald_http_requests_total{status=\"%dxx\"} %d\n".formatted(digit, byStatus[digit].sum()));
        }
        text.append("# TYPE herald_http_request_seconds_total counter\n");
        text.append("herald_http_request_seconds_total %.6f\n".formatted(nanoseconds.sum() / 1e9));
        text.append("# TYPE herald_http_requests_active gauge\n");
        text.append("herald_http_requests_active %d\n".formatted(active.get()));
    }
}
