package org.heralddata.jobs.request;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.jobs.Statements;
import org.heralddata.jobs.request.RequestLimits.Allowance;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;

/** How much of what is granted is left. Safe for many threads and processes. */
final class RequestQuota {
    private static final String USAGE = """
            select count(*) filter (where phase in ('PENDING', 'HELD', 'QUEUED', 'EXECUTING')) as active, count(*) as kept,
                coalesce(sum(case when phase = 'COMPLETED' then bytes_done end), 0)::int8 as done,
                coalesce(sum(case when phase in ('PENDING', 'HELD', 'QUEUED', 'EXECUTING') then bytes_expected end), 0)::int8 as expected,
                (select coalesce(sum(bytes), 0)::int8 from job_use
                 where kind = ? and party = ? and day = (now() at time zone 'utc')::date) as today
            from uws_job where kind = ? and party = ? and phase <> 'ARCHIVED' and deleting is null""";

    private static final long MB = 1_000_000;

    private final RequestLimits limits;

    RequestQuota(RequestLimits limits) {
        this.limits = limits;
    }

    /** @param account null for somebody without one */
    Allowance granted(@Nullable String account) {
        return account == null ? limits.address() : limits.account();
    }

    /** @param account null for somebody without one, who counts with all others of the network address */
    RequestUsage usage(Statements statements, @Nullable String account, @Nullable String origin) {
        String party = account == null ? "address:" + (origin == null ? "" : origin) : "account:" + account;
        return statements
                .ask(
                        USAGE,
                        row -> new RequestUsage(
                                row.getInt("active"),
                                row.getInt("kept"),
                                row.getLong("done") + row.getLong("expected"),
                                row.getLong("today") + row.getLong("expected")),
                        Requests.KIND,
                        party,
                        Requests.KIND,
                        party)
                .getFirst();
    }

    /** Refuses what is more than is granted. */
    void require(Statements statements, Orderer orderer, RequestCost cost) {
        if (!orderer.isFree()) {
            Requests.refuse(
                    refusals(usage(statements, orderer.account(), orderer.origin()), granted(orderer.account()), cost));
        }
    }

    /** Why one of this cost is not granted, with advice; empty if it is. */
    List<Diagnostic> refusals(RequestUsage has, Allowance granted, RequestCost cost) {
        var all = new ArrayList<Diagnostic>();
        if (has.active() >= granted.active()) {
            all.add(Diagnostic.error(
                            RequestCode.TOO_MANY_ACTIVE,
                            "%d requests of yours wait or run, and %d may".formatted(has.active(), granted.active()))
                    .helped("wait for one to end, cancel one, or order several selections as `parts` of one request"));
        }
        if (has.kept() >= granted.kept()) {
            all.add(Diagnostic.error(
                            RequestCode.TOO_MANY_KEPT,
                            "%d requests of yours are kept, and %d may be".formatted(has.kept(), granted.kept()))
                    .helped("delete some whose packages you have: their identifiers still order the same data"));
        }
        if (has.keptBytes() + cost.bytes() > granted.keptBytes()) {
            all.add(Diagnostic.error(
                            RequestCode.TOO_MANY_BYTES,
                            "your packages have %d MB, this one about %d MB, and %d MB are kept for you"
                                    .formatted(has.keptBytes() / MB, cost.bytes() / MB, granted.keptBytes() / MB))
                    .helped("delete packages that you have; choose fewer columns or a denser format such as parquet"));
        }
        if (has.dayBytes() + cost.bytes() > granted.dayBytes()) {
            all.add(
                    Diagnostic.error(
                                    RequestCode.DAY_IS_FULL,
                                    "packages of %d MB were made for you today, this one has about %d MB, and %d MB a day are granted"
                                            .formatted(has.dayBytes() / MB, cost.bytes() / MB, granted.dayBytes() / MB))
                            .helped(
                                    "order it after midnight UTC, or less of it now; files of releases below /files are not counted"));
        }
        return all;
    }
}
