package org.heralddata.accounts.desk;

import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.password.Passwords;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** By address and password. Answers and their times do not tell whether there is such an account. */
public final class SignIn {
    private static final System.Logger LOG = System.getLogger(SignIn.class.getName());

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Rates rates;

    SignIn(Accounts accounts, Passwords passwords, Attempts attempts, Rates rates) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.rates = rates;
    }

    /**
     * Who it is.
     *
     * @param address of the network
     * @throws Refusal if the two do not belong together, there were too many tries, or the account is disabled
     */
    public Account check(String email, String password, String address) {
        rates.require(Rates.Kind.SIGN_IN, address);
        Email given = Email.of(email);
        attempts.begin(given);
        @Nullable Account account = accounts.byEmail(given.written()).orElse(null);
        @Nullable String hash = account == null ? null : accounts.passwordHash(account.id());
        if (!passwords.matches(password, hash) || account == null) {
            LOG.log(System.Logger.Level.INFO, "a sign-in from {0} failed", address);
            throw wrong();
        }
        attempts.succeeded(given);
        requireEnabled(account);
        if (hash != null && passwords.isOld(hash)) {
            accounts.password(account.id(), passwords.hash(password));
        }
        accounts.signedIn(account.id());
        return account;
    }

    /**
     * That it is still the same person, before something that cannot be taken back.
     *
     * @throws Refusal if the password is wrong, or the account has none
     */
    public void again(Account account, String password) {
        if (!account.password()) {
            throw new Refusal(Diagnostic.error(
                            AccountCode.OTHER_LOGIN,
                            "the account has no password: it signs in through an identity provider")
                    .helped("choose one by a letter to your address: Forgotten password"));
        }
        Email email = Email.of(account.email());
        attempts.begin(email);
        if (!passwords.matches(password, accounts.passwordHash(account.id()))) {
            throw new Refusal(Diagnostic.error(AccountCode.WRONG_PASSWORD, "this is not your password")
                    .helped("it is the one that you sign in with"));
        }
        attempts.succeeded(email);
    }

    static void requireEnabled(Account account) {
        if (account.disabled() != null) {
            throw new Refusal(Diagnostic.error(AccountCode.DISABLED, "the account was disabled")
                    .helped("ask those who run this node why"));
        }
    }

    private static Refusal wrong() {
        return new Refusal(
                Diagnostic.error(AccountCode.WRONG_PASSWORD, "e-mail address and password do not belong together")
                        .helped("check both; a forgotten password can be replaced"));
    }
}
