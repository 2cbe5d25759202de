package org.heralddata.app.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.heralddata.app.console.AppCode;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.Progress;
import org.heralddata.app.console.ReaderOptions;
import org.heralddata.app.console.WriterOptions;
import org.heralddata.app.describe.Describer;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.Formats;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald convert IN OUT}. */
@Command(
        name = "convert",
        description = "Bring a table from one format to another; units, descriptions and metadata are kept.",
        mixinStandardHelpOptions = true)
public final class ConvertCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "IN", description = "the file to read")
    private Path input = Path.of("");

    @Parameters(paramLabel = "OUT", description = "the file to write; its ending names the format")
    private Path output = Path.of("");

    @Option(names = "--table", paramLabel = "NAME", description = "the table to take, if the file holds several")
    private @Nullable String table;

    @Option(names = "--from", paramLabel = "FORMAT", description = "format of IN, if its content does not tell")
    private @Nullable String from;

    @Option(names = "--format", paramLabel = "FORMAT", description = "format of OUT, if its ending does not tell")
    private @Nullable String to;

    @Option(names = "--force", description = "replace OUT if it exists")
    private boolean force;

    @Mixin
    private ReaderOptions options = new ReaderOptions();

    @Mixin
    private WriterOptions writing = new WriterOptions();

    public ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Formats formats = Formats.installed();
        TableWriter writer = writing.applied(OutputFile.writer(formats, output, to));
        TableReader reader = new Describer(formats).reader(input, from);
        try (TableFile file = reader.open(input, options.of(reader))) {
            SourceTable source = choose(file.tables());
            var metadata = new LinkedHashMap<>(file.metadata());
            metadata.putAll(source.metadata());
            var header = new TableHeader(source.name(), "", source.rows(), source.columns(), metadata);
            OutputFile.write(output, force, out -> copy(file, source, writer, header, out));
            console.tell(file.notices());
        }
        return ExitStatus.DONE.code();
    }

    private SourceTable choose(List<SourceTable> tables) {
        List<String> names = tables.stream().map(SourceTable::name).toList();
        if (table == null) {
            if (tables.size() == 1) {
                return tables.getFirst();
            }
            throw new Refusal(Diagnostic.error(
                            AppCode.CHOOSE_TABLE,
                            "the file holds %d tables".formatted(tables.size()),
                            new Location.InFile(input.toString(), null, -1))
                    .helped("choose one by --table: " + String.join(", ", names)));
        }
        String wanted = table;
        return tables.stream()
                .filter(t -> t.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                                AppCode.UNKNOWN_TABLE,
                                "the file holds no table `%s`".formatted(wanted),
                                new Location.InFile(input.toString(), null, -1))
                        .helped(Nearest.to(wanted, names)
                                .map("did you mean `%s`?"::formatted)
                                .orElse("there are: " + String.join(", ", names)))));
    }

    private void copy(TableFile file, SourceTable source, TableWriter writer, TableHeader header, OutputStream out)
            throws IOException {
        long rows = 0;
        try (Progress progress = console.progress("converting");
                TableCursor cursor = file.read(source.name(), List.of());
                TableSink sink = writer.open(out, header)) {
            for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                sink.write(batch);
                rows += batch.rows();
                progress.at(rows, source.rows().orElse(0), String.format(Locale.ROOT, "%,d rows", rows));
            }
            sink.finish();
        }
        console.err()
                .printf(
                        Locale.ROOT,
                        "%s: %,d rows, %d columns%n",
                        output,
                        rows,
                        header.columns().size());
    }
}
