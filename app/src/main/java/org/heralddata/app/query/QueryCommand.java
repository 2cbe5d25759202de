package org.heralddata.app.query;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.app.console.Progress;
import org.heralddata.app.console.Version;
import org.heralddata.app.convert.OutputFile;
import org.heralddata.app.settings.Observations;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.table.Batch;
import org.heralddata.query.adql.AdqlAnswer;
import org.heralddata.query.adql.AdqlQuery;
import org.heralddata.query.adql.AdqlService;
import org.heralddata.query.engine.DuckDbEngine;
import org.heralddata.query.engine.Engine;
import org.heralddata.query.engine.EngineOptions;
import org.heralddata.query.service.Headers;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code herald query ADQL}. */
@Command(
        name = "query",
        description = "Ask the home in ADQL, the query language of the Virtual Observatory.",
        mixinStandardHelpOptions = true)
public final class QueryCommand implements Callable<Integer> {
    /** A command of one user waits for what its user waits for. */
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ADQL",
            description = "such as: SELECT TOP 10 * FROM tap_schema.tables; - reads standard input")
    private @Nullable String query;

    @Option(names = "--file", paramLabel = "FILE", description = "read the query from a file")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "format of the answer (default: csv, or by --output)")
    private @Nullable String format;

    @Option(names = "--output", paramLabel = "FILE", description = "write to this file; its ending names the format")
    private @Nullable Path output;

    @Option(names = "--force", description = "replace the file if it exists")
    private boolean force;

    @Option(names = "--release", paramLabel = "NAME", description = "the release to read (default: the newest)")
    private @Nullable String release;

    public QueryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String adql = adql();
        Formats formats = Formats.installed();
        Path target = output == null ? Path.of("answer.csv") : output;
        TableWriter writer = OutputFile.writer(formats, target, format);
        try (Home opened = home.open();
                Engine engine = engine(opened);
                var service = new AdqlService(
                        opened.catalogue(),
                        engine,
                        List.of(Observations.of(opened, null, () -> Observations.USUAL_SITE)));
                AdqlAnswer answer = service.as(Viewer.OPERATOR)
                        .ask(AdqlQuery.of(adql).withRelease(release).withTimeOut(PATIENCE))) {
            // a query that fails does so before a byte is written
            Batch first = answer.next();
            TableHeader header = Headers.answer(answer.releases(), answer.columns(), adql, Version.text());
            if (output == null) {
                write(answer, first, writer, header, console.out());
            } else {
                OutputFile.write(target, force, out -> write(answer, first, writer, header, out));
                console.err()
                        .printf(
                                Locale.ROOT,
                                "%s: %,d rows, %d columns%n",
                                target,
                                answer.given(),
                                header.columns().size());
            }
        }
        return ExitStatus.DONE.code();
    }

    private String adql() throws IOException {
        String given = query;
        Path from = file;
        if (given != null && from == null) {
            return given.equals("-") ? new String(System.in.readAllBytes(), Charset.defaultCharset()) : given;
        }
        if (from != null && given == null) {
            return Files.readString(from);
        }
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "give a query, or a file by --file");
    }

    private static Engine engine(Home home) {
        EngineOptions options = EngineOptions.reading(
                home.folders().warehouse(),
                home.folders()
                        .cache()
                        .resolve("query-" + ProcessHandle.current().pid()));
        var engine = new DuckDbEngine(options.withCopies(HomeCopies.folder(home)));
        HomeCopies.use(home, engine);
        return engine;
    }

    private void write(
            AdqlAnswer answer, @Nullable Batch first, TableWriter writer, TableHeader header, OutputStream out)
            throws IOException {
        var buffered = new BufferedOutputStream(out, 1 << 16);
        try (Progress progress = console.progress("writing");
                TableSink sink = writer.open(buffered, header)) {
            for (Batch batch = first; batch != null; batch = answer.next()) {
                sink.write(batch);
                progress.at(answer.given(), 0, String.format(Locale.ROOT, "%,d rows", answer.given()));
            }
            sink.finish();
        }
        buffered.flush();
    }
}
