package org.heralddata.accounts.desk;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.GroupAbout;
import org.heralddata.accounts.GroupRule;
import org.heralddata.accounts.Membership;
import org.heralddata.model.access.Group;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;

/** Groups, who is in them, and by what rules. */
public final class Groups {
    private final Rows rows;

    Groups(Rows rows) {
        this.rows = rows;
    }

    /** Over a database with Herald's tables. */
    public static Groups of(Supplier<DataSource> database) {
        return new Groups(new Rows(database));
    }

    /** @throws Refusal if the text is no path */
    public static Group path(String text) {
        if (!Group.isPath(text)) {
            throw new Refusal(Diagnostic.error(AccountCode.BAD_GROUP, "`%s` is not the path of a group".formatted(text))
                    .helped("write lower-case letters, digits and hyphens, with slashes between: kascade/analysis"));
        }
        return new Group(text);
    }

    /** @throws Refusal if there is none of the path */
    public Group named(String text) {
        Group group = path(text);
        List<String> known = rows.ask("select path from account_group order by path", row -> row.getString(1));
        if (known.contains(group.path())) {
            return group;
        }
        String help = Nearest.help(text, known);
        throw new Refusal(Diagnostic.error(AccountCode.NO_GROUP, "there is no group `%s`".formatted(text))
                .helped(help != null ? help : "make it: herald group add " + text));
    }

    /** Makes one; those above it, too. */
    public void add(Group group, String description) {
        try {
            rows.change(
                    "insert into account_group (path, description) values (?, ?)", group.path(), description.strip());
        } catch (Rows.Taken taken) {
            throw new Refusal(
                    Diagnostic.error(AccountCode.GROUP_EXISTS, "there is a group `%s` already".formatted(group)),
                    taken);
        }
        for (Group above : group.andAbove()) {
            rows.change("insert into account_group (path) values (?) on conflict do nothing", above.path());
        }
    }

    /** With those below it, their rules and memberships; how many groups there were. */
    public int remove(Group group) {
        return rows.change(
                "delete from account_group where path = ? or starts_with(path, ?)", group.path(), group.path() + "/");
    }

    public List<GroupAbout> list() {
        List<GroupRule> rules = rows.ask(
                "select number, path, kind, provider, value from account_rule order by number",
                row -> new GroupRule(
                        row.getLong("number"),
                        new Group(row.getString("path")),
                        Membership.Why.valueOf(row.getString("kind")),
                        row.getString("provider"),
                        row.getString("value")));
        return rows.ask(
                "select path, description, (select count(distinct account) from account_in_group m where m.path = g.path) as members"
                        + " from account_group g order by path",
                row -> {
                    var group = new Group(row.getString("path"));
                    return new GroupAbout(
                            group,
                            row.getString("description"),
                            row.getInt("members"),
                            rules.stream().filter(r -> r.group().equals(group)).toList());
                });
    }

    /** Gives membership to an account. */
    public void join(Group group, Account account) {
        rows.change(
                "insert into account_member (path, account) values (?, ?) on conflict do nothing",
                group.path(),
                account.id());
    }

    /** Takes a given membership away; false if there was none. */
    public boolean leave(Group group, Account account) {
        return rows.change("delete from account_member where path = ? and account = ?", group.path(), account.id()) > 0;
    }

    public void rule(GroupRule rule) {
        rows.change(
                "insert into account_rule (path, kind, provider, value) values (?, ?, ?, ?) on conflict do nothing",
                rule.group().path(),
                rule.why().name(),
                rule.provider(),
                rule.value());
    }

    /** Takes a rule away; false if there is none. */
    public boolean unrule(GroupRule rule) {
        return rows.change(
                        "delete from account_rule where path = ? and kind = ? and provider = ? and value = ?",
                        rule.group().path(),
                        rule.why().name(),
                        rule.provider(),
                        rule.value())
                > 0;
    }

    /** Why an account is in groups, directly. */
    public List<Membership> of(String account) {
        return rows.ask(
                "select path, why, value from account_in_group where account = ? order by path, why, value",
                row -> new Membership(
                        new Group(row.getString("path")),
                        Membership.Why.valueOf(row.getString("why")),
                        row.getString("value")),
                account);
    }

    /** Who is in a group directly, by address. */
    public List<Account> members(Group group) {
        return rows.ask(
                "select " + AccountRow.COLUMNS + " from account"
                        + " where id in (select account from account_in_group where path = ?) order by email_key",
                AccountRow::read,
                group.path());
    }

    /** The groups of an account, directly. */
    public Set<Group> groups(String account) {
        return of(account).stream().map(Membership::group).collect(Collectors.toUnmodifiableSet());
    }
}
