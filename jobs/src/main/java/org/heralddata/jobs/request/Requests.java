package org.heralddata.jobs.request;

import java.util.ArrayList;
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
import org.heralddata.model.access.Viewer;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
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
    private final RequestQuota quota;
    private final RequestLife life;

    /** @param jobs that know the kind {@link #KIND} */
    public Requests(RequestDesk desk, FrozenRequests frozen, Jobs jobs, Notices notices) {
        this.desk = desk;
        this.frozen = frozen;
        this.jobs = jobs;
        this.notices = notices;
        quota = new RequestQuota(desk.limits());
        life = new RequestLife(this, new Shares(frozen.rows()));
    }

    /** The jobs that make the packages. */
    public Jobs jobs() {
        return jobs;
    }

    /**
     * What a request means and costs; nothing is ordered.
     *
     * @param viewer who asks
     * @throws Refusal see {@link RequestDesk#freeze}
     */
    public Offer offer(DataRequest request, Viewer viewer) {
        FrozenRequest meant = desk.freeze(request, viewer);
        return new Offer(meant, desk.cost(meant, viewer));
    }

    /**
     * What a request means and costs.
     */
    public record Offer(FrozenRequest request, RequestCost cost) {}

    /** Refuses what would be refused if it were ordered: what is empty or too large. */
    public void requireFeasible(Offer offer) {
        desk.requireFeasible(offer.cost());
    }

    /** Why an offer would be refused if it were ordered now, with advice; empty if it would not. */
    public List<Diagnostic> refusals(Offer offer, Orderer orderer) {
        var all = new ArrayList<>(desk.refusals(offer.cost()));
        if (!orderer.isFree()) {
            all.addAll(quota.refusals(usage(orderer), granted(orderer), offer.cost()));
        }
        return all;
    }

    /** What somebody has of what is granted. */
    public RequestUsage usage(Orderer orderer) {
        return quota.usage(frozen.rows(), orderer.account(), orderer.origin());
    }

    /** What is granted to somebody who is not free. */
    public RequestLimits.Allowance granted(Orderer orderer) {
        return quota.granted(orderer.account());
    }

    /** Where an offer would stand if it were ordered now. */
    public QueuePlace place(Offer offer, Orderer orderer) {
        return jobs.placeOfNew(new NewJob(
                KIND,
                orderer.account(),
                orderer.origin(),
                null,
                null,
                null,
                List.of(),
                offer.cost().ofJob()));
    }

    /** What may be done with requests once they are ordered. */
    public RequestLife life() {
        return life;
    }

    /** Whether anybody could order what a request holds. */
    boolean isOpenToEveryone(Job job) {
        try {
            desk.freeze(of(job).request(), Viewer.ANYONE);
            return true;
        } catch (Refusal closed) {
            return false;
        }
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
        Offer offer = offer(request, orderer.viewer());
        refuse(refusals(offer, orderer));
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
        Job made = jobs.create(job, new LinkedHashMap<>(), true, (transaction, id) -> {
            quota.require(transaction, orderer, offer.cost()); // again: others may have come at the same time
            promise.keep(transaction, id);
        });
        return new Order(made, promise.secret());
    }

    static void refuse(List<Diagnostic> refusals) {
        if (!refusals.isEmpty()) {
            throw new Refusal(refusals);
        }
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
     * @param origin where somebody without an account comes from; null if not known
     */
    public record Orderer(Viewer viewer, @Nullable String origin) {

        /** Null for somebody without one. */
        public @Nullable String account() {
            return viewer.account();
        }

        /** Whether no quota counts. */
        public boolean isFree() {
            return viewer.operator();
        }
    }

    /**
     * Lets a result be had: by whoever knows the id of the job if all of its data are open to everyone, else by its owner and operators.
     *
     * @throws Refusal {@link QueryCode#RESTRICTED}
     */
    public void requireResult(Job job, Viewer viewer) {
        if (isOwn(job, viewer) || isOpen(job)) {
            return;
        }
        throw new Refusal(Diagnostic.error(QueryCode.RESTRICTED, "the request holds data that are not open to everyone")
                .helped(
                        "whoever ordered it may have them, signed in; order them yourself if you may see them: its identifier is `%s`"
                                .formatted(of(job).identifier())));
    }

    /** A job to be changed or deleted; see {@link #requireOwn}. */
    public Job own(String id, Viewer viewer) {
        Job job = find(id);
        requireOwn(job, viewer);
        return job;
    }

    /**
     * Lets a job be changed or deleted: by whoever knows its id if it has no owner, else by its owner and operators.
     *
     * @throws Refusal {@link RequestCode#NOT_YOURS}
     */
    public void requireOwn(Job job, Viewer viewer) {
        if (job.owner() != null && !isOwn(job, viewer)) {
            throw new Refusal(Diagnostic.error(RequestCode.NOT_YOURS, "the request is somebody else's")
                    .helped("sign in as the one who ordered it"));
        }
    }

    private static boolean isOwn(Job job, Viewer viewer) {
        return viewer.operator() || (job.owner() != null && job.owner().equals(viewer.account()));
    }

    /** What nobody without an account could order now is not open; what cannot be told is not either, of those who have one. */
    private boolean isOpen(Job job) {
        try {
            desk.freeze(of(job).request(), Viewer.ANYONE);
            return true;
        } catch (Refusal refused) {
            return job.owner() == null && refused.diagnostics().getFirst().code() != QueryCode.RESTRICTED;
        }
    }

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
