package org.heralddata.accounts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heralddata.accounts.desk.TestPeople.ADDRESS;
import static org.heralddata.accounts.desk.TestPeople.GOOD;
import static org.heralddata.accounts.desk.TestPeople.address;
import static org.heralddata.accounts.desk.TestPeople.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.Session;
import org.heralddata.accounts.desk.TestAccounts.Box;
import org.junit.jupiter.api.Test;

/** Browsers and programs that are known by a secret. */
class SessionsTest {
    private final AccountDesk desk = TestAccounts.desk(new Box());
    private final TestPeople people = new TestPeople(desk);

    @Test
    void aSessionIsKnownByItsSecretUntilItEnds() {
        Account account = people.person();
        String secret = desk.sessions().begin(account.id(), "Firefox", ADDRESS, false);
        Identified who = desk.sessions().find(secret).orElseThrow();
        assertThat(who.account().id()).isEqualTo(account.id());
        assertThat(who.viewer().account()).isEqualTo(account.id());
        assertThat(desk.sessions().of(account.id())).extracting(Session::agent).containsExactly("Firefox");
        assertThat(desk.sessions().find(secret + "x")).isEmpty();
        assertThat(desk.sessions().end(account.id(), who.session())).isTrue();
        assertThat(desk.sessions().find(secret)).isEmpty();
    }

    @Test
    void aSessionEndsWhenItIsNotUsedAndInAnyCaseInTheEnd() {
        Account account = people.person();
        String idle = desk.sessions().begin(account.id(), "idle", ADDRESS, false);
        TestAccounts.ROWS.change(
                "update account_session set seen = now() - interval '49 hours' where account = ?", account.id());
        assertThat(desk.sessions().find(idle)).isEmpty();
        String old = desk.sessions().begin(account.id(), "old", ADDRESS, false);
        TestAccounts.ROWS.change("update account_session set expires = now() where account = ?", account.id());
        assertThat(desk.sessions().find(old)).isEmpty();
        desk.sweeping().sweep();
        assertThat(count("select count(*) from account_session where account = ?", account))
                .isZero();
    }

    @Test
    void theDatabaseHoldsNoSecret() throws Exception {
        Account account = people.person();
        String session = desk.sessions().begin(account.id(), "Firefox", ADDRESS, false);
        String token = desk.tokens()
                .make(account, "laptop", Set.of(Scope.READ), Duration.ofDays(1))
                .secret();
        String link = TestAccounts.secret(desk.registration().operatorLink(account));
        for (String table : List.of("account", "account_session", "account_token", "account_link")) {
            List<String> rows = TestAccounts.ROWS.ask("select t::text from " + table + " t", row -> row.getString(1));
            assertThat(rows).isNotEmpty();
            assertThat(String.join("\n", rows)).doesNotContain(session, token, token.substring(5), link, GOOD);
        }
    }

    @Test
    void aDisabledAccountIsOutAtOnce() {
        Account account = people.person();
        String session = desk.sessions().begin(account.id(), "Firefox", ADDRESS, false);
        String token = desk.tokens()
                .make(account, "a", Set.of(Scope.READ), Duration.ofDays(1))
                .secret();
        desk.accounts().disable(account.id(), true);
        assertThat(desk.sessions().find(session)).isEmpty();
        assertThat(desk.tokens().find(token)).isEmpty();
        assertRefused(() -> desk.signIn().check(account.email(), GOOD, address()), AccountCode.DISABLED);
        desk.accounts().disable(account.id(), false);
        desk.signIn().check(account.email(), GOOD, address());
    }

    private static long count(String sql, Account account) {
        return TestAccounts.ROWS.ask(sql, row -> row.getLong(1), account.id()).getFirst();
    }
}
