package org.heralddata.app.account;

import org.heralddata.app.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code herald user}. */
@Command(
        name = "user",
        description = "Manage accounts of people.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class UserCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** With the commands below it. */
    public static CommandLine commandLine(Console console) {
        return new CommandLine(new UserCommand())
                .addSubcommand(new UserAddCommand(console))
                .addSubcommand(new UserListCommand(console))
                .addSubcommand(new UserShowCommand(console))
                .addSubcommand(new UserDisableCommand(console))
                .addSubcommand(new UserEnableCommand(console))
                .addSubcommand(new UserDeleteCommand(console))
                .addSubcommand(new UserOperatorCommand(console))
                .addSubcommand(new UserResetLinkCommand(console))
                .addSubcommand(new UserSecondFactorCommand(console));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: herald user list");
        }
    }
}
