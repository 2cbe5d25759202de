package org.heralddata.app.account;

import java.util.concurrent.Callable;
import org.heralddata.accounts.desk.Groups;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald group add}. */
@Command(name = "add", description = "Make a group, and those above it.", mixinStandardHelpOptions = true)
final class GroupAddCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "GROUP", description = "its path, such as kascade/analysis")
    private String group = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "who it is for")
    private String description = "";

    GroupAddCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                desk.groups().add(Groups.path(group), description);
                console.err().printf("%s: made%n", group);
            });
        }
        return ExitStatus.DONE.code();
    }
}
