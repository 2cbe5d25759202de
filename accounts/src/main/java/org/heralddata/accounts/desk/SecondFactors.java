package org.heralddata.accounts.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.second.RecoveryCodes;
import org.heralddata.accounts.second.Totp;
import org.heralddata.accounts.second.Vault;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A second factor beside the password: codes by time from an app (RFC 6238), and recovery codes for the day when it is lost. Every
 * code is good once. Wrong ones make the next wait, as wrong passwords do. Its owner is told of every change by a letter.
 */
public final class SecondFactors {
    private final Rows rows;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Post post;
    private final Vault vault;
    private final InstantSource clock;

    SecondFactors(Rows rows, Sessions sessions, Attempts attempts, Post post, Vault vault, InstantSource clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.attempts = attempts;
        this.post = post;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * That an account has one.
     *
     * @param codes recovery codes that are left
     */
    public record On(Instant since, int codes) {}

    /** Empty if the account has none, or none whose first code was shown. */
    public Optional<On> of(String account) {
        return rows.one(
                "select since, (select count(*) from account_recovery r where r.account = s.account) as codes"
                        + " from account_second s where account = ? and since is not null",
                row -> new On(Rows.at(row, "since"), row.getInt("codes")),
                account);
    }

    /**
     * A new secret for an app, in place of one that no code was shown of.
     *
     * @throws Refusal if the account has a second factor
     */
    public byte[] begin(Account account) {
        byte[] secret = Totp.secret();
        int made = rows.change(
                "insert into account_second as s (account, sealed) values (?, ?) on conflict (account) do update"
                        + " set sealed = excluded.sealed, created = now() where s.since is null",
                account.id(),
                vault.seal(account.id(), secret));
        if (made == 0) {
            throw on();
        }
        return secret;
    }

    /**
     * Switches it on by a first code. Other sessions end.
     *
     * @param session that is strong from now on
     * @return recovery codes, which are kept nowhere
     * @throws Refusal if the code is wrong, or nothing was begun
     */
    public List<String> confirm(Account account, String code, long session) {
        Kept kept = kept(account.id()).orElseThrow(SecondFactors::none);
        if (kept.since() != null) {
            throw on();
        }
        attempts.beginCode(account.id());
        if (!isCode(account, kept, code)) {
            throw wrong();
        }
        attempts.succeededCode(account.id());
        rows.change("update account_second set since = now() where account = ?", account.id());
        sessions.strengthen(account.id(), session);
        sessions.endAll(account.id(), session);
        post.told(account.email(), "A second factor was set up for your account.");
        return newCodes(account);
    }

    /**
     * That a code is the account's, by time or a recovery code; it is used up.
     *
     * @throws Refusal if it is wrong or was used, there were too many, or the account has no second factor
     */
    public void check(Account account, String code) {
        Kept kept = kept(account.id()).filter(found -> found.since() != null).orElseThrow(SecondFactors::none);
        attempts.beginCode(account.id());
        if (RecoveryCodes.isOne(code)) {
            useUp(account, code);
        } else if (!isCode(account, kept, code)) {
            throw wrong();
        }
        attempts.succeededCode(account.id());
    }

    /** New recovery codes in place of the old, for one who shows a code. */
    public List<String> renew(Account account, String code) {
        check(account, code);
        post.told(account.email(), "The recovery codes of your account were replaced.");
        return newCodes(account);
    }

    /** Takes it away from one who shows a code. */
    public void remove(Account account, String code) {
        check(account, code);
        remove(account);
    }

    /** Takes it away, by an operator or after a code; false if there was none. All sessions that it was shown for stay. */
    public boolean remove(Account account) {
        boolean removed = rows.change("delete from account_second where account = ?", account.id()) > 0;
        if (removed) {
            attempts.succeededCode(account.id());
            rows.change("update account_session set strong = false where account = ?", account.id());
            post.told(account.email(), "The second factor of your account was taken away.");
        }
        return removed;
    }

    private List<String> newCodes(Account account) {
        rows.change("delete from account_recovery where account = ?", account.id());
        List<String> codes = RecoveryCodes.make();
        for (String code : codes) {
            rows.change(
                    "insert into account_recovery (account, hash) values (?, ?)", account.id(), mark(account, code));
        }
        return codes;
    }

    private void useUp(Account account, String code) {
        int used = rows.change(
                "delete from account_recovery where account = ? and hash = ?", account.id(), mark(account, code));
        if (used == 0) {
            throw wrong();
        }
        post.told(account.email(), "A recovery code of your account was used to sign in.");
    }

    /** By time, and of a later step than the last one that was taken. */
    private boolean isCode(Account account, Kept kept, String code) {
        OptionalLong step = Totp.step(kept.secret(), code.replaceAll("\\s+", ""), clock.instant());
        return step.isPresent()
                && rows.change(
                                "update account_second set last_step = ? where account = ? and last_step < ?",
                                step.getAsLong(),
                                account.id(),
                                step.getAsLong())
                        > 0;
    }

    private byte[] mark(Account account, String code) {
        return vault.mark(account.id(), RecoveryCodes.plain(code));
    }

    private Optional<Kept> kept(String account) {
        return rows.one(
                "select sealed, since from account_second where account = ?",
                row -> new Kept(
                        vault.open(account, Objects.requireNonNull(row.getBytes("sealed"))), Rows.time(row, "since")),
                account);
    }

    private static final class Kept {
        private final byte[] secret;
        private final @Nullable Instant since;

        Kept(byte[] secret, @Nullable Instant since) {
            this.secret = secret;
            this.since = since;
        }

        byte[] secret() {
            return secret;
        }

        /** Null until a first code was shown. */
        @Nullable
        Instant since() {
            return since;
        }
    }

    private static Refusal on() {
        return new Refusal(Diagnostic.error(AccountCode.SECOND_FACTOR_ON, "the account has a second factor")
                .helped("take it away first"));
    }

    private static Refusal none() {
        return new Refusal(Diagnostic.error(AccountCode.NO_SECOND_FACTOR, "the account has no second factor")
                .helped("set one up on your account's page"));
    }

    private static Refusal wrong() {
        return new Refusal(Diagnostic.error(AccountCode.WRONG_CODE, "this is not the code, or it was used")
                .helped("wait for the next one; see that the clock of your device is right"));
    }
}
