package org.heralddata.app.account;

import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.console.Console;
import picocli.CommandLine.Command;

/** {@code herald user disable}. */
@Command(
        name = "disable",
        description = "Keep somebody from signing in; ends their sessions.",
        mixinStandardHelpOptions = true)
final class UserDisableCommand extends OneUserCommand {

    UserDisableCommand(Console console) {
        super(console);
    }

    @Override
    void run(AccountDesk desk, Account account) {
        desk.accounts().disable(account.id(), true);
        console.err().printf("%s: disabled%n", account.email());
    }
}
