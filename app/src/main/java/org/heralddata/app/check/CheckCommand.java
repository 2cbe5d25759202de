package org.heralddata.app.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.descriptor.Companions;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.descriptor.ParsedDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Severity;
import org.heralddata.spi.Formats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code herald check DESCRIPTOR} and {@code herald check --vo}. */
@Command(
        name = "check",
        description = {
            "Tell all mistakes of a descriptor, or of all descriptors below a folder, at once;",
            "with --vo, whether a node of the Virtual Observatory is sound."
        },
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DESCRIPTOR",
            description = "a collection.yaml, its folder, or a folder of such folders")
    private @Nullable Path place;

    @Option(names = "--vo", description = "check a node: everything that clients and registries rely on")
    private boolean node;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "with --vo: the server (default: node.url of the settings, else the home, served for the purpose)")
    private @Nullable String url;

    @Option(names = "--json", description = "with --vo: print JSON")
    private boolean json;

    @Mixin
    private HomeOption home = new HomeOption();

    public CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (node) {
            if (place != null) {
                throw usage("give a DESCRIPTOR or --vo, not both");
            }
            return new NodeCheck(console, json).run(home, url).code();
        }
        if (url != null || json) {
            throw usage("--url and --json go with --vo");
        }
        if (place == null) {
            throw usage("Missing required parameter: 'DESCRIPTOR'");
        }
        return descriptors(place).code();
    }

    private RuntimeException usage(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }

    private ExitStatus descriptors(Path place) throws IOException {
        Formats installed = Formats.installed();
        Set<String> formats =
                installed.readers().stream().map(r -> r.format().value()).collect(Collectors.toSet());
        var diagnostics = new ArrayList<Diagnostic>();
        List<Path> files = files(place);
        for (Path file : files) {
            ParsedDescriptor parsed = Descriptors.read(file, formats);
            diagnostics.addAll(parsed.diagnostics());
            if (parsed.descriptor().isPresent()) {
                diagnostics.addAll(Companions.check(parsed.descriptor().get(), file, installed));
            }
        }
        ExitStatus status = console.tell(diagnostics);
        long errors =
                diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
        console.err()
                .printf(
                        "%d descriptor%s checked: %d error%s, %d other remark%s%n",
                        files.size(),
                        plural(files.size()),
                        errors,
                        plural(errors),
                        diagnostics.size() - errors,
                        plural(diagnostics.size() - errors));
        return status;
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new NoSuchFileException(place.toString());
        }
        if (!Files.isDirectory(place) || Files.exists(place.resolve(Descriptors.FILE_NAME))) {
            return List.of(Descriptors.file(place));
        }
        try (Stream<Path> below = Files.walk(place, 3)) {
            List<Path> found = below.filter(f -> f.endsWith(Descriptors.FILE_NAME))
                    .sorted()
                    .toList();
            return found.isEmpty() ? List.of(Descriptors.file(place)) : found;
        }
    }

    private static String plural(long count) {
        return count == 1 ? "" : "s";
    }
}
