package org.heralddata.accounts.desk;

import java.time.Duration;
import java.util.Optional;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Secret;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/** Browsers whose users have shown a password, or come from a provider, and owe the code of their second factor: no sessions yet. */
public final class HalfSignIns {
    /** In which the code has to come. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final Rows rows;
    private final SecondFactors factors;

    HalfSignIns(Rows rows, SecondFactors factors) {
        this.rows = rows;
        this.factors = factors;
    }

    /** A secret for the browser. */
    public String begin(Account account) {
        String secret = Secret.make();
        rows.change(
                "insert into account_half (hash, account, expires) values (?, ?, now() + make_interval(secs => ?))",
                Secret.hash(secret),
                account.id(),
                LIFE.toSeconds());
        return secret;
    }

    /** Whose it is; empty if its time is over. */
    public Optional<Account> find(String secret) {
        return rows.one(
                "select " + AccountRow.COLUMNS + " from account_half h join account on account.id = h.account"
                        + " where h.hash = ? and h.expires > now() and account.disabled is null",
                AccountRow::read,
                (Object) Secret.hash(secret));
    }

    /**
     * Whose sign-in is whole now.
     *
     * @throws Refusal if its time is over, or the code is wrong: then it may be tried again
     */
    public Account finish(String secret, String code) {
        Account account = find(secret)
                .orElseThrow(() ->
                        new Refusal(Diagnostic.error(AccountCode.HALF_SIGN_IN, "the sign-in was not finished in time")
                                .helped("begin it again")));
        factors.check(account, code);
        rows.change("delete from account_half where hash = ?", (Object) Secret.hash(secret));
        return account;
    }

    void sweep() {
        rows.change("delete from account_half where expires < now()");
    }
}
