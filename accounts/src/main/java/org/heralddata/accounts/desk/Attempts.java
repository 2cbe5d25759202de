package org.heralddata.accounts.desk;

import java.time.Duration;
import java.util.Optional;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Secret;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Wrong passwords by the address that was given, whether or not it has an account, and wrong codes by the account: after some, each further one makes the
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
        begin(Secret.hash(email.key()), "passwords", "if you forgot it, choose a new one by a letter to your address");
    }

    /** The same of a code, whose password was right. */
    void beginCode(String account) {
        begin(code(account), "codes", "a code is good once; see that the clock of your device is right");
    }

    private void begin(byte[] who, String what, String help) {
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
            throw locked(who, what, help);
        }
    }

    /** The password was right: all is forgotten. */
    void succeeded(Email email) {
        rows.change("delete from account_attempt where who = ?", (Object) Secret.hash(email.key()));
    }

    void succeededCode(String account) {
        rows.change("delete from account_attempt where who = ?", (Object) code(account));
    }

    private static byte[] code(String account) {
        return Secret.hash("code of " + account);
    }

    void sweep() {
        rows.change("delete from account_attempt where last < now() - interval '2 days'");
    }

    private Refusal locked(byte[] who, String what, String help) {
        Optional<Long> left = rows.one(
                "select ceil(extract(epoch from locked_until - now()))::bigint from account_attempt where who = ?",
                row -> row.getLong(1),
                (Object) who);
        Duration wait = Duration.ofSeconds(Math.max(1, left.orElse(1L)));
        return new Refusal(Diagnostic.error(
                        AccountCode.LOCKED,
                        "there were too many wrong %s; try again in %s".formatted(what, words(wait)))
                .helped(help));
    }

    static String words(Duration wait) {
        return wait.toSeconds() < 120 ? wait.toSeconds() + " seconds" : wait.toMinutes() + " minutes";
    }
}
