package org.heralddata.accounts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heralddata.accounts.desk.TestPeople.GOOD;
import static org.heralddata.accounts.desk.TestPeople.OTHER;
import static org.heralddata.accounts.desk.TestPeople.address;
import static org.heralddata.accounts.desk.TestPeople.assertRefused;
import static org.heralddata.accounts.desk.TestPeople.email;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.desk.TestAccounts.Box;
import org.heralddata.model.diagnostic.Refusal;
import org.junit.jupiter.api.Test;

/** By address and password, and against guessing. */
class SignInTest {
    private final Box box = new Box();
    private final AccountDesk desk = TestAccounts.desk(box);
    private final TestPeople people = new TestPeople(desk);

    @Test
    void wrongAddressAndWrongPasswordAreAnsweredAlike() {
        Account account = people.person();
        Refusal wrong = refusal(() -> desk.signIn().check(account.email(), OTHER, address()));
        Refusal nobody = refusal(() -> desk.signIn().check(email(), OTHER, address()));
        assertThat(nobody.diagnostics()).isEqualTo(wrong.diagnostics());
    }

    @Test
    void manyWrongPasswordsMakeTheNextWaitLongerWhetherOrNotThereIsAnAccount() {
        for (String email : List.of(people.person().email(), email())) {
            for (int i = 0; i < Attempts.FREE; i++) {
                assertRefused(() -> desk.signIn().check(email, OTHER, address()), AccountCode.WRONG_PASSWORD);
            }
            assertRefused(() -> desk.signIn().check(email, GOOD, address()), AccountCode.LOCKED);
            double first = locked(email);
            unlock(email);
            assertRefused(() -> desk.signIn().check(email, OTHER, address()), AccountCode.WRONG_PASSWORD);
            assertThat(locked(email)).isGreaterThan(first);
            for (int i = 0; i < 12; i++) {
                unlock(email);
                assertRefused(() -> desk.signIn().check(email, OTHER, address()), AccountCode.WRONG_PASSWORD);
            }
            assertThat(locked(email)).isBetween(890.0, 900.0);
        }
    }

    @Test
    void theRightPasswordMakesWrongOnesForgotten() {
        Account account = people.person();
        for (int i = 0; i < Attempts.FREE - 1; i++) {
            assertRefused(() -> desk.signIn().check(account.email(), OTHER, address()), AccountCode.WRONG_PASSWORD);
        }
        desk.signIn().check(account.email(), GOOD, address());
        for (int i = 0; i < Attempts.FREE - 1; i++) {
            assertRefused(() -> desk.signIn().check(account.email(), OTHER, address()), AccountCode.WRONG_PASSWORD);
        }
        desk.signIn().check(account.email(), GOOD, address());
    }

    @Test
    void manyTriesFromOneAddressAreRefused() {
        String address = address();
        for (int i = 0; i < 30; i++) {
            assertRefused(() -> desk.signIn().check(email(), OTHER, address), AccountCode.WRONG_PASSWORD);
        }
        assertRefused(() -> desk.signIn().check(email(), OTHER, address), AccountCode.TOO_OFTEN);
    }

    @Test
    void hashesAreArgon2idAndMadeAnewWhereTheyAreWeaker() {
        Account account = people.person();
        assertThat(hash(account)).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        AccountDesk stronger = TestAccounts.desk(box, AccountSettings.USUAL);
        stronger.signIn().check(account.email(), GOOD, address());
        assertThat(hash(account)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(stronger.signIn().check(account.email(), GOOD, address()).id())
                .isEqualTo(account.id());
    }

    private Refusal refusal(ThrowingCallable act) {
        return (Refusal) org.assertj.core.api.Assertions.catchThrowable(act);
    }

    private String hash(Account account) {
        return TestAccounts.ROWS
                .ask("select password from account where id = ?", row -> row.getString(1), account.id())
                .getFirst();
    }

    private static double locked(String email) {
        return TestAccounts.ROWS
                .ask(
                        "select extract(epoch from locked_until - now()) from account_attempt where who = ?",
                        row -> row.getDouble(1),
                        (Object) org.heralddata.accounts.Secret.hash(email))
                .getFirst();
    }

    private static void unlock(String email) {
        TestAccounts.ROWS.change("update account_attempt set locked_until = now() where who = ?", (Object)
                org.heralddata.accounts.Secret.hash(email));
    }
}
