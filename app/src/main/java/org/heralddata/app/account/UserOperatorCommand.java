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

/** {@code herald user operator}. */
@Command(
        name = "operator",
        description = "Make an account an operator, who sees and manages everything.",
        mixinStandardHelpOptions = true)
final class UserOperatorCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "EMAIL", description = "address or id of the account")
    private String email = "";

    @Option(names = "--revoke", description = "make it an ordinary one again")
    private boolean revoke;

    UserOperatorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                Account account = desk.accounts().named(email);
                desk.accounts().operator(account.id(), !revoke);
                console.err().printf("%s: %s%n", account.email(), revoke ? "no operator" : "operator");
            });
        }
        return ExitStatus.DONE.code();
    }
}
