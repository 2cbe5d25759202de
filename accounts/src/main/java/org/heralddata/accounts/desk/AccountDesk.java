package org.heralddata.accounts.desk;

import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.Belongings;
import org.heralddata.accounts.Letters;
import org.heralddata.accounts.password.Passwords;

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
        OwnData ownData,
        Sweeping sweeping) {

    /**
     * Over a database with Herald's tables.
     *
     * @param site       address of the node without the last slash, for links in letters
     * @param belongings what other parts keep for accounts
     */
    public static AccountDesk of(
            Supplier<DataSource> database,
            AccountSettings settings,
            Letters letters,
            Supplier<String> site,
            List<Belongings> belongings) {
        var rows = new Rows(database);
        var accounts = new Accounts(rows);
        var groups = new Groups(rows);
        var sessions = new Sessions(rows, settings);
        var tokens = new Tokens(rows, settings);
        var attempts = new Attempts(rows);
        var links = new Links(rows);
        var rates = new Rates(System::nanoTime);
        var passwords = new Passwords(settings);
        return new AccountDesk(
                settings,
                accounts,
                groups,
                sessions,
                tokens,
                new SignIn(accounts, passwords, attempts, rates),
                new Registration(
                        settings,
                        accounts,
                        sessions,
                        links,
                        passwords,
                        rates,
                        new Post(letters, settings.link()),
                        site),
                new Identities(rows, accounts, settings),
                new OwnData(rows, accounts, groups, sessions, tokens, belongings),
                () -> {
                    sessions.sweep();
                    links.sweep();
                    attempts.sweep();
                });
    }

    /** Takes away sessions, links and counts of tries that are past their time. */
    public interface Sweeping {
        void sweep();
    }
}
