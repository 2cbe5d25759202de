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

/** {@code herald user list}. */
@Command(name = "list", description = "List the accounts.", mixinStandardHelpOptions = true)
final class UserListCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "WORDS", arity = "0..1", description = "only those whose address or name has them")
    private String words = "";

    UserListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                for (Account account : desk.accounts().list(words, Integer.MAX_VALUE)) {
                    console.out()
                            .printf(
                                    "%s  %s%s%s%s%n",
                                    account.id(),
                                    account.email(),
                                    account.name().isBlank() ? "" : "  (" + account.name() + ")",
                                    account.operator() ? "  operator" : "",
                                    account.disabled() == null ? "" : "  disabled");
                }
            });
        }
        return ExitStatus.DONE.code();
    }
}
