package org.heralddata.app.account;

import java.util.concurrent.Callable;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.model.access.Group;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald group member}. */
@Command(
        name = "member",
        description = "Put somebody into a group; without an address, list who is in it.",
        mixinStandardHelpOptions = true)
final class GroupMemberCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "GROUP", description = "its path, such as kascade/analysis")
    private String group = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "EMAIL", description = "address or id of the account")
    private String email = "";

    @Option(names = "--remove", description = "take them out again")
    private boolean remove;

    GroupMemberCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                Group wanted = desk.groups().named(group);
                if (email.isEmpty()) {
                    desk.groups()
                            .members(wanted)
                            .forEach(account -> console.out().println(account.email()));
                    return;
                }
                Account account = desk.accounts().named(email);
                if (!remove) {
                    desk.groups().join(wanted, account);
                    console.err().printf("%s: in %s%n", account.email(), wanted);
                } else if (desk.groups().leave(wanted, account)) {
                    console.err().printf("%s: no longer in %s%n", account.email(), wanted);
                } else {
                    throw new Refusal(Diagnostic.error(
                                    AccountCode.NO_ACCOUNT,
                                    "%s was not put into %s by an operator".formatted(account.email(), wanted))
                            .helped("who is in it by a rule leaves with the rule: herald group rule --remove"));
                }
            });
        }
        return ExitStatus.DONE.code();
    }
}
