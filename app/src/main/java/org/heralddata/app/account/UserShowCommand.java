package org.heralddata.app.account;

import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.console.Console;
import picocli.CommandLine.Command;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code herald user show}. */
@Command(name = "show", description = "Show all that is kept of an account, as JSON.", mixinStandardHelpOptions = true)
final class UserShowCommand extends OneUserCommand {

    UserShowCommand(Console console) {
        super(console);
    }

    @Override
    void run(AccountDesk desk, Account account) {
        console.out()
                .println(JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(desk.ownData().export(account)));
    }
}
