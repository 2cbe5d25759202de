package org.heralddata.accounts.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Secret;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Links that work once. The database holds hashes of their secrets. */
final class Links {
    private static final String COLUMNS = "purpose, account, email, name";

    private final Rows rows;

    Links(Rows rows) {
        this.rows = rows;
    }

    /**
     * What a link is for.
     *
     * @param account null if it is to make one
     * @param email   of the account to be made, or the new one of the account; null if it is for a password
     */
    record Told(
            Purpose purpose,
            @Nullable String account,
            @Nullable String email,
            String name) {}

    enum Purpose {
        /** Makes an account. */
        REGISTER,
        /** Chooses a password, the first or another. */
        PASSWORD,
        /** Changes the address. */
        EMAIL
    }

    /** The secret of a new link; older ones for the same are void. */
    String make(Told told, Duration life) {
        if (told.account() != null) {
            rows.change(
                    "delete from account_link where account = ? and purpose = ?",
                    told.account(),
                    told.purpose().name());
        } else {
            rows.change(
                    "delete from account_link where account is null and lower(email) = ?",
                    Email.of(String.valueOf(told.email())).key());
        }
        String secret = Secret.make();
        rows.change(
                "insert into account_link (hash, purpose, account, email, name, expires)"
                        + " values (?, ?, ?, ?, ?, now() + make_interval(secs => ?))",
                Secret.hash(secret),
                told.purpose().name(),
                told.account(),
                told.email(),
                told.name(),
                life.toSeconds());
        return secret;
    }

    Optional<Told> find(String secret) {
        return rows.one(
                "select " + COLUMNS + " from account_link where hash = ? and expires > now()", Links::read, (Object)
                        Secret.hash(secret));
    }

    /** Uses it up. */
    Told take(String secret) {
        return rows.one(
                        "delete from account_link where hash = ? and expires > now() returning " + COLUMNS,
                        Links::read,
                        (Object) Secret.hash(secret))
                .orElseThrow(Links::bad);
    }

    void sweep() {
        rows.change("delete from account_link where expires < now()");
    }

    static Refusal bad() {
        return new Refusal(Diagnostic.error(AccountCode.BAD_LINK, "the link was used or is too old")
                .helped("ask for a new one"));
    }

    private static Told read(ResultSet row) throws SQLException {
        return new Told(
                Purpose.valueOf(row.getString("purpose")),
                row.getString("account"),
                row.getString("email"),
                Optional.ofNullable(row.getString("name")).orElse(""));
    }
}
