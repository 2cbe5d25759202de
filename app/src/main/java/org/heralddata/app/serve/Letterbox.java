package org.heralddata.app.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.heralddata.app.mail.Letter;
import org.heralddata.app.mail.OutboxPost;
import org.heralddata.app.mail.Post;
import org.heralddata.app.mail.Smtp;
import org.heralddata.app.settings.HomeSettings;
import org.heralddata.jobs.Jobs;
import org.heralddata.jobs.net.Servers;
import org.heralddata.jobs.notice.MailCourier;
import org.heralddata.jobs.notice.Mailboxes;
import org.heralddata.jobs.notice.OutboxNotices;
import org.heralddata.jobs.notice.WebhookCourier;
import org.heralddata.jobs.outbox.Carriers;
import org.heralddata.jobs.outbox.Courier;
import org.heralddata.jobs.outbox.Outbox;
import org.heralddata.jobs.outbox.RetryPolicy;
import org.heralddata.jobs.request.Notices;
import org.heralddata.store.home.Home;

/** What a home tells the world: letters, and calls of webhooks. */
final class Letterbox implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final Notices notices;
    private final Carriers carriers;

    /**
     * @param mailboxes       where accounts get their letters
     * @param privateWebhooks whether webhooks on this machine may be called
     * @param server          public address without the last slash
     */
    Letterbox(
            Home home,
            HomeSettings settings,
            Mailboxes mailboxes,
            Jobs jobs,
            boolean privateWebhooks,
            Supplier<String> server) {
        outbox = new Outbox(home::database);
        Servers servers = Servers.usual(privateWebhooks);
        notices = new OutboxNotices(outbox, mailboxes, settings.mail().isPresent(), servers);
        List<Courier> couriers = new ArrayList<>();
        couriers.add(new WebhookCourier(jobs, servers, server));
        settings.mail().map(Smtp::new).ifPresent(smtp -> {
            couriers.add(OutboxPost.courier(smtp));
            couriers.add(new MailCourier(
                    (to, subject, text, token) -> smtp.send(new Letter(to, subject, text), token), jobs, server));
        });
        carriers = new Carriers(outbox, couriers, RetryPolicy.usual(), TICK);
    }

    Notices notices() {
        return notices;
    }

    /** Where letters of other kinds are given up. */
    Post post() {
        return new OutboxPost(outbox);
    }

    @Override
    public void close() {
        carriers.close();
    }
}
