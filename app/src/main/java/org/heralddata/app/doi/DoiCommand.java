package org.heralddata.app.doi;

import org.heralddata.app.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code herald doi}: persistent identifiers by DataCite. */
@Command(
        name = "doi",
        description = "Reserve and publish DOIs of collections and releases at DataCite.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class DoiCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** With the commands below it. */
    public static CommandLine commandLine(Console console) {
        return new CommandLine(new DoiCommand())
                .addSubcommand(new ReserveCommand(console))
                .addSubcommand(new PublishCommand(console))
                .addSubcommand(new UpdateCommand(console))
                .addSubcommand(new StatusCommand(console));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: herald doi reserve COLLECTION");
        }
    }
}
