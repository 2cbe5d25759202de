package org.heralddata.jobs.notice;

import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.jobs.Statements;
import org.heralddata.jobs.net.Servers;
import org.heralddata.jobs.outbox.Delivery;
import org.heralddata.jobs.outbox.Outbox;
import org.heralddata.jobs.outbox.Posting;
import org.heralddata.jobs.request.Notices;
import org.heralddata.jobs.request.Notify;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notices by way of the outbox.
 *
 * @param sendsMail whether there is a mail server
 * @param servers   that may be called
 */
public record OutboxNotices(Outbox outbox, Mailboxes mailboxes, boolean sendsMail, Servers servers) implements Notices {
    private static final Duration PATIENCE = Duration.ofDays(2);

    @Override
    public Promise promise(Notify notify, Orderer orderer) {
        var postings = new ArrayList<Unaddressed>();
        if (notify.mail()) {
            String address = mailbox(orderer.account());
            postings.add(new Unaddressed(MailCourier.CHANNEL, address, "{}"));
        }
        URI webhook = notify.webhook();
        if (webhook == null) {
            return new Kept(postings, Optional.empty());
        }
        requireCallable(webhook);
        String secret = Signature.secret();
        String content = JsonMapper.shared()
                .createObjectNode()
                .put(WebhookCourier.SECRET, secret)
                .toString();
        postings.add(new Unaddressed(WebhookCourier.CHANNEL, webhook.toASCIIString(), content));
        return new Kept(postings, Optional.of(secret));
    }

    /** A posting of which the job is not known yet. */
    private record Unaddressed(String channel, String recipient, String content) {}

    private record Kept(List<Unaddressed> postings, Optional<String> secret) implements Promise {

        @Override
        public void keep(Statements transaction, String job) {
            postings.forEach(
                    p -> Outbox.put(transaction, new Posting(p.channel, p.recipient, job, p.content, PATIENCE)));
        }
    }

    @Override
    public List<Delivery> of(String job) {
        return outbox.of(job);
    }

    private String mailbox(@Nullable String account) {
        if (!sendsMail) {
            throw new Refusal(Diagnostic.error(NoticeCode.NO_MAIL, "this server sends no letters")
                    .helped("leave `notify.mail` out, or ask those who run it to set up a mail server"));
        }
        return Optional.ofNullable(account)
                .flatMap(mailboxes::of)
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                                NoticeCode.NO_ACCOUNT, "letters go to the confirmed address of an account only")
                        .helped("log in, or leave `notify.mail` out and use a webhook")));
    }

    /** It is looked up again when it is called: what it means may change meanwhile. */
    private void requireCallable(URI webhook) {
        boolean open = Servers.isNamed(webhook)
                && webhook.getRawUserInfo() == null
                && (servers.privateOnes() || "https".equalsIgnoreCase(webhook.getScheme()));
        try {
            if (open && servers.find(webhook).isPresent()) {
                return;
            }
        } catch (UnknownHostException unknown) {
            throw new Refusal(Diagnostic.error(
                            NoticeCode.FORBIDDEN_WEBHOOK, "no server `%s` is known".formatted(webhook.getHost()))
                    .helped("check the spelling of `notify.webhook`"));
        }
        throw new Refusal(
                Diagnostic.error(NoticeCode.FORBIDDEN_WEBHOOK, "`%s` may not be called".formatted(webhook))
                        .helped(
                                "give an address that begins with https:// and that anybody can reach, without name and password"));
    }
}
