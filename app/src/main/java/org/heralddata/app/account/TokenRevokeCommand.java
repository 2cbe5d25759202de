package org.heralddata.app.account;

import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code herald token revoke}. */
@Command(name = "revoke", description = "Revoke a token: it is refused from now on.", mixinStandardHelpOptions = true)
final class TokenRevokeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "EMAIL", description = "address or id of the account")
    private String email = "";

    @Parameters(index = "1", paramLabel = "NUMBER", description = "as token list tells")
    private long number;

    TokenRevokeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                desk.tokens().revoke(desk.accounts().named(email).id(), number);
                console.err().printf("token %d: revoked%n", number);
            });
        }
        return ExitStatus.DONE.code();
    }
}
