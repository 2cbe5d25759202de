package org.heralddata.app.account;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.desk.Tokens;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald token create}. */
@Command(
        name = "create",
        description = "Make an API token and print it: it is shown this once.",
        mixinStandardHelpOptions = true)
final class TokenCreateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "EMAIL", description = "address or id of the account")
    private String email = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "what will use it")
    private String name = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            split = ",",
            description = "read, requests, admin; several with commas (default: read)")
    private List<String> scopes = List.of("read");

    @Option(names = "--days", paramLabel = "N", description = "that it lives, at most 366 (default: 90)")
    private int days = 90;

    TokenCreateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            AccountWork.run(opened, desk -> {
                var wanted = EnumSet.noneOf(Scope.class);
                for (String scope : scopes) {
                    wanted.add(Scope.of(scope.strip())
                            .orElseThrow(() -> new Refusal(
                                    Diagnostic.error(AccountCode.TOKEN_ASKED, "there is no scope `%s`".formatted(scope))
                                            .helped("there are read, requests and admin"))));
                }
                Tokens.Made made =
                        desk.tokens().make(desk.accounts().named(email), name, wanted, Duration.ofDays(days));
                console.out().println(made.secret());
                console.err()
                        .printf(
                                "token %d, good until %s%n",
                                made.token().number(), made.token().expires());
            });
        }
        return ExitStatus.DONE.code();
    }
}
