package org.heralddata.accounts.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.Secret;
import org.heralddata.accounts.Session;
import org.heralddata.model.access.Group;

/** Browsers that are signed in. The database holds hashes of the secrets that they show. */
public final class Sessions {
    static final String GROUPS =
            "(select coalesce(array_agg(distinct g.path), '{}') from account_in_group g where g.account = account.id) as paths";
    private static final int LONGEST_AGENT = 300;

    private final Rows rows;
    private final AccountSettings settings;

    Sessions(Rows rows, AccountSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * Begins one, with a new secret for the browser.
     *
     * @param agent   what the browser calls itself
     * @param address of the network
     * @param strong  whether a second factor was shown
     */
    public String begin(String account, String agent, String address, boolean strong) {
        String secret = Secret.make();
        rows.change(
                "insert into account_session (account, hash, agent, address, strong, expires)"
                        + " values (?, ?, ?, ?, ?, now() + make_interval(secs => ?))",
                account,
                Secret.hash(secret),
                agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent,
                address,
                strong,
                settings.longest().toSeconds());
        return secret;
    }

    /** Who showed the secret; empty if the session has ended. */
    public Optional<Identified> find(String secret) {
        byte[] hash = Secret.hash(secret);
        Optional<Seen> found = rows.one(
                "select " + AccountRow.COLUMNS + ", s.number, s.strong, s.seen < now() - interval '1 minute' as stale, "
                        + GROUPS
                        + " from account_session s join account on account.id = s.account"
                        + " where s.hash = ? and s.expires > now() and s.seen > now() - make_interval(secs => ?)"
                        + " and account.disabled is null",
                row -> new Seen(identified(row), row.getBoolean("stale")),
                hash,
                settings.idle().toSeconds());
        if (found.filter(Seen::stale).isPresent()) {
            rows.change("update account_session set seen = now() where hash = ?", (Object) hash);
        }
        return found.map(Seen::who);
    }

    private Identified identified(ResultSet row) throws SQLException {
        Account account = AccountRow.read(row);
        boolean strong = row.getBoolean("strong");
        boolean operates = account.operator() && (strong || !settings.strong());
        return new Identified(account, groups(row), row.getLong("number"), strong, operates, null);
    }

    /** A second factor was shown after the session had begun. */
    void strengthen(String account, long number) {
        rows.change("update account_session set strong = true where account = ? and number = ?", account, number);
    }

    /** Of an account, the last used first. */
    public List<Session> of(String account) {
        return rows.ask(
                "select number, agent, address, created, seen, expires from account_session"
                        + " where account = ? and expires > now() and seen > now() - make_interval(secs => ?) order by seen desc",
                row -> new Session(
                        row.getLong("number"),
                        row.getString("agent"),
                        row.getString("address"),
                        Rows.at(row, "created"),
                        Rows.at(row, "seen"),
                        Rows.at(row, "expires")),
                account,
                settings.idle().toSeconds());
    }

    /** Ends one of an account's; false if there is none. */
    public boolean end(String account, long number) {
        return rows.change("delete from account_session where account = ? and number = ?", account, number) > 0;
    }

    /**
     * Ends all of an account.
     *
     * @param but is kept; 0 to keep none
     */
    public int endAll(String account, long but) {
        return rows.change("delete from account_session where account = ? and number <> ?", account, but);
    }

    /** Takes away what has ended. */
    void sweep() {
        rows.change(
                "delete from account_session where expires < now() or seen < now() - make_interval(secs => ?)",
                settings.idle().toSeconds());
    }

    static Set<Group> groups(ResultSet row) throws SQLException {
        return Rows.texts(row, "paths").stream()
                .filter(Group::isPath)
                .map(Group::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Seen(Identified who, boolean stale) {}
}
