package org.heralddata.app.files;

import org.heralddata.app.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code herald files}: the catalogue of files. */
@Command(
        name = "files",
        description = "Register files where they are, with what they tell of themselves.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class FilesCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** With the commands below it. */
    public static CommandLine commandLine(Console console) {
        return new CommandLine(new FilesCommand()).addSubcommand(new ScanCommand(console));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: herald files scan DIR");
        }
    }
}
