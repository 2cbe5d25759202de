package org.heralddata.app.account;

import java.util.concurrent.Callable;
import org.heralddata.accounts.Account;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code herald user reset-link}. */
@Command(
        name = "reset-link",
        description = "Print a link by which somebody chooses a new password.",
        mixinStandardHelpOptions = true)
final class UserResetLinkCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "EMAIL", description = "address or id of the account")
    private String email = "";

    UserResetLinkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                Account account = desk.accounts().named(email);
                console.out().println(desk.registration().operatorLink(account));
                console.err()
                        .printf(
                                "%s: hand the link to its owner: it works once, for %d hours.%n",
                                account.email(), desk.settings().link().toHours());
            });
        }
        return ExitStatus.DONE.code();
    }
}
