package org.heralddata.accounts.desk;

import java.util.List;
import java.util.Optional;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Accounts that identity providers speak for. */
public final class Identities {
    private final Rows rows;
    private final Accounts accounts;
    private final AccountSettings settings;

    Identities(Rows rows, Accounts accounts, AccountSettings settings) {
        this.rows = rows;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * What a provider says of somebody.
     *
     * @param subject  their name for good at the provider
     * @param email    null if it says none
     * @param verified whether the provider has confirmed the address
     * @param groups   values of the groups claim
     */
    public record Told(
            String provider,
            String subject,
            @Nullable String email,
            boolean verified,
            String name,
            List<String> groups) {
        public Told {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Who it is; the first time the account of the confirmed address, or a new one.
     *
     * @throws Refusal if there is no confirmed address to begin with, the node takes no registrations, or the account is disabled
     */
    public Account signIn(Told told) {
        Account account = known(told).orElseGet(() -> first(told));
        SignIn.requireEnabled(account);
        rows.change(
                "insert into account_identity (provider, subject, account, claims) values (?, ?, ?, ?)"
                        + " on conflict (provider, subject) do update set claims = excluded.claims, seen = now()",
                told.provider(),
                told.subject(),
                account.id(),
                told.groups().toArray(String[]::new));
        accounts.signedIn(account.id());
        return account;
    }

    /** Names of the providers that speak for an account. */
    public List<String> of(String account) {
        return rows.ask(
                "select provider from account_identity where account = ? order by provider",
                row -> row.getString(1),
                account);
    }

    private Optional<Account> known(Told told) {
        return rows.one(
                "select " + AccountRow.COLUMNS + " from account join account_identity i on i.account = account.id"
                        + " where i.provider = ? and i.subject = ?",
                AccountRow::read,
                told.provider(),
                told.subject());
    }

    private Account first(Told told) {
        @Nullable String email = told.email();
        if (email == null || !told.verified()) {
            throw new Refusal(Diagnostic.error(
                            AccountCode.PROVIDER_EMAIL, "the identity provider gave no confirmed e-mail address")
                    .helped("confirm your address there, or register here with a password"));
        }
        Optional<Account> same = accounts.byEmail(email);
        if (same.isPresent()) {
            accounts.confirm(same.get().id());
            return same.get();
        }
        if (!settings.open()) {
            throw new Refusal(Diagnostic.error(AccountCode.REGISTRATION_CLOSED, "this node takes no registrations")
                    .helped("ask those who run it for an account"));
        }
        return accounts.add(email, told.name(), true);
    }
}
