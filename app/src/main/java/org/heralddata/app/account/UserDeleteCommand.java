package org.heralddata.app.account;

import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.console.Console;
import picocli.CommandLine.Command;

/** {@code herald user delete}. */
@Command(
        name = "delete",
        description = "Delete an account with its tokens, sessions and data requests.",
        mixinStandardHelpOptions = true)
final class UserDeleteCommand extends OneUserCommand {

    UserDeleteCommand(Console console) {
        super(console);
    }

    @Override
    void run(AccountDesk desk, Account account) {
        desk.ownData().delete(account);
        console.err().printf("%s: deleted%n", account.email());
    }
}
