package org.heralddata.app.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.heralddata.app.console.AppCode;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.Progress;
import org.heralddata.app.console.WriterOptions;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.simulate.Simulator;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code herald simulate KIND --events N --seed S OUT}. */
@Command(
        name = "simulate",
        description = "Make events that look like an experiment's own: kascade-demo, neutrino-demo or gamma-demo.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "KIND", description = "kascade-demo, neutrino-demo or gamma-demo")
    private String kind = "";

    @Parameters(paramLabel = "OUT", description = "the file to write; its ending names the format")
    private Path output = Path.of("");

    @Option(names = "--events", paramLabel = "N", description = "how many events (default: as in the demo collection)")
    private @Nullable Long events;

    @Option(names = "--seed", paramLabel = "S", description = "same seed, same events (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--format", paramLabel = "FORMAT", description = "format of OUT, if its ending does not tell")
    private @Nullable String format;

    @Option(names = "--force", description = "replace OUT if it exists")
    private boolean force;

    @Mixin
    private WriterOptions writing = new WriterOptions();

    public SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SimulationKind chosen = SimulationKind.of(kind)
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                                AppCode.UNKNOWN_KIND, "there is no simulation called `%s`".formatted(kind))
                        .helped(Nearest.to(kind, SimulationKind.labels())
                                .map("did you mean `%s`?"::formatted)
                                .orElse("there are: " + String.join(", ", SimulationKind.labels())))));
        long wanted = events == null ? chosen.usualEvents() : events;
        if (wanted < 1 && spec != null) {
            throw new ParameterException(spec.commandLine(), "--events must be at least 1");
        }
        TableWriter writer = writing.applied(OutputFile.writer(Formats.installed(), output, format));
        try (Progress progress = console.progress("simulating")) {
            OutputFile.write(
                    output,
                    force,
                    out -> Simulator.write(
                            chosen,
                            wanted,
                            seed,
                            writer,
                            out,
                            done -> progress.at(done, wanted, String.format(Locale.ROOT, "%,d events", done))));
            double seconds = progress.seconds();
            console.err()
                    .printf(
                            Locale.ROOT,
                            "%s: %,d events in %.1f s (%,.0f a second)%n",
                            output,
                            wanted,
                            seconds,
                            wanted / seconds);
        }
        return ExitStatus.DONE.code();
    }
}
