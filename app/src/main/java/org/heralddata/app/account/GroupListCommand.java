package org.heralddata.app.account;

import java.util.concurrent.Callable;
import org.heralddata.accounts.GroupAbout;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald group list}. */
@Command(name = "list", description = "List the groups with their rules.", mixinStandardHelpOptions = true)
final class GroupListCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    GroupListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                for (GroupAbout about : desk.groups().list()) {
                    console.out()
                            .printf(
                                    "%s  %d member%s%s%n",
                                    about.group(),
                                    about.members(),
                                    about.members() == 1 ? "" : "s",
                                    about.description().isEmpty() ? "" : "  " + about.description());
                    about.rules().forEach(rule -> console.out().printf("    rule %s%n", rule));
                }
            });
        }
        return ExitStatus.DONE.code();
    }
}
