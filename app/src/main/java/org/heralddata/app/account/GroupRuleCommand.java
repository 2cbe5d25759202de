package org.heralddata.app.account;

import java.util.concurrent.Callable;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.GroupRule;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald group rule}. */
@Command(
        name = "rule",
        description = "Let people into a group by a rule: email=kit.edu, email=*.kit.edu, or oidc:NAME=VALUE.",
        mixinStandardHelpOptions = true)
final class GroupRuleCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "GROUP", description = "its path, such as kascade/analysis")
    private String group = "";

    @Parameters(index = "1", paramLabel = "RULE", description = "by e-mail domain, or by a value of the groups claim")
    private String rule = "";

    @Option(names = "--remove", description = "take the rule away")
    private boolean remove;

    GroupRuleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                GroupRule told = GroupRule.read(desk.groups().named(group), rule);
                if (!remove) {
                    desk.groups().rule(told);
                    console.err().printf("%s: %s lets people in%n", told.group(), told);
                } else if (desk.groups().unrule(told)) {
                    console.err().printf("%s: %s lets nobody in any more%n", told.group(), told);
                } else {
                    throw new Refusal(
                            Diagnostic.error(AccountCode.BAD_RULE, "%s has no rule %s".formatted(told.group(), told))
                                    .helped("`herald group list` shows them"));
                }
            });
        }
        return ExitStatus.DONE.code();
    }
}
