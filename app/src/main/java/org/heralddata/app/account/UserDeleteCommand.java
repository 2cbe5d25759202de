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

/** {@code herald user delete}. */
@Command(
        name = "delete",
        description = "Delete an account with its tokens, sessions and data requests.",
        mixinStandardHelpOptions = true)
final class UserDeleteCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "EMAIL", description = "address or id of the account")
    private String email = "";

    UserDeleteCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                Account account = desk.accounts().named(email);
                desk.ownData().delete(account);
                console.err().printf("%s: deleted%n", account.email());
            });
        }
        return ExitStatus.DONE.code();
    }
}
