package org.heralddata.jobs.engine;

/**
 * The order in which queued jobs are begun. A party is an account, or all people without one at a network address.
 *
 * <p>A job is <em>due</em> when it was queued, and later by {@value #HANDICAP} seconds for each second that it is expected to take, at
 * most for {@value #MOST_COST} of them. Jobs of one party follow each other as they are due. Between parties the least of this is next:
 *
 * <pre>{@code max(due, last time that the party was served) + 60 s * (jobs of it that run + jobs of it before this one)
 *     + min(600 s, work for it that runs or was done lately, half as much each ten minutes)}</pre>
 *
 * so whoever had little goes first, small jobs overtake big ones, and nothing that is queued more than about an hour after a party was
 * served overtakes its next job. See docs/decisions/0210.
 */
final class FairOrder {
    static final int HANDICAP = 4;
    static final int MOST_COST = 900;

    /** Seconds that a job is held to take of which nothing is known. */
    static final int USUAL_COST = 5;

    private static final String COST = "least(coalesce(cost, %d), %d)".formatted(USUAL_COST, MOST_COST);
    private static final String DUE = "queued + %s * interval '%d seconds'".formatted(COST, HANDICAP);
    private static final String KEY =
            "extract(epoch from greatest(%s, u.served))::float8 + 60 * (coalesce(r.jobs, 0) + %s) + least(600, coalesce(r.seconds, 0)"
                    + " + coalesce(u.seconds * power(0.5, least(extract(epoch from now() - u.at) / 600, 60)::float8), 0))";

    /** Common tables; of them {@code line} has all queued jobs with what they are ordered by. */
    static final String LINE = """
            with running as (
                select kind, party, count(*) as jobs, sum(extract(epoch from now() - started))::float8 as seconds
                from uws_job where phase = 'EXECUTING' group by kind, party
            ), waiting as (
                select number, id, kind, party, priority, coalesce(cost, %d) as cost, %s as due,
                    row_number() over (partition by kind, party order by priority desc, %s, number) - 1 as before
                from uws_job where phase = 'QUEUED'
            ), line as (
                select w.number, w.id, w.kind, w.party, w.cost, w.due, w.priority, %s as key
                from waiting w left join running r on r.kind = w.kind and r.party = w.party
                    left join job_use u on u.kind = w.kind and u.party = w.party
            )""".formatted(USUAL_COST, DUE, DUE, KEY.formatted("w.due", "w.before"));

    /** How rows of {@code line} are ordered. */
    static final String ORDER = "priority desc, key, number";

    /** Where each of {@code line} stands: jobs and seconds of work before it. */
    static final String PLACES = LINE + """
            , places as (
                select id, row_number() over (order by %1$s) - 1 as ahead,
                    coalesce(sum(cost) over (order by %1$s rows between unbounded preceding and 1 preceding), 0) as seconds
                from line
            )""".formatted(ORDER);

    /** Where one would stand that is queued now; asks for its kind, its party and its cost. */
    static final String NEW_PLACE = LINE
            + """
            , fresh as (
                select ?::text as kind, ?::text as party, coalesce(?::float8, %d) as cost
            ), due as (
                select kind, party, now() + least(cost, %d) * interval '%d seconds' as due from fresh
            ), mine as (
                select %s as key from due d left join running r on r.kind = d.kind and r.party = d.party
                    left join job_use u on u.kind = d.kind and u.party = d.party
            )
            select count(*) as ahead, coalesce(sum(cost), 0) as seconds from line, mine where priority > 0 or line.key <= mine.key""".formatted(
                            USUAL_COST,
                            MOST_COST,
                            HANDICAP,
                            KEY.formatted(
                                    "d.due",
                                    "(select count(*) from waiting w where w.kind = d.kind and w.party = d.party and w.due <= d.due)"));

    private FairOrder() {}
}
