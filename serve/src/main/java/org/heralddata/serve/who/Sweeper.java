package org.heralddata.serve.who;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.model.diagnostic.Refusal;

/** Takes away, once an hour, what of accounts is past its time: sessions, links, counts of wrong passwords. */
final class Sweeper implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Sweeper.class.getName());

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("herald-accounts").daemon().factory());

    Sweeper(AccountDesk desk) {
        var _ = clock.scheduleWithFixedDelay(() -> sweep(desk), 1, 60, TimeUnit.MINUTES);
    }

    private static void sweep(AccountDesk desk) {
        try {
            desk.sweeping().sweep();
        } catch (Refusal away) {
            LOG.log(System.Logger.Level.WARNING, "accounts could not be swept: {0}", away.getMessage());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
