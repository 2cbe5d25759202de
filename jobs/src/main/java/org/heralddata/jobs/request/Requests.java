package org.heralddata.jobs.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFilter;
import org.heralddata.jobs.JobFollower;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.Jobs;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.QueuePlace;
import org.heralddata.jobs.outbox.Delivery;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Data requests from their order to their package. Safe for many threads. */
public final class Requests {
    /** The kind of jobs that make packages. */
    public static final String KIND = "request";

    /** Their parameter that holds the frozen request as JSON. */
    public static final String PARAMETER = "request";

    /** What the archive is called among their results. */
    public static final String ARCHIVE = "package";

    /** Note of a result: its digest, 64 hexadecimal digits. */
    public static final String SHA256 = "sha256";

    /** Note of a result: the fingerprint of the rows of the whole package. */
    public static final String FINGERPRINT = "fingerprint";

    private final RequestDesk desk;
    private final FrozenRequests frozen;
    private final Jobs jobs;
    private final Notices notices;

    /** @param jobs that know the kind {@link #KIND} */
    public Requests(RequestDesk desk, FrozenRequests frozen, Jobs jobs, Notices notices) {
        this.desk = desk;
        this.frozen = frozen;
        this.jobs = jobs;
        this.notices = notices;
    }

    /** The jobs that make the packages. */
    public Jobs jobs() {
        return jobs;
    }

    /**
     * What a request means and costs; nothing is ordered.
     *
     * @throws Refusal see {@link RequestDesk#freeze}
     */
    public Offer offer(DataRequest request) {
        FrozenRequest meant = desk.freeze(request);
        return new Offer(meant, desk.cost(meant));
    }

    /**
     * What a request means and costs.
     */
    public record Offer(FrozenRequest request, RequestCost cost) {}

    /** Refuses what would be refused if it were ordered: what is empty or too large. */
    public void requireFeasible(Offer offer) {
        desk.requireFeasible(offer.cost());
    }

    /**
     * Orders a package.
     *
     * @param title what its owner calls it; null for nothing
     * @throws Refusal if it cannot be made, is empty or too large: nothing is ordered then
     */
    public Job order(DataRequest request, Orderer orderer, @Nullable String title) {
        return order(request, orderer, title, Notify.NOT).job();
    }

    /**
     * Orders a package and somebody to be told of its end.
     *
     * @param title what its owner calls it; null for nothing
     * @throws Refusal if it cannot be made, is empty or too large, or nobody can be told: nothing is ordered then
     */
    public Order order(DataRequest request, Orderer orderer, @Nullable String title, Notify notify) {
        Offer offer = offer(request);
        desk.requireFeasible(offer.cost());
        Notices.Promise promise = notices.promise(notify, orderer);
        frozen.keep(offer.request());
        var job = new NewJob(
                KIND,
                orderer.account(),
                orderer.origin(),
                title,
                null,
                null,
                List.of(JobParameter.of(
                        PARAMETER, RequestJson.write(offer.request()).toString())),
                offer.cost().ofJob());
        if (notify.equals(Notify.NOT)) {
            return new Order(jobs.create(job, new LinkedHashMap<>(), true), Optional.empty());
        }
        // it is begun only once nothing of it can be lost
        Job made = jobs.create(job, new LinkedHashMap<>(), false);
        Optional<String> secret = promise.keep(made.id());
        return new Order(jobs.start(made.id()), secret);
    }

    /**
     * What was ordered.
     *
     * @param secret by which calls of its webhook are signed
     */
    public record Order(Job job, Optional<String> secret) {}

    /** How far it is told to those who asked for it that a request has ended. */
    public List<Delivery> notices(Job job) {
        return notices.of(job.id());
    }

    /**
     * Who orders.
     *
     * @param account null for somebody without one
     * @param origin  where somebody without an account comes from; null if not known
     */
    public record Orderer(
            @Nullable String account, @Nullable String origin) {}

    /** The job of an order; refuses with {@link RequestCode#NO_REQUEST} if there is none. */
    public Job find(String id) {
        return jobs.find(id)
                .filter(job -> job.kind().equals(KIND))
                .orElseThrow(() ->
                        new Refusal(Diagnostic.error(RequestCode.NO_REQUEST, "there is no request `%s`".formatted(id))
                                .helped("it was deleted, or its time is over: its identifier, which begins with `"
                                        + FrozenRequest.PREFIX + "`, still orders the same data")));
    }

    /** Where one stands in the queue; empty for one that is not queued. */
    public Optional<QueuePlace> place(Job job) {
        return job.phase() == Phase.QUEUED
                ? Optional.ofNullable(jobs.places(Set.of(job.id())).get(job.id()))
                : Optional.empty();
    }

    /** Follows requests; what is no request is told of as if there were none. */
    public JobFollower follow(Set<String> ids) {
        return jobs.follow(ids);
    }

    /** What is granted. */
    public RequestLimits limits() {
        return desk.limits();
    }

    /** What was ordered. */
    public static FrozenRequest of(Job job) {
        return RequestJson.frozen(job.parameter(PARAMETER).orElseThrow());
    }

    /** Orders of somebody, the newest last. */
    public List<Job> list(Orderer orderer) {
        return jobs.list(new JobFilter(KIND, orderer.account(), orderer.origin(), Set.of(), null, null));
    }

    /** Every request that was ever frozen, by its identifier. */
    public Optional<FrozenRequest> frozen(String identifier) {
        return frozen.find(identifier);
    }
}
