package org.heralddata.app.describe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.ReaderOptions;
import org.heralddata.spi.Formats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald describe FILE}. */
@Command(
        name = "describe",
        description = "Tell what is in a file: tables, rows, columns, types, shapes, units, metadata.",
        mixinStandardHelpOptions = true)
public final class DescribeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "the file to look into")
    private Path file = Path.of("");

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Option(
            names = "--stats",
            description = "read all rows: count, finite, min, max, sum, first and last of each column")
    private boolean statistics;

    @Option(names = "--format", paramLabel = "NAME", description = "the file's format, if its content does not tell")
    private @Nullable String format;

    @Mixin
    private ReaderOptions options = new ReaderOptions();

    public DescribeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        FileDescription description = new Describer(Formats.installed()).describe(file, format, options, statistics);
        if (json) {
            try (OutputStream out = new BufferedOutputStream(console.out())) {
                DescriptionJson.write(description, out);
                out.write('\n');
            }
        } else {
            DescriptionText.print(description, console.out());
        }
        console.tell(description.notices());
        return ExitStatus.DONE.code();
    }
}
