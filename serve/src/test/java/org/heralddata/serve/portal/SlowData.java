package org.heralddata.serve.portal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heralddata.query.DataService;
import org.jspecify.annotations.Nullable;

/** Fake data whose catalogue answers at once, and whose every query hangs until it is let pass or its caller interrupted. */
public final class SlowData {
    private static final Set<String> CATALOGUE = Set.of(
            "collections",
            "copies",
            "published",
            "restrictions",
            "releases",
            "latest",
            "release",
            "table",
            "selection",
            "exportFormats",
            "writeOptions",
            "file",
            "close");

    private final DataService answers = new FakeData(new FakeCollections(800));
    private final Duration longest;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** @param longest how long a query may hang */
    public SlowData(Duration longest) {
        this.longest = longest;
    }

    public DataService service() {
        return (DataService) Proxy.newProxyInstance(
                DataService.class.getClassLoader(),
                new Class<?>[] {DataService.class},
                (proxy, method, arguments) -> method.getName().equals("as") ? proxy : answer(method, arguments));
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable {
        if (!CATALOGUE.contains(method.getName())) {
            hang();
        }
        try {
            return method.invoke(answers, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void hang() {
        asked.countDown();
        try {
            if (!open.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody let the query pass");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            cancelled.countDown();
            throw new CancellationException("the query was cancelled");
        }
    }

    /** Waits until a query hangs; true if one does in time. */
    public boolean asked(long time, TimeUnit unit) throws InterruptedException {
        return asked.await(time, unit);
    }

    /** Waits until a query is cancelled; true if one is in time. */
    public boolean cancelled(long time, TimeUnit unit) throws InterruptedException {
        return cancelled.await(time, unit);
    }

    /** No query hangs any more. */
    public void letAllPass() {
        open.countDown();
    }
}
