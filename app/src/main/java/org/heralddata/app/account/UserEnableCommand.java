package org.heralddata.app.account;

import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.console.Console;
import picocli.CommandLine.Command;

/** {@code herald user enable}. */
@Command(name = "enable", description = "Let somebody sign in again.", mixinStandardHelpOptions = true)
final class UserEnableCommand extends OneUserCommand {

    UserEnableCommand(Console console) {
        super(console);
    }

    @Override
    void run(AccountDesk desk, Account account) {
        desk.accounts().disable(account.id(), false);
        console.err().printf("%s: enabled%n", account.email());
    }
}
