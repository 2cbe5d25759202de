package org.heralddata.jobs.notice;

import java.util.function.Supplier;
import org.heralddata.jobs.Jobs;
import org.heralddata.jobs.outbox.Courier;
import org.heralddata.jobs.outbox.Parcel;
import org.heralddata.jobs.outbox.Undelivered;

/**
 * Writes letters about requests.
 *
 * @param server public address without the last slash
 */
public record MailCourier(Mailer mailer, Jobs jobs, Supplier<String> server) implements Courier {
    static final String CHANNEL = "request-mail";

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void deliver(Parcel parcel) throws Undelivered {
        Ended ended = Ended.of(parcel, jobs, server.get());
        mailer.send(parcel.recipient(), ended.subject(), ended.letter(), parcel.token());
    }
}
