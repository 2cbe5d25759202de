package org.heralddata.jobs.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.heralddata.jobs.Statements;
import org.heralddata.jobs.engine.Rows;
import org.jspecify.annotations.Nullable;

/** The rows of {@code outbox}. All times are the database's. Safe for many threads and processes. */
public final class Outbox {
    private static final String HELD = " where number = ? and worker = ? and attempts = ? and state = 'WAITING'";

    private final Rows rows;
    private volatile Runnable listener = () -> {};

    /** @param database may have to be waited for; only what needs it does */
    public Outbox(Supplier<DataSource> database) {
        rows = new Rows(database);
    }

    /** Keeps something until it is delivered; returns once it cannot be lost. */
    public void put(Posting posting) {
        put(rows, posting);
        listener.run();
    }

    /** Keeps something if and only if the transaction is; it is looked for at the next tick. */
    public static void put(Statements transaction, Posting posting) {
        transaction.change(
                "insert into outbox (channel, recipient, job, content, patience) values (?, ?, ?, ?::json, ?)",
                posting.channel(),
                posting.recipient(),
                posting.job(),
                posting.content(),
                posting.patience().toSeconds());
    }

    /** What is told of a job, in the order in which it was asked for. */
    public List<Delivery> of(String job) {
        return rows.ask(
                "select channel, recipient, state, attempts, due, ended, problem from outbox where job = ? order by number",
                Outbox::delivery,
                job);
    }

    /** Is called when there is something new. */
    void onPut(Runnable then) {
        listener = then;
    }

    /** Takes what is due, fencing off whoever held it before. */
    List<Parcel> claim(String worker, Collection<String> channels, Duration lease, int atMost) {
        return rows.ask(
                """
                update outbox set worker = ?, lease = now() + make_interval(secs => ?), attempts = attempts + 1,
                    begun = coalesce(begun, now())
                where number in (select number from outbox o where state = 'WAITING' and due <= now() and channel = any (?)
                        and (lease is null or lease < now())
                        and (job is null or not exists (select 1 from uws_job j where j.id = o.job
                            and j.phase in ('PENDING', 'HELD', 'QUEUED', 'EXECUTING')))
                    order by due, number limit ? for update skip locked)
                returning number, token, channel, recipient, job, content, attempts""",
                row -> new Parcel(
                        row.getLong(1),
                        Objects.requireNonNull(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7)),
                worker,
                lease.toMillis() / 1e3,
                channels.toArray(String[]::new),
                atMost);
    }

    void delivered(String worker, Parcel parcel) {
        rows.change(
                "update outbox set state = 'DELIVERED', ended = now(), lease = null, content = null, problem = null"
                        + HELD,
                parcel.number(),
                worker,
                parcel.attempt());
    }

    /** Tries again after a pause, unless that is of no use or would be past all patience. */
    void failed(String worker, Parcel parcel, String problem, @Nullable Duration pause) {
        rows.change(
                """
                update outbox set problem = ?, lease = null, due = now() + make_interval(secs => ?),
                    state = case when ? and now() + make_interval(secs => ?) < begun + make_interval(secs => patience)
                            then 'WAITING' else 'GIVEN_UP' end,
                    ended = case when ? and now() + make_interval(secs => ?) < begun + make_interval(secs => patience)
                            then null else now() end,
                    content = case when ? and now() + make_interval(secs => ?) < begun + make_interval(secs => patience)
                            then content else null end""" + HELD,
                problem.replace('\0', ' '),
                seconds(pause),
                pause != null,
                seconds(pause),
                pause != null,
                seconds(pause),
                pause != null,
                seconds(pause),
                parcel.number(),
                worker,
                parcel.attempt());
    }

    /** Forgets what ended long ago. */
    void forget(Duration after) {
        rows.change("delete from outbox where state <> 'WAITING' and ended < now() - make_interval(secs => ?)", (double)
                after.toSeconds());
    }

    private static double seconds(@Nullable Duration pause) {
        return pause == null ? 0 : pause.toMillis() / 1e3;
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var state = Delivery.State.valueOf(row.getString(3));
        return new Delivery(
                row.getString(1),
                row.getString(2),
                state,
                row.getInt(4),
                state == Delivery.State.WAITING ? time(row, 5) : null,
                time(row, 6),
                row.getString(7));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
