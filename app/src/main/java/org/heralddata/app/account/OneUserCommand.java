package org.heralddata.app.account;

import java.util.concurrent.Callable;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Something done with one account, named by its address or id. */
abstract class OneUserCommand implements Callable<Integer> {
    final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "EMAIL", description = "address or id of the account")
    private String email = "";

    OneUserCommand(Console console) {
        this.console = console;
    }

    abstract void run(AccountDesk desk, Account account);

    @Override
    public final Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> run(desk, desk.accounts().named(email)));
        }
        return ExitStatus.DONE.code();
    }
}
