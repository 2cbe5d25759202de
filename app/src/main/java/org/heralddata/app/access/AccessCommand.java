package org.heralddata.app.access;

import org.heralddata.app.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code herald access}: who may have the data of collections and releases. */
@Command(
        name = "access",
        description = {
            "Tell and change who may have the data of collections and releases.",
            "What a descriptor says stays; what is set here restricts further, at once and without a new release."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class AccessCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** With the commands below it. */
    public static CommandLine commandLine(Console console) {
        return new CommandLine(new AccessCommand())
                .addSubcommand(new ShowCommand(console))
                .addSubcommand(new SetCommand(console))
                .addSubcommand(new OpenCommand(console));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: herald access show");
        }
    }
}
