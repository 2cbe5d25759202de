package org.heralddata.accounts.desk;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.Belongings;
import org.heralddata.accounts.Letters;
import org.heralddata.accounts.password.Passwords;
import org.heralddata.accounts.second.Vault;

/** All that can be done with accounts of one node. */
public record AccountDesk(
        AccountSettings settings,
        Accounts accounts,
        Groups groups,
        Sessions sessions,
        Tokens tokens,
        SignIn signIn,
        Registration registration,
        Identities identities,
        SecondFactors secondFactors,
        HalfSignIns halfSignIns,
        OwnData ownData,
        Sweeping sweeping) {

    /**
     * Over a database with Herald's tables.
     *
     * @param site       address of the node without the last slash, for links in letters
     * @param belongings what other parts keep for accounts
     * @param vault      that keeps the secrets of second factors
     * @param clock      of their codes
     */
    public static AccountDesk of(
            Supplier<DataSource> database,
            AccountSettings settings,
            Letters letters,
            Supplier<String> site,
            List<Belongings> belongings,
            Vault vault,
            InstantSource clock) {
        var rows = new Rows(database);
        var accounts = new Accounts(rows);
        var groups = new Groups(rows);
        var sessions = new Sessions(rows, settings);
        var tokens = new Tokens(rows, settings);
        var attempts = new Attempts(rows);
        var links = new Links(rows);
        var rates = new Rates(System::nanoTime);
        var passwords = new Passwords(settings);
        var post = new Post(letters, settings.link());
        var factors = new SecondFactors(rows, sessions, attempts, post, vault, clock);
        var halves = new HalfSignIns(rows, factors);
        return new AccountDesk(
                settings,
                accounts,
                groups,
                sessions,
                tokens,
                new SignIn(accounts, passwords, attempts, rates),
                new Registration(settings, accounts, sessions, links, passwords, rates, post, site),
                new Identities(rows, accounts, settings),
                factors,
                halves,
                new OwnData(rows, accounts, groups, sessions, tokens, factors, belongings),
                () -> {
                    sessions.sweep();
                    links.sweep();
                    attempts.sweep();
                    halves.sweep();
                });
    }

    /** Takes away sessions, links and counts of tries that are past their time. */
    public interface Sweeping {
        void sweep();
    }
}
