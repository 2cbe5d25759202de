package org.heralddata.app.account;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.Token;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code herald token list}. */
@Command(
        name = "list",
        description = "List the tokens of an account, without their secrets.",
        mixinStandardHelpOptions = true)
final class TokenListCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "EMAIL", description = "address or id of the account")
    private String email = "";

    TokenListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                for (Token token : desk.tokens().of(desk.accounts().named(email).id())) {
                    console.out()
                            .printf(
                                    "%d  %s  %s  until %s, used %s%n",
                                    token.number(),
                                    token.name(),
                                    token.scopes().stream()
                                            .map(Scope::label)
                                            .sorted()
                                            .collect(Collectors.joining(",")),
                                    token.expires(),
                                    token.used() == null ? "never" : token.used());
                }
            });
        }
        return ExitStatus.DONE.code();
    }
}
