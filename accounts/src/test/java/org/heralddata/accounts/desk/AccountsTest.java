package org.heralddata.accounts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heralddata.accounts.desk.TestPeople.ADDRESS;
import static org.heralddata.accounts.desk.TestPeople.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.desk.TestAccounts.Box;
import org.junit.jupiter.api.Test;

/** Accounts as they are kept, told and deleted. */
class AccountsTest {
    private final AccountDesk desk = TestAccounts.desk(new Box());
    private final TestPeople people = new TestPeople(desk);

    @Test
    void allThatIsKeptIsExportedAndDeleted() {
        Account account = people.person();
        desk.sessions().begin(account.id(), "Firefox", ADDRESS, false);
        desk.tokens().make(account, "laptop", Set.of(Scope.READ), Duration.ofDays(1));
        assertThat(desk.ownData().export(account).toString())
                .contains(account.email(), "Firefox", ADDRESS, "laptop", "Air showers")
                .doesNotContain("argon2");
        desk.ownData().delete(account);
        assertThat(desk.accounts().find(account.id())).isEmpty();
        assertThat(TestAccounts.Shelf.DELETED).contains(account.id());
        for (String table : List.of("account_session", "account_token", "account_member", "account_link")) {
            assertThat(count("select count(*) from " + table + " where account = ?", account))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void theLastOperatorStays() {
        TestAccounts.ROWS.change("update account set operator = false");
        Account first = people.person();
        desk.accounts().operator(first.id(), true);
        assertRefused(() -> desk.accounts().operator(first.id(), false), AccountCode.LAST_OPERATOR);
        assertRefused(() -> desk.ownData().delete(first), AccountCode.LAST_OPERATOR);
        Account second = people.person();
        desk.accounts().operator(second.id(), true);
        desk.accounts().operator(first.id(), false);
        assertThat(desk.accounts().find(first.id()).orElseThrow().operator()).isFalse();
    }

    @Test
    void oneAddressHasOneAccount() {
        Account account = people.person();
        assertRefused(
                () -> desk.accounts().add(account.email().toUpperCase(java.util.Locale.ROOT), "", false),
                AccountCode.EMAIL_TAKEN);
        assertRefused(() -> desk.accounts().add("no address", "", false), AccountCode.BAD_EMAIL);
        assertRefused(() -> desk.accounts().add("a@b\r\nBcc: c@d.example", "", false), AccountCode.BAD_EMAIL);
        assertRefused(() -> desk.accounts().named("nobody@nowhere.example"), AccountCode.NO_ACCOUNT);
    }

    private static long count(String sql, Account account) {
        return TestAccounts.ROWS.ask(sql, row -> row.getLong(1), account.id()).getFirst();
    }
}
