package org.heralddata.accounts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heralddata.accounts.desk.TestPeople.assertRefused;
import static org.heralddata.accounts.desk.TestPeople.email;

import java.util.List;
import java.util.UUID;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.GroupRule;
import org.heralddata.accounts.desk.TestAccounts.Box;
import org.heralddata.model.access.Group;
import org.junit.jupiter.api.Test;

/** People for whom identity providers speak. */
class IdentitiesTest {
    private final AccountDesk desk = TestAccounts.desk(new Box());
    private final TestPeople people = new TestPeople(desk);

    @Test
    void providersSpeakForTheAccountOfAConfirmedAddress() {
        var group = new Group("g" + UUID.randomUUID().toString().substring(0, 8));
        desk.groups().add(group, "");
        desk.groups().rule(GroupRule.read(group, "oidc:kit=physics"));
        Account account = people.person();
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
}
