package org.heralddata.app.account;

import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code herald user second-factor}. */
@Command(
        name = "second-factor",
        description = "Tell whether an account has a second factor; take it away from somebody who lost it.",
        mixinStandardHelpOptions = true)
final class UserSecondFactorCommand extends OneUserCommand {

    @Option(names = "--remove", description = "take it away; the owner is told by a letter")
    private boolean remove;

    UserSecondFactorCommand(Console console) {
        super(console);
    }

    @Override
    void run(AccountDesk desk, Account account) {
        if (remove) {
            boolean removed = desk.secondFactors().remove(account);
            console.err().printf("%s: %s%n", account.email(), removed ? "taken away" : "there was none");
            return;
        }
        console.out()
                .println(desk.secondFactors()
                        .of(account.id())
                        .map(on -> "on since %s, %d recovery codes left".formatted(on.since(), on.codes()))
                        .orElse("none"));
    }
}
