package org.heralddata.app.curate;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.ReaderOptions;
import org.heralddata.descriptor.draft.DescriptorDraft;
import org.heralddata.spi.Formats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald draft FILE…}. */
@Command(
        name = "draft",
        description = "Print a first descriptor made from files, ready to edit.",
        mixinStandardHelpOptions = true)
public final class DraftCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files of one collection")
    private List<Path> files = List.of();

    @Option(names = "--output", paramLabel = "FILE", description = "write to this file instead of standard output")
    private @Nullable Path output;

    @Option(names = "--format", paramLabel = "NAME", description = "the files' format, if their content does not tell")
    private @Nullable String format;

    @Mixin
    private ReaderOptions options = new ReaderOptions();

    public DraftCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
        }
        String draft = DescriptorDraft.from(files, Formats.installed(), format, options.values());
        if (output == null) {
            console.out().print(draft);
            return ExitStatus.DONE.code();
        }
        if (Files.exists(output)) {
            throw new FileAlreadyExistsException(output.toString());
        }
        Path folder = output.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(output, draft);
        console.err().printf("%s: drafted; edit it, then: herald check %s%n", output, output);
        return ExitStatus.DONE.code();
    }
}
