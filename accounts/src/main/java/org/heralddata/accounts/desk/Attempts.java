package org.heralddata.accounts.desk;

import java.time.Duration;
import java.util.Optional;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Secret;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Wrong passwords by the address that was given, whether or not it has an account: after some, each further one makes the
 * next wait twice as long. A quarter of an hour at most, so that nobody is locked out for good by others.
 */
final class Attempts {
    /** Without a wait. */
    static final int FREE = 5;

    private static final int LONGEST_SECONDS = 900;

    private final Rows rows;

    Attempts(Rows rows) {
        this.rows = rows;
    }

    /**
     * Counts a try before its password is looked at, so that many at once do not slip through.
     *
     * @throws Refusal if the next has to wait
     */
    void begin(Email email) {
        byte[] who = Secret.hash(email.key());
        boolean let =
                rows.one("""
                        insert into account_attempt as a (who, failures, last) values (?, 1, now())
                        on conflict (who) do update set last = now(),
                            failures = case when a.last < now() - interval '1 day' then 1 else a.failures + 1 end,
                            locked_until = case when a.last > now() - interval '1 day' and a.failures + 1 >= ?
                                then now() + make_interval(secs => least(?, power(2, least(a.failures + 1 - ?, 20)))) end
                        where a.locked_until is null or a.locked_until <= now()
                        returning failures
                        """, row -> true, who, FREE, LONGEST_SECONDS, FREE).orElse(false);
        if (!let) {
            throw locked(who);
        }
    }

    /** The password was right: all is forgotten. */
    void succeeded(Email email) {
        rows.change("delete from account_attempt where who = ?", (Object) Secret.hash(email.key()));
    }

    void sweep() {
        rows.change("delete from account_attempt where last < now() - interval '2 days'");
    }

    private Refusal locked(byte[] who) {
        Optional<Long> left = rows.one(
                "select ceil(extract(epoch from locked_until - now()))::bigint from account_attempt where who = ?",
                row -> row.getLong(1),
                (Object) who);
        Duration wait = Duration.ofSeconds(Math.max(1, left.orElse(1L)));
        return new Refusal(Diagnostic.error(
                        AccountCode.LOCKED,
                        "there were too many wrong passwords; try again in %s".formatted(words(wait)))
                .helped("if you forgot it, choose a new one by a letter to your address"));
    }

    static String words(Duration wait) {
        return wait.toSeconds() < 120 ? wait.toSeconds() + " seconds" : wait.toMinutes() + " minutes";
    }
}
