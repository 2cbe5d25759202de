package org.heralddata.accounts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heralddata.accounts.desk.TestPeople.assertRefused;

import java.time.Duration;
import java.util.Set;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.Token;
import org.heralddata.accounts.desk.TestAccounts.Box;
import org.junit.jupiter.api.Test;

/** API tokens. */
class TokensTest {
    private final AccountDesk desk = TestAccounts.desk(new Box());
    private final TestPeople people = new TestPeople(desk);

    @Test
    void aTokenIsGoodForItsScopesUntilItExpiresOrIsRevoked() {
        Account account = people.person();
        Tokens.Made made =
                desk.tokens().make(account, "laptop", Set.of(Scope.READ, Scope.REQUESTS), Duration.ofDays(30));
        assertThat(made.secret()).startsWith(Token.PREFIX).hasSize(48);
        Identified who = desk.tokens().find(made.secret()).orElseThrow();
        assertThat(who.has(Scope.REQUESTS)).isTrue();
        assertThat(who.has(Scope.ADMIN)).isFalse();
        assertThat(desk.tokens().of(account.id()).getFirst().used()).isNotNull();

        desk.tokens().revoke(account.id(), made.token().number());
        assertThat(desk.tokens().find(made.secret())).isEmpty();
        assertRefused(() -> desk.tokens().revoke(account.id(), made.token().number()), AccountCode.NO_TOKEN);

        Tokens.Made old = desk.tokens().make(account, "old", Set.of(Scope.READ), Duration.ofDays(1));
        TestAccounts.ROWS.change("update account_token set expires = now() where account = ?", account.id());
        assertThat(desk.tokens().find(old.secret())).isEmpty();
    }

    @Test
    void tokensAreRefusedWithoutNameScopeOrEnd() {
        Account account = people.person();
        Duration day = Duration.ofDays(1);
        assertRefused(() -> desk.tokens().make(account, " ", Set.of(Scope.READ), day), AccountCode.TOKEN_ASKED);
        assertRefused(() -> desk.tokens().make(account, "a", Set.of(), day), AccountCode.TOKEN_ASKED);
        assertRefused(
                () -> desk.tokens().make(account, "a", Set.of(Scope.READ), Duration.ofDays(367)),
                AccountCode.TOKEN_ASKED);
        assertRefused(() -> desk.tokens().make(account, "a", Set.of(Scope.ADMIN), day), AccountCode.TOKEN_ASKED);
        for (int i = 0; i < TestAccounts.SETTINGS.tokens(); i++) {
            desk.tokens().make(account, "a", Set.of(Scope.READ), day);
        }
        assertRefused(() -> desk.tokens().make(account, "a", Set.of(Scope.READ), day), AccountCode.TOKEN_ASKED);
    }

    @Test
    void anOperatorsTokenIsOneOnlyWithTheScopeForIt() {
        Account made = people.person();
        desk.accounts().operator(made.id(), true);
        Account operator = desk.accounts().find(made.id()).orElseThrow();
        Duration day = Duration.ofDays(1);
        String plain =
                desk.tokens().make(operator, "a", Set.of(Scope.READ), day).secret();
        String admin = desk.tokens()
                .make(operator, "b", Set.of(Scope.READ, Scope.ADMIN), day)
                .secret();
        assertThat(desk.tokens().find(plain).orElseThrow().viewer().operator()).isFalse();
        assertThat(desk.tokens().find(admin).orElseThrow().viewer().operator()).isTrue();
    }
}
