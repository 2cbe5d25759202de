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

/** {@code herald user disable}. */
@Command(
        name = "disable",
        description = "Keep somebody from signing in; ends their sessions.",
        mixinStandardHelpOptions = true)
final class UserDisableCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "EMAIL", description = "address or id of the account")
    private String email = "";

    UserDisableCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                Account account = desk.accounts().named(email);
                desk.accounts().disable(account.id(), true);
                console.err().printf("%s: disabled%n", account.email());
            });
        }
        return ExitStatus.DONE.code();
    }
}
