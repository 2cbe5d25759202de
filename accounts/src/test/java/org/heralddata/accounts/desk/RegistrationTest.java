package org.heralddata.accounts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heralddata.accounts.desk.TestPeople.ADDRESS;
import static org.heralddata.accounts.desk.TestPeople.GOOD;
import static org.heralddata.accounts.desk.TestPeople.OTHER;
import static org.heralddata.accounts.desk.TestPeople.address;
import static org.heralddata.accounts.desk.TestPeople.assertRefused;
import static org.heralddata.accounts.desk.TestPeople.email;

import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.Letters;
import org.heralddata.accounts.desk.TestAccounts.Box;
import org.junit.jupiter.api.Test;

/** How accounts come to be, and how passwords are chosen. */
class RegistrationTest {
    private final Box box = new Box();
    private final AccountDesk desk = TestAccounts.desk(box);
    private final TestPeople people = new TestPeople(desk);

    @Test
    void registersByALetterToTheAddress() throws Exception {
        String email = email();
        desk.registration().begin(email, "Ada", address());
        String link = box.link();
        assertThat(desk.accounts().byEmail(email)).isEmpty();
        assertThat(desk.registration().look(link, ADDRESS))
                .isEqualTo(new Registration.Asked(email, "Ada", true, true, false));

        assertRefused(() -> desk.registration().finish(link, "", GOOD, false, ADDRESS), AccountCode.TERMS);
        Account made = desk.registration().finish(link, "", GOOD, true, ADDRESS);
        assertThat(made.email()).isEqualTo(email);
        assertThat(made.name()).isEqualTo("Ada");
        assertThat(made.confirmed()).isNotNull();
        assertThat(made.terms()).isEqualTo(AccountSettings.USUAL.termsVersion());
        assertThat(made.termsAgreed()).isNotNull();
        assertThat(desk.signIn().check(email, GOOD, address()).id()).isEqualTo(made.id());
    }

    @Test
    void aLinkWorksOnceAndForADay() throws Exception {
        Account account = people.person();
        String link = TestAccounts.secret(desk.registration().operatorLink(account));
        desk.registration().finish(link, "", OTHER, true, ADDRESS);
        assertRefused(() -> desk.registration().finish(link, "", GOOD, true, ADDRESS), AccountCode.BAD_LINK);

        String old = TestAccounts.secret(desk.registration().operatorLink(account));
        TestAccounts.ROWS.change("update account_link set expires = now() where account = ?", account.id());
        assertRefused(() -> desk.registration().look(old, ADDRESS), AccountCode.BAD_LINK);
        assertRefused(() -> desk.registration().finish(old, "", GOOD, true, ADDRESS), AccountCode.BAD_LINK);
    }

    @Test
    void onlyTheNewestLinkIsGood() {
        Account account = people.person();
        String first = TestAccounts.secret(desk.registration().operatorLink(account));
        String second = TestAccounts.secret(desk.registration().operatorLink(account));
        assertRefused(() -> desk.registration().look(first, ADDRESS), AccountCode.BAD_LINK);
        assertThat(desk.registration().look(second, ADDRESS).isNew()).isFalse();
    }

    @Test
    void whoHasAnAccountIsToldByLetterAlone() throws Exception {
        Account account = people.person();
        desk.registration().begin(account.email().toUpperCase(java.util.Locale.ROOT), "", address());
        assertThat(box.next().subject()).contains("already");
        desk.registration().reset(email(), address());
        assertThat(box.isEmpty()).isTrue();
    }

    @Test
    void aForgottenPasswordIsReplacedAndAllSessionsEnd() throws Exception {
        Account account = people.person();
        String secret = desk.sessions().begin(account.id(), "Firefox", ADDRESS, false);
        desk.registration().reset(account.email(), address());
        desk.registration().finish(box.link(), "", OTHER, false, ADDRESS);
        assertThat(desk.sessions().find(secret)).isEmpty();
        assertThat(box.next().text()).contains("password of your account was changed");
        assertRefused(() -> desk.signIn().check(account.email(), GOOD, address()), AccountCode.WRONG_PASSWORD);
        assertThat(desk.signIn().check(account.email(), OTHER, address()).id()).isEqualTo(account.id());
    }

    @Test
    void withoutMailNobodyRegistersAndThePageSaysSo() {
        AccountDesk mute = TestAccounts.desk(Letters.NONE);
        assertThat(mute.registration().isOpen()).isFalse();
        assertRefused(() -> mute.registration().begin(email(), "", ADDRESS), AccountCode.NO_MAIL);
        assertRefused(() -> mute.registration().reset(email(), ADDRESS), AccountCode.NO_MAIL);
    }

    @Test
    void aClosedNodeTakesNoRegistrations() {
        AccountDesk closed = TestAccounts.desk(box, TestAccounts.SETTINGS.withOpen(false));
        assertThat(closed.registration().isOpen()).isFalse();
        assertRefused(() -> closed.registration().begin(email(), "", ADDRESS), AccountCode.REGISTRATION_CLOSED);
    }

    @Test
    void aNewAddressHasToBeConfirmedAndTheOldOneIsTold() throws Exception {
        Account account = people.person();
        String wanted = email();
        desk.registration().readdress(account, wanted);
        var letters = new java.util.HashMap<String, String>();
        for (int i = 0; i < 2; i++) {
            var letter = box.next();
            letters.put(letter.to(), letter.text());
        }
        assertThat(letters.get(account.email())).contains(wanted);
        assertThat(desk.accounts().find(account.id()).orElseThrow().email()).isEqualTo(account.email());
        desk.registration().confirmAddress(TestAccounts.secret(letters.getOrDefault(wanted, "")));
        assertThat(desk.accounts().find(account.id()).orElseThrow().email()).isEqualTo(wanted);
    }
}
