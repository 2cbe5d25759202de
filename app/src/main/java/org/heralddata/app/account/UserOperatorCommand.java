package org.heralddata.app.account;

import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code herald user operator}. */
@Command(
        name = "operator",
        description = "Make an account an operator, who sees and manages everything.",
        mixinStandardHelpOptions = true)
final class UserOperatorCommand extends OneUserCommand {

    @Option(names = "--revoke", description = "make it an ordinary one again")
    private boolean revoke;

    UserOperatorCommand(Console console) {
        super(console);
    }

    @Override
    void run(AccountDesk desk, Account account) {
        desk.accounts().operator(account.id(), !revoke);
        console.err().printf("%s: %s%n", account.email(), revoke ? "no operator" : "operator");
    }
}
