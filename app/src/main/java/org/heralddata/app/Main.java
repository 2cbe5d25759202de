package org.heralddata.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import org.heralddata.app.access.AccessCommand;
import org.heralddata.app.account.GroupCommand;
import org.heralddata.app.account.TokenCommand;
import org.heralddata.app.account.UserCommand;
import org.heralddata.app.check.CheckCommand;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.Failures;
import org.heralddata.app.console.Version;
import org.heralddata.app.convert.ConvertCommand;
import org.heralddata.app.convert.SimulateCommand;
import org.heralddata.app.curate.DraftCommand;
import org.heralddata.app.curate.IngestCommand;
import org.heralddata.app.curate.VerifyCommand;
import org.heralddata.app.describe.DescribeCommand;
import org.heralddata.app.doi.DoiCommand;
import org.heralddata.app.doi.WithdrawCommand;
import org.heralddata.app.files.FilesCommand;
import org.heralddata.app.query.QueryCommand;
import org.heralddata.app.serve.DemoCommand;
import org.heralddata.app.serve.ServeCommand;
import org.heralddata.app.serve.WarmUpCommand;
import org.heralddata.app.serve.WorkerCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code herald} command. */
@Command(
        name = "herald",
        description = {
            "An open data centre for astroparticle physics.",
            "",
            "`herald demo` shows it with simulated data; `herald COMMAND --help` tells more."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:refused: your data, descriptor or query has a mistake, told on standard error",
            "2:usage: the command line has a mistake",
            "3:failed: a fault of Herald or of the machine"
        })
public final class Main implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(Console.system(), arguments));
    }

    /** Runs one command and returns its exit status. */
    static int run(Console console, String... arguments) {
        return commandLine(console).execute(arguments);
    }

    /** All commands. */
    static CommandLine commandLine(Console console) {
        boolean trace = System.getenv("HERALD_TRACE") != null;
        return new CommandLine(new Main())
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new DescribeCommand(console))
                .addSubcommand(new DraftCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new IngestCommand(console))
                .addSubcommand(FilesCommand.commandLine(console))
                .addSubcommand(new VerifyCommand(console))
                .addSubcommand(AccessCommand.commandLine(console))
                .addSubcommand(new WithdrawCommand(console))
                .addSubcommand(DoiCommand.commandLine(console))
                .addSubcommand(UserCommand.commandLine(console))
                .addSubcommand(GroupCommand.commandLine(console))
                .addSubcommand(TokenCommand.commandLine(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(new WorkerCommand(console))
                .addSubcommand(new QueryCommand(console))
                .addSubcommand(new ConvertCommand(console))
                .addSubcommand(new SimulateCommand(console))
                .addSubcommand(new WarmUpCommand(console))
                .setOut(new PrintWriter(console.out(), true, UTF_8))
                .setErr(new PrintWriter(console.err(), true, UTF_8))
                .setExecutionExceptionHandler((failure, _, _) ->
                        Failures.tell(failure, console, trace).code());
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say what to do: herald COMMAND");
        }
    }
}
