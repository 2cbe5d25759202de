package org.heralddata.accounts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.GroupRule;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.Letters;
import org.heralddata.accounts.Membership;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.Session;
import org.heralddata.accounts.Token;
import org.heralddata.accounts.desk.TestAccounts.Box;
import org.heralddata.model.access.Group;
import org.heralddata.model.diagnostic.Refusal;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final String GOOD = "seven quiet muons under ice";
    private static final String OTHER = "nine loud gammas over sand";
    private static final String ADDRESS = "192.0.2.7";

    private final Box box = new Box();
    private final AccountDesk desk = TestAccounts.desk(box);

    private static String email() {
        return "p" + UUID.randomUUID().toString().substring(0, 8) + "@kit.example";
    }

    private static String address() {
        return UUID.randomUUID().toString();
    }

    private Account person() {
        return person(email());
    }

    private Account person(String email) {
        Account made = desk.accounts().add(email, "", false);
        String link = TestAccounts.secret(desk.registration().operatorLink(made));
        return desk.registration().finish(link, "", GOOD, true, address());
    }

    private static void assertRefused(ThrowingCallable act, AccountCode code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().code())
                                .isEqualTo(code));
    }

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
        Account account = person();
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
        Account account = person();
        String first = TestAccounts.secret(desk.registration().operatorLink(account));
        String second = TestAccounts.secret(desk.registration().operatorLink(account));
        assertRefused(() -> desk.registration().look(first, ADDRESS), AccountCode.BAD_LINK);
        assertThat(desk.registration().look(second, ADDRESS).isNew()).isFalse();
    }

    @Test
    void whoHasAnAccountIsToldByLetterAlone() throws Exception {
        Account account = person();
        desk.registration().begin(account.email().toUpperCase(java.util.Locale.ROOT), "", address());
        assertThat(box.next().subject()).contains("already");
        desk.registration().reset(email(), address());
        assertThat(box.isEmpty()).isTrue();
    }

    @Test
    void aForgottenPasswordIsReplacedAndAllSessionsEnd() throws Exception {
        Account account = person();
        String secret = desk.sessions().begin(account.id(), "Firefox", ADDRESS);
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
        Account account = person();
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

    @Test
    void wrongAddressAndWrongPasswordAreAnsweredAlike() {
        Account account = person();
        Refusal wrong = refusal(() -> desk.signIn().check(account.email(), OTHER, address()));
        Refusal nobody = refusal(() -> desk.signIn().check(email(), OTHER, address()));
        assertThat(nobody.diagnostics()).isEqualTo(wrong.diagnostics());
    }

    @Test
    void manyWrongPasswordsMakeTheNextWaitLongerWhetherOrNotThereIsAnAccount() {
        for (String email : List.of(person().email(), email())) {
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
        Account account = person();
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
        Account account = person();
        assertThat(hash(account)).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        AccountDesk stronger = TestAccounts.desk(box, AccountSettings.USUAL);
        stronger.signIn().check(account.email(), GOOD, address());
        assertThat(hash(account)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(stronger.signIn().check(account.email(), GOOD, address()).id())
                .isEqualTo(account.id());
    }

    @Test
    void aSessionIsKnownByItsSecretUntilItEnds() {
        Account account = person();
        String secret = desk.sessions().begin(account.id(), "Firefox", ADDRESS);
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
        Account account = person();
        String idle = desk.sessions().begin(account.id(), "idle", ADDRESS);
        TestAccounts.ROWS.change(
                "update account_session set seen = now() - interval '49 hours' where account = ?", account.id());
        assertThat(desk.sessions().find(idle)).isEmpty();
        String old = desk.sessions().begin(account.id(), "old", ADDRESS);
        TestAccounts.ROWS.change("update account_session set expires = now() where account = ?", account.id());
        assertThat(desk.sessions().find(old)).isEmpty();
        desk.sweeping().sweep();
        assertThat(count("select count(*) from account_session where account = ?", account))
                .isZero();
    }

    @Test
    void theDatabaseHoldsNoSecret() throws Exception {
        Account account = person();
        String session = desk.sessions().begin(account.id(), "Firefox", ADDRESS);
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
    void aTokenIsGoodForItsScopesUntilItExpiresOrIsRevoked() {
        Account account = person();
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
        Account account = person();
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
        Account made = person();
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

    @Test
    void aDisabledAccountIsOutAtOnce() {
        Account account = person();
        String session = desk.sessions().begin(account.id(), "Firefox", ADDRESS);
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

    @Test
    void groupsAreJoinedByOperatorsAndByRules() {
        String domain = UUID.randomUUID().toString().substring(0, 8) + ".example";
        var top = new Group("g" + UUID.randomUUID().toString().substring(0, 8));
        var below = new Group(top + "/analysis");
        desk.groups().add(below, "Analysts");
        assertThat(desk.groups().list()).filteredOn(g -> g.group().equals(top)).hasSize(1);
        desk.groups().rule(GroupRule.read(top, "email=" + domain));
        desk.groups().rule(GroupRule.read(below, "email=*." + domain));

        Account exact = person("a@" + domain);
        Account deep = person("b@student." + domain);
        Account far = person("c@not" + domain);
        assertThat(desk.groups().groups(exact.id())).containsExactly(top);
        assertThat(desk.groups().groups(deep.id())).containsExactly(below);
        assertThat(desk.groups().groups(far.id())).isEmpty();

        desk.groups().join(below, far);
        assertThat(desk.groups().of(far.id())).containsExactly(new Membership(below, Membership.Why.OPERATOR, ""));
        String session = desk.sessions().begin(far.id(), "", ADDRESS);
        assertThat(desk.sessions().find(session).orElseThrow().viewer().isOf(top))
                .isTrue();
        assertThat(desk.groups().members(below)).extracting(Account::id).containsExactly(deep.id(), far.id());

        assertThat(desk.groups().unrule(GroupRule.read(top, "email=" + domain))).isTrue();
        assertThat(desk.groups().groups(exact.id())).isEmpty();
        assertThat(desk.groups().leave(below, far)).isTrue();
        assertThat(desk.sessions().find(session).orElseThrow().groups()).isEmpty();
        assertThat(desk.groups().remove(top)).isEqualTo(2);
    }

    @Test
    void anAddressThatIsNotConfirmedBringsNobodyIntoAGroup() {
        String domain = UUID.randomUUID().toString().substring(0, 8) + ".example";
        var group = new Group("g" + UUID.randomUUID().toString().substring(0, 8));
        desk.groups().add(group, "");
        desk.groups().rule(GroupRule.read(group, "email=" + domain));
        Account account = desk.accounts().add("a@" + domain, "", false);
        assertThat(desk.groups().groups(account.id())).isEmpty();
    }

    @Test
    void providersSpeakForTheAccountOfAConfirmedAddress() {
        var group = new Group("g" + UUID.randomUUID().toString().substring(0, 8));
        desk.groups().add(group, "");
        desk.groups().rule(GroupRule.read(group, "oidc:kit=physics"));
        Account account = person();
        String subject = UUID.randomUUID().toString();
        var told = new Identities.Told("kit", subject, account.email(), true, "Ada", List.of("physics", "staff"));
        assertThat(desk.identities().signIn(told).id()).isEqualTo(account.id());
        assertThat(desk.groups().groups(account.id())).containsExactly(group);

        var later = new Identities.Told("kit", subject, null, false, "Ada", List.of("staff"));
        assertThat(desk.identities().signIn(later).id()).isEqualTo(account.id());
        assertThat(desk.groups().groups(account.id())).isEmpty();
    }

    @Test
    void providersWithoutAConfirmedAddressMakeNoAccount() {
        var told = new Identities.Told("kit", UUID.randomUUID().toString(), email(), false, "", List.of());
        assertRefused(() -> desk.identities().signIn(told), AccountCode.PROVIDER_EMAIL);
        var fresh = new Identities.Told("kit", UUID.randomUUID().toString(), email(), true, "Bo", List.of());
        assertThat(desk.identities().signIn(fresh).name()).isEqualTo("Bo");
    }

    @Test
    void allThatIsKeptIsExportedAndDeleted() {
        Account account = person();
        desk.sessions().begin(account.id(), "Firefox", ADDRESS);
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
        Account first = person();
        desk.accounts().operator(first.id(), true);
        assertRefused(() -> desk.accounts().operator(first.id(), false), AccountCode.LAST_OPERATOR);
        assertRefused(() -> desk.ownData().delete(first), AccountCode.LAST_OPERATOR);
        Account second = person();
        desk.accounts().operator(second.id(), true);
        desk.accounts().operator(first.id(), false);
        assertThat(desk.accounts().find(first.id()).orElseThrow().operator()).isFalse();
    }

    @Test
    void oneAddressHasOneAccount() {
        Account account = person();
        assertRefused(
                () -> desk.accounts().add(account.email().toUpperCase(java.util.Locale.ROOT), "", false),
                AccountCode.EMAIL_TAKEN);
        assertRefused(() -> desk.accounts().add("no address", "", false), AccountCode.BAD_EMAIL);
        assertRefused(() -> desk.accounts().add("a@b\r\nBcc: c@d.example", "", false), AccountCode.BAD_EMAIL);
        assertRefused(() -> desk.accounts().named("nobody@nowhere.example"), AccountCode.NO_ACCOUNT);
    }

    @Test
    void groupsAndRulesThatAreNoneAreRefused() {
        assertRefused(() -> Groups.path("Kascade!"), AccountCode.BAD_GROUP);
        assertRefused(() -> desk.groups().named("not-there"), AccountCode.NO_GROUP);
        var group = new Group("g" + UUID.randomUUID().toString().substring(0, 8));
        desk.groups().add(group, "");
        assertRefused(() -> desk.groups().add(group, ""), AccountCode.GROUP_EXISTS);
        assertRefused(() -> GroupRule.read(group, "everybody"), AccountCode.BAD_RULE);
        assertThat(GroupRule.read(group, "oidc:kit=a b")).hasToString("oidc:kit=a b");
        assertThat(GroupRule.read(group, "EMAIL=*.KIT.edu")).hasToString("email=*.kit.edu");
    }

    private Refusal refusal(ThrowingCallable act) {
        return (Refusal) org.assertj.core.api.Assertions.catchThrowable(act);
    }

    private String hash(Account account) {
        return TestAccounts.ROWS
                .ask("select password from account where id = ?", row -> row.getString(1), account.id())
                .getFirst();
    }

    private static long count(String sql, Account account) {
        return TestAccounts.ROWS.ask(sql, row -> row.getLong(1), account.id()).getFirst();
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
