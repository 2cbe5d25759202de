package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.heralddata.jobs.request.RequestCode;
import org.heralddata.jobs.request.Requests;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who listens, at most so many of an address. When the server ends, so do they. Safe for many threads. */
@Component
@ConditionalOnBean(Requests.class)
class Listeners {
    private final Requests requests;
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Listeners(Requests requests) {
        this.requests = requests;
    }

    /**
     * Lets the thread that calls listen, until what is returned is closed. It is interrupted when the server ends.
     *
     * @throws Refusal {@link RequestCode#LISTENERS}
     */
    Listening enter(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        int most = requests.limits().listeners();
        int now = byAddress.merge(address, 1, Integer::sum);
        if (now > most) {
            leave(address);
            throw new Refusal(
                    Diagnostic.error(
                                    RequestCode.LISTENERS,
                                    "%d connections from your network address follow requests, and more are not served"
                                            .formatted(most))
                            .helped(
                                    "follow up to 200 requests by one connection, /api/v1/requests/events?ids=…, or ask with `wait=60`"));
        }
        Thread thread = Thread.currentThread();
        threads.add(thread);
        if (closed) {
            thread.interrupt();
        }
        return () -> {
            threads.remove(thread);
            leave(address);
        };
    }

    private void leave(String address) {
        byAddress.computeIfPresent(address, (_, many) -> many == 1 ? null : many - 1);
    }

    /** Before the server waits for requests under way. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }

    /** A place that is taken. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
