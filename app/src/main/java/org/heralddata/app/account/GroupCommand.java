package org.heralddata.app.account;

import org.heralddata.app.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code herald group}. */
@Command(
        name = "group",
        description = "Manage groups, and who is in them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class GroupCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** With the commands below it. */
    public static CommandLine commandLine(Console console) {
        return new CommandLine(new GroupCommand())
                .addSubcommand(new GroupAddCommand(console))
                .addSubcommand(new GroupListCommand(console))
                .addSubcommand(new GroupRemoveCommand(console))
                .addSubcommand(new GroupMemberCommand(console))
                .addSubcommand(new GroupRuleCommand(console));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: herald group list");
        }
    }
}
