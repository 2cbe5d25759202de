package org.heralddata.app.account;

import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.console.Console;
import picocli.CommandLine.Command;

/** {@code herald user reset-link}. */
@Command(
        name = "reset-link",
        description = "Print a link by which somebody chooses a new password.",
        mixinStandardHelpOptions = true)
final class UserResetLinkCommand extends OneUserCommand {

    UserResetLinkCommand(Console console) {
        super(console);
    }

    @Override
    void run(AccountDesk desk, Account account) {
        console.out().println(desk.registration().operatorLink(account));
        console.err()
                .printf(
                        "%s: hand the link to its owner: it works once, for %d hours.%n",
                        account.email(), desk.settings().link().toHours());
    }
}
