package org.heralddata.app.account;

import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code herald group remove}. */
@Command(
        name = "remove",
        description = "Remove a group and those below it; nobody is in them any more.",
        mixinStandardHelpOptions = true)
final class GroupRemoveCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "GROUP", description = "its path, such as kascade/analysis")
    private String group = "";

    GroupRemoveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                int removed = desk.groups().remove(desk.groups().named(group));
                console.err().printf("%s: %d group%s removed%n", group, removed, removed == 1 ? "" : "s");
            });
        }
        return ExitStatus.DONE.code();
    }
}
