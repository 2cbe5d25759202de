package org.heralddata.accounts.desk;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.password.PasswordRules;
import org.heralddata.accounts.password.Passwords;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How accounts come to be and how passwords are chosen: always by a link that was sent to the address or handed out by an
 * operator, so that nobody holds an account of an address that is not theirs. Answers do not tell who has an account.
 */
public final class Registration {
    private static final String LINK = "/account/link/";
    private static final String RESET = "/account/reset";

    private final AccountSettings settings;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Links links;
    private final Passwords passwords;
    private final Rates rates;
    private final Post post;
    private final Supplier<String> site;

    /** @param site address of the node, without the last slash; never from a request, which anybody can write */
    Registration(
            AccountSettings settings,
            Accounts accounts,
            Sessions sessions,
            Links links,
            Passwords passwords,
            Rates rates,
            Post post,
            Supplier<String> site) {
        this.settings = settings;
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.passwords = passwords;
        this.rates = rates;
        this.post = post;
        this.site = site;
    }

    /**
     * What a link asks of whoever follows it.
     *
     * @param email     of the account, that it will have
     * @param name      as far as it is known; may be empty
     * @param isNew     whether it makes an account, or gives one its first password
     * @param terms     whether the terms are to be agreed to
     * @param isAddress whether it confirms a new address, and asks nothing
     */
    public record Asked(String email, String name, boolean isNew, boolean terms, boolean isAddress) {}

    /** Whether people may register themselves. */
    public boolean isOpen() {
        return settings.open() && post.ready();
    }

    /** Whether a forgotten password can be replaced by a letter. */
    public boolean hasMail() {
        return post.ready();
    }

    /**
     * Sends a letter to finish a registration; to one who has an account, a letter that says so.
     *
     * @param address of the network
     * @throws Refusal if the node takes none, the address is none, or there were too many
     */
    public void begin(String email, String name, String address) {
        requireMail();
        if (!settings.open()) {
            throw new Refusal(Diagnostic.error(AccountCode.REGISTRATION_CLOSED, "this node takes no registrations")
                    .helped("ask those who run it for an account"));
        }
        Email given = Email.read(email);
        rates.require(Rates.Kind.REGISTER, address);
        if (!rates.lets(Rates.Kind.LETTERS_TO_ONE, given.key())) {
            return;
        }
        String secret = links.make(
                new Links.Told(Links.Purpose.REGISTER, null, given.written(), name.strip()), settings.link());
        if (accounts.byEmail(given.written()).isPresent()) {
            post.alreadyThere(given.written(), site.get() + RESET);
        } else {
            post.welcome(given.written(), link(secret));
        }
    }

    /** Sends a letter by which a new password can be chosen, if there is an account of the address. */
    public void reset(String email, String address) {
        requireMail();
        Email given = Email.read(email);
        rates.require(Rates.Kind.RESET, address);
        if (!rates.lets(Rates.Kind.LETTERS_TO_ONE, given.key())) {
            return;
        }
        accounts.byEmail(given.written())
                .filter(account -> account.disabled() == null)
                .ifPresent(account -> post.reset(account.email(), operatorLink(account)));
    }

    /** A link by which an account's password can be chosen, for an operator to hand out. */
    public String operatorLink(Account account) {
        return link(links.make(new Links.Told(Links.Purpose.PASSWORD, account.id(), null, ""), settings.link()));
    }

    /** Sends a letter to a new address; the account keeps the old one until it is confirmed. */
    public void readdress(Account account, String email) {
        requireMail();
        Email given = Email.read(email);
        rates.require(Rates.Kind.LETTERS_TO_ONE, given.key());
        String secret =
                links.make(new Links.Told(Links.Purpose.EMAIL, account.id(), given.written(), ""), settings.link());
        if (accounts.byEmail(given.written()).isEmpty()) {
            post.newAddress(given.written(), link(secret));
        }
        post.told(account.email(), "Your account here asked for another e-mail address: " + given.written());
    }

    /**
     * What a link asks; it stays good.
     *
     * @throws Refusal if it was used or is too old
     */
    public Asked look(String secret, String address) {
        rates.require(Rates.Kind.LINK, address);
        Links.Told told = links.find(secret).orElseThrow(Links::bad);
        Optional<Account> account = account(told);
        return new Asked(
                told.email() != null
                        ? told.email()
                        : account.map(Account::email).orElseThrow(Links::bad),
                account.map(Account::name).orElse(told.name()),
                told.purpose() != Links.Purpose.EMAIL
                        && account.map(a -> !a.password()).orElse(true),
                told.purpose() != Links.Purpose.EMAIL
                        && account.map(this::owesTerms).orElse(true),
                told.purpose() == Links.Purpose.EMAIL);
    }

    /** Whether the account has not agreed to the terms as they are. */
    public boolean owesTerms(Account account) {
        return !settings.termsVersion().equals(account.terms());
    }

    public void agree(Account account) {
        accounts.agreed(account.id(), settings.termsVersion());
    }

    /**
     * Makes the account or changes its password; all its sessions end.
     *
     * @param agreed to the terms
     * @throws Refusal if the link is void, the password too easy, or the terms are not agreed to; the link stays good
     */
    public Account finish(String secret, String name, String password, boolean agreed, String address) {
        Asked asked = look(secret, address);
        if (asked.isAddress()) {
            throw Links.bad();
        }
        PasswordRules.check(password, asked.email(), name);
        if (asked.terms() && !agreed) {
            throw new Refusal(Diagnostic.error(AccountCode.TERMS, "an account needs your agreement to the terms")
                    .helped("tick the box below them"));
        }
        Links.Told told = links.take(secret);
        Account account = told.purpose() == Links.Purpose.REGISTER
                ? accounts.add(asked.email(), name.isBlank() ? told.name() : name, true)
                : account(told).orElseThrow(Links::bad);
        SignIn.requireEnabled(account);
        accounts.confirm(account.id());
        accounts.password(account.id(), passwords.hash(password));
        if (asked.terms()) {
            agree(account);
        }
        sessions.endAll(account.id(), 0);
        if (!asked.isNew()) {
            post.told(account.email(), "The password of your account was changed.");
        }
        accounts.signedIn(account.id());
        return accounts.find(account.id()).orElseThrow(Links::bad);
    }

    /** Gives the account the address that the link was sent to. */
    public void confirmAddress(String secret) {
        Links.Told told = links.take(secret);
        if (told.purpose() != Links.Purpose.EMAIL) {
            throw Links.bad();
        }
        accounts.readdress(Objects.requireNonNull(told.account()), Email.read(Objects.requireNonNull(told.email())));
    }

    /**
     * Changes a password by one who is signed in and has shown the old one; other sessions end.
     *
     * @param session that stays
     */
    public void change(Account account, String password, long session) {
        PasswordRules.check(password, account.email(), account.name());
        accounts.password(account.id(), passwords.hash(password));
        sessions.endAll(account.id(), session);
        post.told(account.email(), "The password of your account was changed.");
    }

    private String link(String secret) {
        return site.get() + LINK + secret;
    }

    private Optional<Account> account(Links.Told told) {
        @Nullable String id = told.account();
        return id == null ? Optional.empty() : accounts.find(id);
    }

    private void requireMail() {
        if (!post.ready()) {
            throw new Refusal(Diagnostic.error(AccountCode.NO_MAIL, "this node cannot send e-mail")
                    .helped("ask those who run it: they can make accounts and hand out links to choose a password"));
        }
    }
}
