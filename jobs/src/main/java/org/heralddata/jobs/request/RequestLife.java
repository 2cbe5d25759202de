package org.heralddata.jobs.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What may be done with a request after it was ordered. Who may, others decide. Safe for many threads. */
public final class RequestLife {
    private final Requests requests;
    private final Shares shares;

    RequestLife(Requests requests, Shares shares) {
        this.requests = requests;
        this.shares = shares;
    }

    /** Until when a request may be kept at most. */
    public Instant longest(Job job) {
        return job.created().plus(requests.limits().maxKept());
    }

    /**
     * Keeps a request longer, as long as is granted.
     *
     * @param wished null for as long as one that is ordered now
     * @throws Refusal if it cannot be kept any longer ({@link RequestCode#NOT_LONGER})
     */
    public Job extend(Job job, @Nullable Instant wished) {
        if (job.phase() == Phase.ARCHIVED || job.deleting()) {
            throw new Refusal(Diagnostic.error(RequestCode.NOT_LONGER, "the files of the request are gone")
                    .helped("order it again: the same data will be given"));
        }
        Instant longest = longest(job);
        if (!job.destruction().isBefore(longest)) {
            throw new Refusal(Diagnostic.error(
                            RequestCode.NOT_LONGER,
                            "the request is kept until %s, and no longer".formatted(job.destruction()))
                    .helped("fetch the package; order it again when it has expired: the same data will be given"));
        }
        Instant usual = Instant.now().plus(requests.limits().kept());
        Instant until = wished != null ? wished : usual.isAfter(job.destruction()) ? usual : longest;
        return requests.jobs().destruction(job.id(), until);
    }

    /** Orders the same again, from the newest releases or from those of the first time. */
    public Job resubmit(Job job, boolean newest, Orderer orderer) {
        return requests.order(request(Requests.of(job), newest), orderer, job.runId());
    }

    /** A request to be changed and ordered. */
    public static ObjectNode template(FrozenRequest frozen, boolean newest, @Nullable String title) {
        ObjectNode order = RequestJson.write(frozen);
        if (newest) {
            order.path("parts").valueStream().forEach(part -> {
                ((ObjectNode) part).remove("release");
                part.at("/events/collections").valueStream().forEach(one -> ((ObjectNode) one).remove("release"));
            });
        }
        if (title != null) {
            order.put("title", title);
        }
        return order;
    }

    private static DataRequest request(FrozenRequest frozen, boolean newest) {
        DataRequest old = frozen.request();
        if (!newest) {
            return old;
        }
        List<RequestPart> parts = old.parts().stream()
                .map(part -> new RequestPart(part.collection(), part.table(), null, part.where(), part.columns()))
                .toList();
        List<EventsPart> events = old.events().stream()
                .map(part -> new EventsPart(part.where(), part.collections(), Map.of()))
                .toList();
        return new DataRequest(parts, events, old.form(), old.layout(), old.delivery());
    }

    /** Changes what its owner calls a request; null for nothing. */
    public Job rename(Job job, @Nullable String title) {
        return requests.jobs().rename(job.id(), title);
    }

    /**
     * Lets anybody read a request who knows what is returned, which cannot be guessed.
     *
     * @throws Refusal if not all of its data are open to everyone ({@link RequestCode#NOT_SHAREABLE})
     */
    public String share(Job job) {
        requireShareable(job);
        return shares.share(job.id());
    }

    /** By what a request is shared; empty if it is not. */
    public Optional<String> shared(Job job) {
        return shares.tokenOf(job.id());
    }

    public void revoke(Job job) {
        shares.revoke(job.id());
    }

    /**
     * A request that was shared.
     *
     * @throws Refusal if it is not shared any more ({@link RequestCode#NO_SHARE}), or its data are not open to everyone any more
     */
    public Job readShared(String token) {
        Job job = shares.jobOf(token)
                .map(requests::find)
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                                RequestCode.NO_SHARE, "nothing is shared by the address `%s`".formatted(token))
                        .helped("ask the one who gave you the address: it was revoked, or the request was deleted")));
        requireShareable(job);
        return job;
    }

    private void requireShareable(Job job) {
        if (!requests.isOpenToEveryone(job)) {
            throw new Refusal(
                    Diagnostic.error(RequestCode.NOT_SHAREABLE, "the request holds data that are not open to everyone")
                            .helped("give others its identifier, `%s`: who may see the data can order them by it"
                                    .formatted(Requests.of(job).identifier())));
        }
    }
}
