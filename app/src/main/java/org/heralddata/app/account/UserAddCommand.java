package org.heralddata.app.account;

import java.util.concurrent.Callable;
import org.heralddata.accounts.Account;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald user add}. */
@Command(
        name = "add",
        description = "Make an account and print a link by which its owner chooses a password.",
        mixinStandardHelpOptions = true)
final class UserAddCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "EMAIL", description = "address or id of the account")
    private String email = "";

    @Option(names = "--name", paramLabel = "NAME", description = "how to call them")
    private String name = "";

    @Option(names = "--operator", description = "make them an operator, who sees and manages everything")
    private boolean operator;

    UserAddCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                Account made = desk.accounts().add(email, name, false);
                if (operator) {
                    desk.accounts().operator(made.id(), true);
                }
                console.out().println(desk.registration().operatorLink(made));
                console.err()
                        .printf(
                                "%s: made%s. Hand the link to its owner: it works once, for %d hours.%n",
                                made.email(),
                                operator ? ", as operator" : "",
                                desk.settings().link().toHours());
            });
        }
        return ExitStatus.DONE.code();
    }
}
