package org.heralddata.accounts.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Accounts as rows: who there is. How they sign in is told elsewhere. */
public final class Accounts {
    private static final int LONGEST_NAME = 100;

    private final Rows rows;

    Accounts(Rows rows) {
        this.rows = rows;
    }

    /** Over a database with Herald's tables. */
    public static Accounts of(Supplier<DataSource> database) {
        return new Accounts(new Rows(database));
    }

    public Optional<Account> find(String id) {
        return one("select " + AccountRow.COLUMNS + " from account where id = ?", id);
    }

    /** @param email in any case */
    public Optional<Account> byEmail(String email) {
        return one(
                "select " + AccountRow.COLUMNS + " from account where email_key = ?",
                Email.of(email).key());
    }

    /**
     * By address or id.
     *
     * @throws Refusal if there is none
     */
    public Account named(String emailOrId) {
        return byEmail(emailOrId).or(() -> find(emailOrId)).orElseThrow(() -> none(emailOrId));
    }

    /** All, or those whose address or name has the words in it; by address. */
    public List<Account> list(String words, int most) {
        return rows.ask(
                "select " + AccountRow.COLUMNS + " from account"
                        + " where strpos(email_key, ?) > 0 or strpos(lower(name), ?) > 0 order by email_key limit ?",
                AccountRow::read,
                Email.of(words).key(),
                Email.of(words).key(),
                most);
    }

    public int count() {
        return rows.ask("select count(*) from account", row -> row.getInt(1)).getFirst();
    }

    /**
     * Makes one that nobody can sign in to yet.
     *
     * @throws Refusal if the address is none or taken
     */
    public Account add(String email, String name, boolean confirmed) {
        Email address = Email.read(email);
        try {
            return one(
                            "insert into account (id, email, email_key, name, confirmed)"
                                    + " values (?, ?, ?, ?, case when ? then now() end) returning "
                                    + AccountRow.COLUMNS,
                            UUID.randomUUID().toString(),
                            address.written(),
                            address.key(),
                            tidy(name),
                            confirmed)
                    .orElseThrow();
        } catch (Rows.Taken taken) {
            throw new Refusal(
                    Diagnostic.error(
                                    AccountCode.EMAIL_TAKEN, "there is an account of `%s`".formatted(address.written()))
                            .helped("`herald user show` tells of it"),
                    taken);
        }
    }

    public void rename(String id, String name) {
        rows.change("update account set name = ? where id = ?", tidy(name), id);
    }

    /** The address, shown to be theirs. */
    void readdress(String id, Email email) {
        try {
            rows.change(
                    "update account set email = ?, email_key = ?, confirmed = now() where id = ?",
                    email.written(),
                    email.key(),
                    id);
        } catch (Rows.Taken taken) {
            throw new Refusal(
                    Diagnostic.error(AccountCode.EMAIL_TAKEN, "another account has this e-mail address"), taken);
        }
    }

    void confirm(String id) {
        rows.change("update account set confirmed = coalesce(confirmed, now()) where id = ?", id);
    }

    /** @param disabled true to end all its sessions, too */
    public void disable(String id, boolean disabled) {
        rows.change(
                "update account set disabled = case when ? then coalesce(disabled, now()) end where id = ?",
                disabled,
                id);
        if (disabled) {
            rows.change("delete from account_session where account = ?", id);
        }
    }

    /** @throws Refusal if it is the last operator that would be none */
    public void operator(String id, boolean operator) {
        if (operator) {
            rows.change("update account set operator = true where id = ?", id);
        } else {
            requireAnotherOperator(id);
            rows.change("update account set operator = false where id = ?", id);
        }
    }

    /** That a node with operators keeps one. */
    public void requireAnotherOperator(String id) {
        boolean last = rows.ask(
                        "select exists (select from account where id = ? and operator)"
                                + " and not exists (select from account where id <> ? and operator and disabled is null)",
                        row -> row.getBoolean(1),
                        id,
                        id)
                .getFirst();
        if (last) {
            throw new Refusal(Diagnostic.error(AccountCode.LAST_OPERATOR, "this is the last operator of the node")
                    .helped("make somebody else one first: herald user operator EMAIL"));
        }
    }

    void agreed(String id, String version) {
        rows.change("update account set terms = ?, terms_agreed = now() where id = ?", version, id);
    }

    void signedIn(String id) {
        rows.change("update account set last_sign_in = now() where id = ?", id);
    }

    /** Null if none was chosen. */
    @Nullable
    String passwordHash(String id) {
        return rows
                .<Optional<String>>ask(
                        "select password from account where id = ?", row -> Optional.ofNullable(row.getString(1)), id)
                .stream()
                .findFirst()
                .flatMap(hash -> hash)
                .orElse(null);
    }

    void password(String id, String hash) {
        rows.change("update account set password = ? where id = ?", hash, id);
    }

    void delete(String id) {
        rows.change("delete from account where id = ?", id);
    }

    private Optional<Account> one(String sql, @Nullable Object... values) {
        return rows.one(sql, AccountRow::read, values);
    }

    private static String tidy(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
    }

    static Refusal none(String emailOrId) {
        return new Refusal(Diagnostic.error(AccountCode.NO_ACCOUNT, "there is no account `%s`".formatted(emailOrId))
                .helped("`herald user list` shows them all"));
    }
}
