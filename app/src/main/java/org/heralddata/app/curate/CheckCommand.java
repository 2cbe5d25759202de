package org.heralddata.app.curate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.descriptor.Companions;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.descriptor.ParsedDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Severity;
import org.heralddata.spi.Formats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code herald check DESCRIPTOR}. */
@Command(
        name = "check",
        description = "Tell all mistakes of a descriptor, or of all descriptors below a folder, at once.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DESCRIPTOR", description = "a collection.yaml, its folder, or a folder of such folders")
    private Path place = Path.of("");

    public CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Formats installed = Formats.installed();
        Set<String> formats =
                installed.readers().stream().map(r -> r.format().value()).collect(Collectors.toSet());
        var diagnostics = new ArrayList<Diagnostic>();
        List<Path> files = files();
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
        return status.code();
    }

    private List<Path> files() throws IOException {
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
