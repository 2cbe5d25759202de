package org.heralddata.app.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.Progress;
import org.heralddata.app.console.Version;
import org.heralddata.descriptor.Companions;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.descriptor.ParsedDescriptor;
import org.heralddata.ingest.files.FileScan;
import org.heralddata.ingest.files.Settled;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.diagnostic.Severity;
import org.heralddata.spi.Extractors;
import org.heralddata.spi.Formats;
import org.heralddata.store.home.Home;

/** A scan of files that tells how it goes. */
public final class Scanning {
    private final Formats formats;
    private final Console console;
    private final FileScan scan;

    public Scanning(Home home, Formats formats, Console console) {
        this.formats = formats;
        this.console = console;
        this.scan = new FileScan(formats, Extractors.installed(), home::register, Version.text());
    }

    /** The descriptor of a folder, or the refusal of it; warnings are told. */
    private CollectionDescriptor descriptor(Path folderOrFile) throws IOException {
        ParsedDescriptor parsed = Descriptors.read(
                folderOrFile,
                formats.readers().stream().map(r -> r.format().value()).collect(Collectors.toSet()));
        Path file = Descriptors.file(folderOrFile);
        CollectionDescriptor descriptor = Companions.resolve(parsed.orRefuse(), file, formats);
        List<Diagnostic> wrong = Companions.check(parsed.orRefuse(), file, formats);
        if (wrong.stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
            throw new Refusal(wrong); // else every single file would be registered as broken
        }
        console.tell(parsed.warnings());
        return descriptor;
    }

    /** The descriptor of a folder, refused also if it names no files. */
    CollectionDescriptor descriptorWithFiles(Path folderOrFile) throws IOException {
        CollectionDescriptor descriptor = descriptor(folderOrFile);
        if (descriptor.files() == null) {
            throw new Refusal(Diagnostic.error(
                            IngestCode.NO_FILES_SECTION,
                            "the descriptor of `%s` has no `files`"
                                    .formatted(descriptor.about().id()))
                    .helped("`herald ingest` registers the files that tables are read from; `files` tells which others"
                            + " there are, and what to take from them"));
        }
        return descriptor;
    }

    /** Scans once and tells the outcome on standard error. */
    public FileScan.Outcome once(CollectionDescriptor descriptor, Path data, List<InputFile> inputs)
            throws IOException {
        long started = System.nanoTime();
        try {
            FileScan.Outcome outcome = pass(descriptor, data, inputs, Settled.ALWAYS);
            tell(descriptor, outcome, (System.nanoTime() - started) / 1e9);
            return outcome;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped; what was registered stays, the next scan finds the rest", stopped);
        }
    }

    FileScan.Outcome pass(CollectionDescriptor descriptor, Path data, List<InputFile> inputs, Settled settled)
            throws IOException, InterruptedException {
        try (Progress progress =
                console.progress("scanning " + descriptor.about().id())) {
            return scan.run(new FileScan.Request(descriptor, data, inputs, settled, progress::at));
        }
    }

    void tell(CollectionDescriptor descriptor, FileScan.Outcome outcome, double seconds) {
        console.err()
                .printf(
                        Locale.ROOT,
                        "%s: %,d files: %,d new, %,d changed, %,d read by new rules, %,d returned, %,d vanished,"
                                + " %,d broken, %,d still being written; %.1f s%n",
                        descriptor.about().id(),
                        outcome.files(),
                        outcome.found(),
                        outcome.changed(),
                        outcome.reread(),
                        outcome.returned(),
                        outcome.vanished(),
                        outcome.broken(),
                        outcome.waiting(),
                        seconds);
    }
}
