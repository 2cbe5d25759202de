package org.heralddata.accounts.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.heralddata.accounts.Account;

/** A row of {@code account} as what it stands for. */
final class AccountRow {
    static final String COLUMNS = "account.id, account.email, account.confirmed, account.name,"
            + " account.password is not null as has_password, account.operator, account.disabled, account.terms,"
            + " account.terms_agreed, account.created as account_created, account.last_sign_in";

    private AccountRow() {}

    static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("email"),
                Rows.time(row, "confirmed"),
                row.getString("name"),
                row.getBoolean("has_password"),
                row.getBoolean("operator"),
                Rows.time(row, "disabled"),
                row.getString("terms"),
                Rows.time(row, "terms_agreed"),
                Rows.at(row, "account_created"),
                Rows.time(row, "last_sign_in"));
    }
}
