package org.heralddata.accounts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heralddata.accounts.desk.TestPeople.ADDRESS;
import static org.heralddata.accounts.desk.TestPeople.assertRefused;

import java.time.Instant;
import java.util.List;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.desk.TestAccounts.Box;
import org.heralddata.accounts.second.RecoveryCodes;
import org.heralddata.accounts.second.Totp;
import org.junit.jupiter.api.Test;

/** With a clock that stands still unless a test moves it. */
class SecondFactorsTest {
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final Box box = new Box();
    private final AccountDesk desk = TestAccounts.desk(box, TestAccounts.SETTINGS, () -> now);
    private final SecondFactors factors = desk.secondFactors();
    private final Account account = new TestPeople(desk).person();

    private byte[] setUp() {
        byte[] secret = factors.begin(account);
        factors.confirm(account, Totp.code(secret, now), 0);
        return secret;
    }

    private String later(byte[] secret) {
        now = now.plusSeconds(30);
        return Totp.code(secret, now);
    }

    @Test
    void isOnOnceItsFirstCodeWasShownAndItsOwnerIsTold() throws Exception {
        String secret = desk.sessions().begin(account.id(), "here", ADDRESS, false);
        String other = desk.sessions().begin(account.id(), "there", ADDRESS, false);
        Identified here = desk.sessions().find(secret).orElseThrow();
        assertThat(here.strong()).isFalse();
        byte[] shared = factors.begin(account);
        assertThat(factors.of(account.id())).isEmpty();
        assertRefused(() -> factors.confirm(account, "000000", here.session()), AccountCode.WRONG_CODE);

        List<String> codes = factors.confirm(account, Totp.code(shared, now), here.session());
        assertThat(codes).hasSize(RecoveryCodes.COUNT);
        assertThat(factors.of(account.id()).orElseThrow().codes()).isEqualTo(RecoveryCodes.COUNT);
        assertThat(box.next().text()).contains("second factor was set up");
        assertThat(desk.sessions().find(secret).orElseThrow().strong()).isTrue();
        assertThat(desk.sessions().find(other)).isEmpty();
        assertRefused(() -> factors.begin(account), AccountCode.SECOND_FACTOR_ON);
        assertRefused(() -> factors.confirm(account, later(shared), 0), AccountCode.SECOND_FACTOR_ON);
    }

    @Test
    void noCodeIsGoodTwiceAndNoneBeforeOneThatWasTaken() {
        byte[] secret = setUp();
        assertRefused(() -> factors.check(account, Totp.code(secret, now)), AccountCode.WRONG_CODE);
        String next = later(secret);
        factors.check(account, next.substring(0, 3) + " " + next.substring(3));
        assertRefused(() -> factors.check(account, next), AccountCode.WRONG_CODE);
        assertRefused(() -> factors.check(account, Totp.code(secret, now.minusSeconds(30))), AccountCode.WRONG_CODE);
        factors.check(account, later(secret));
    }

    @Test
    void manyWrongCodesMakeTheNextWait() {
        byte[] secret = setUp();
        for (int i = 0; i < Attempts.FREE; i++) {
            assertRefused(() -> factors.check(account, "000000"), AccountCode.WRONG_CODE);
        }
        assertRefused(() -> factors.check(account, later(secret)), AccountCode.LOCKED);
        assertRefused(() -> factors.remove(account, later(secret)), AccountCode.LOCKED);
        // passwords are counted apart
        assertThat(desk.signIn()
                        .check(account.email(), TestPeople.GOOD, TestPeople.address())
                        .id())
                .isEqualTo(account.id());
    }

    @Test
    void aRecoveryCodeIsGoodOnceAndItsUseIsTold() throws Exception {
        byte[] secret = factors.begin(account);
        List<String> codes = factors.confirm(account, Totp.code(secret, now), 0);
        box.next();
        factors.check(account, codes.get(3).toUpperCase(java.util.Locale.ROOT).replace('-', ' '));
        assertThat(box.next().text()).contains("recovery code");
        assertThat(factors.of(account.id()).orElseThrow().codes()).isEqualTo(RecoveryCodes.COUNT - 1);
        assertRefused(() -> factors.check(account, codes.get(3)), AccountCode.WRONG_CODE);

        List<String> fresh = factors.renew(account, later(secret));
        assertThat(box.next().text()).contains("recovery codes of your account were replaced");
        assertRefused(() -> factors.check(account, codes.get(4)), AccountCode.WRONG_CODE);
        factors.check(account, fresh.get(4));
    }

    @Test
    void isTakenAwayByItsOwnerWithACodeOrByAnOperator() throws Exception {
        byte[] secret = setUp();
        box.next();
        String strong = desk.sessions().begin(account.id(), "here", ADDRESS, true);
        assertRefused(() -> factors.remove(account, "123"), AccountCode.WRONG_CODE);
        factors.remove(account, later(secret));
        assertThat(box.next().text()).contains("second factor of your account was taken away");
        assertThat(factors.of(account.id())).isEmpty();
        assertThat(desk.sessions().find(strong).orElseThrow().strong()).isFalse();
        assertRefused(() -> factors.check(account, later(secret)), AccountCode.NO_SECOND_FACTOR);
        setUp();
        assertThat(factors.remove(account)).isTrue();
        assertThat(factors.remove(account)).isFalse();
    }

    @Test
    void aSignInThatLacksACodeIsNoSessionAndEndsInTime() {
        byte[] secret = setUp();
        String half = desk.halfSignIns().begin(account);
        assertThat(desk.sessions().find(half)).isEmpty();
        assertThat(desk.halfSignIns().find(half).orElseThrow().id()).isEqualTo(account.id());
        assertRefused(() -> desk.halfSignIns().finish(half, "000000"), AccountCode.WRONG_CODE);
        assertThat(desk.halfSignIns().finish(half, later(secret)).id()).isEqualTo(account.id());
        assertRefused(() -> desk.halfSignIns().finish(half, later(secret)), AccountCode.HALF_SIGN_IN);

        String late = desk.halfSignIns().begin(account);
        TestAccounts.ROWS.change("update account_half set expires = now() where account = ?", account.id());
        assertThat(desk.halfSignIns().find(late)).isEmpty();
        assertRefused(() -> desk.halfSignIns().finish(late, later(secret)), AccountCode.HALF_SIGN_IN);
        desk.sweeping().sweep();
        assertThat(TestAccounts.ROWS.ask(
                        "select 1 from account_half where account = ?", row -> row.getInt(1), account.id()))
                .isEmpty();
    }

    @Test
    void theDatabaseAndTheExportHoldNeitherSecretNorCodes() {
        byte[] secret = factors.begin(account);
        List<String> codes = factors.confirm(account, Totp.code(secret, now), 0);
        String kept = TestAccounts.ROWS
                .ask(
                        "select encode(sealed, 'hex') || (select string_agg(encode(hash, 'hex'), ' ')"
                                + " from account_recovery r where r.account = s.account) from account_second s where account = ?",
                        row -> row.getString(1),
                        account.id())
                .getFirst();
        String hex = java.util.HexFormat.of().formatHex(secret);
        assertThat(kept).isNotBlank().doesNotContain(hex);
        String export = desk.ownData().export(account).toString();
        assertThat(export).contains("second_factor", "recovery_codes=" + RecoveryCodes.COUNT);
        assertThat(export).doesNotContain(hex, Totp.typed(secret), codes.getFirst());
    }

    @Test
    void whereItIsRequiredAnOperatorOperatesOnlyInAStrongSession() {
        desk.accounts().operator(account.id(), true);
        AccountDesk strict = TestAccounts.desk(box, TestAccounts.SETTINGS.withStrong(true), () -> now);
        String weak = desk.sessions().begin(account.id(), "weak", ADDRESS, false);
        String strong = desk.sessions().begin(account.id(), "strong", ADDRESS, true);
        assertThat(desk.sessions().find(weak).orElseThrow().operates()).isTrue();
        Identified refused = strict.sessions().find(weak).orElseThrow();
        assertThat(refused.operates()).isFalse();
        assertThat(refused.viewer().operator()).isFalse();
        assertThat(strict.sessions().find(strong).orElseThrow().viewer().operator())
                .isTrue();
    }
}
