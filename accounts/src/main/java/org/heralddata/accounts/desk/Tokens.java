package org.heralddata.accounts.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.Secret;
import org.heralddata.accounts.Token;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/** API tokens. The database holds hashes of them. */
public final class Tokens {
    /** The longest that one may live. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int LONGEST_NAME = 80;
    private static final String COLUMNS =
            "t.number, t.account, t.name as token_name, t.scopes, t.created as token_created, t.expires, t.used";

    private final Rows rows;
    private final AccountSettings settings;

    Tokens(Rows rows, AccountSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * A token and its secret, which is kept nowhere.
     *
     * @param secret beginning with {@link Token#PREFIX}
     */
    public record Made(Token token, String secret) {}

    /** @throws Refusal if it has no scope, lives too long, or there are too many */
    public Made make(Account account, String name, Set<Scope> scopes, Duration life) {
        String called = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw asked(
                    "a token needs a name of at most %d characters".formatted(LONGEST_NAME), "say what will use it");
        }
        if (scopes.isEmpty()) {
            throw asked("a token needs a scope", "there are read, requests and admin");
        }
        if (scopes.contains(Scope.ADMIN) && !account.operator()) {
            throw asked("only operators' tokens can have the scope admin", "leave it out");
        }
        if (life.compareTo(LONGEST) > 0 || !life.isPositive()) {
            throw asked("a token lives at most %d days".formatted(LONGEST.toDays()), "make a new one in time");
        }
        if (of(account.id()).size() >= settings.tokens()) {
            throw asked("the account has %d tokens".formatted(settings.tokens()), "revoke those that are not used");
        }
        String secret = Token.PREFIX + Secret.make();
        Token token = rows.one(
                        "insert into account_token as t (account, name, hash, scopes, expires)"
                                + " values (?, ?, ?, ?, now() + make_interval(secs => ?)) returning " + COLUMNS,
                        Tokens::read,
                        account.id(),
                        called,
                        Secret.hash(secret),
                        scopes.stream().map(Scope::label).sorted().toArray(String[]::new),
                        life.toSeconds())
                .orElseThrow();
        return new Made(token, secret);
    }

    /** Who showed the secret; empty if the token is unknown or past its time, or the account disabled. */
    public Optional<Identified> find(String secret) {
        byte[] hash = Secret.hash(secret);
        Optional<Identified> found = rows.one(
                "select " + AccountRow.COLUMNS + ", " + COLUMNS + ", " + Sessions.GROUPS
                        + " from account_token t join account on account.id = t.account"
                        + " where t.hash = ? and t.expires > now() and account.disabled is null",
                Tokens::identified,
                (Object) hash);
        if (found.isPresent()) {
            rows.change(
                    "update account_token set used = now() where hash = ?"
                            + " and (used is null or used < now() - interval '1 minute')",
                    (Object) hash);
        }
        return found;
    }

    /** Of an account, those past their time included; the newest first. */
    public List<Token> of(String account) {
        return rows.ask(
                "select " + COLUMNS + " from account_token t where account = ? order by number desc",
                Tokens::read,
                account);
    }

    /** @throws Refusal if the account has none of the number */
    public void revoke(String account, long number) {
        if (rows.change("delete from account_token where account = ? and number = ?", account, number) == 0) {
            throw new Refusal(
                    Diagnostic.error(AccountCode.NO_TOKEN, "the account has no token number %d".formatted(number)));
        }
    }

    void revokeAll(String account) {
        rows.change("delete from account_token where account = ?", account);
    }

    /** A token makes an operator of nobody unless it has the scope for it. */
    private static Identified identified(ResultSet row) throws SQLException {
        Account account = AccountRow.read(row);
        Token token = read(row);
        boolean operates = account.operator() && token.scopes().contains(Scope.ADMIN);
        return new Identified(account, Sessions.groups(row), 0, false, operates, token);
    }

    private static Token read(ResultSet row) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Rows.texts(row, "scopes").forEach(label -> Scope.of(label).ifPresent(scopes::add));
        return new Token(
                row.getLong("number"),
                row.getString("account"),
                row.getString("token_name"),
                scopes,
                Rows.at(row, "token_created"),
                Rows.at(row, "expires"),
                Rows.time(row, "used"));
    }

    private static Refusal asked(String what, String help) {
        return new Refusal(Diagnostic.error(AccountCode.TOKEN_ASKED, what).helped(help));
    }
}
