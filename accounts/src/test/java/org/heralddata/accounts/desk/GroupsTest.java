package org.heralddata.accounts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heralddata.accounts.desk.TestPeople.ADDRESS;
import static org.heralddata.accounts.desk.TestPeople.assertRefused;

import java.util.UUID;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.GroupRule;
import org.heralddata.accounts.Membership;
import org.heralddata.accounts.desk.TestAccounts.Box;
import org.heralddata.model.access.Group;
import org.junit.jupiter.api.Test;

/** Groups and their rules. */
class GroupsTest {
    private final AccountDesk desk = TestAccounts.desk(new Box());
    private final TestPeople people = new TestPeople(desk);

    @Test
    void groupsAreJoinedByOperatorsAndByRules() {
        String domain = UUID.randomUUID().toString().substring(0, 8) + ".example";
        var top = new Group("g" + UUID.randomUUID().toString().substring(0, 8));
        var below = new Group(top + "/analysis");
        desk.groups().add(below, "Analysts");
        assertThat(desk.groups().list()).filteredOn(g -> g.group().equals(top)).hasSize(1);
        desk.groups().rule(GroupRule.read(top, "email=" + domain));
        desk.groups().rule(GroupRule.read(below, "email=*." + domain));

        Account exact = people.person("a@" + domain);
        Account deep = people.person("b@student." + domain);
        Account far = people.person("c@not" + domain);
        assertThat(desk.groups().groups(exact.id())).containsExactly(top);
        assertThat(desk.groups().groups(deep.id())).containsExactly(below);
        assertThat(desk.groups().groups(far.id())).isEmpty();

        desk.groups().join(below, far);
        assertThat(desk.groups().of(far.id())).containsExactly(new Membership(below, Membership.Why.OPERATOR, ""));
        String session = desk.sessions().begin(far.id(), "", ADDRESS, false);
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
}
