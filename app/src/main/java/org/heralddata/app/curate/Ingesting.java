package org.heralddata.app.curate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.Progress;
import org.heralddata.app.console.Version;
import org.heralddata.app.files.Scanning;
import org.heralddata.descriptor.Companions;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.descriptor.ParsedDescriptor;
import org.heralddata.ingest.Ingest;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;

/** An ingest that tells how it goes. */
public final class Ingesting {

    private Ingesting() {}

    /**
     * What to ingest.
     *
     * @param descriptor a descriptor or its folder
     * @param data       the folder that its file patterns start from
     * @param release    name of the release; null to have one chosen
     * @param force      make a release even if nothing changed
     */
    public record Job(Path descriptor, Path data, @Nullable String release, boolean force) {}

    /** The collection of a folder, with its data beside the descriptor. */
    public static Job of(Path folder) {
        return new Job(folder, folder, null, false);
    }

    /** Ingests, registers the files, and tells the outcome on standard error; empty if there are files only. */
    public static Optional<Ingest.Outcome> run(Job job, Home home, Formats formats, Console console)
            throws IOException {
        ParsedDescriptor parsed = Descriptors.read(
                job.descriptor(),
                formats.readers().stream().map(r -> r.format().value()).collect(Collectors.toSet()));
        CollectionDescriptor descriptor =
                Companions.resolve(parsed.orRefuse(), Descriptors.file(job.descriptor()), formats);
        console.tell(parsed.warnings());
        String id = descriptor.about().id().value();
        var scanning = new Scanning(home, formats, console);
        if (descriptor.tables().isEmpty()) {
            scanning.once(descriptor, job.data(), List.of());
            return Optional.empty();
        }
        long started = System.nanoTime();
        Ingest.Outcome outcome = ingest(descriptor, job, home, formats, console);
        tell(id, outcome, (System.nanoTime() - started) / 1e9, console);
        register(scanning, descriptor, job, outcome, console);
        return Optional.of(outcome);
    }

    /** The release stands, whatever comes of registering its files. */
    private static void register(
            Scanning scanning, CollectionDescriptor descriptor, Job job, Ingest.Outcome outcome, Console console)
            throws IOException {
        Release release = switch (outcome) {
            case Ingest.Outcome.Released(var made) -> made;
            case Ingest.Outcome.Unchanged(var kept) -> kept;
        };
        try {
            scanning.once(descriptor, job.data(), release.inputs());
        } catch (Refusal notNow) {
            console.tell(notNow.diagnostics());
            console.err().println("the release is complete, but its files are not all in the catalogue of files");
        }
    }

    private static Ingest.Outcome ingest(
            CollectionDescriptor descriptor, Job job, Home home, Formats formats, Console console) throws IOException {
        String id = descriptor.about().id().value();
        try (Progress progress = console.progress("ingesting " + id)) {
            var ingest = new Ingest(formats, home.catalogue(), home::begin, Version.text());
            var request = new Ingest.Request(
                    descriptor,
                    job.data(),
                    job.release(),
                    job.force(),
                    state -> progress.at(
                            state.bytes(),
                            state.ofBytes(),
                            String.format(Locale.ROOT, "%s: %,d rows", state.table(), state.rows())));
            return ingest.run(request);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped before the release was complete; nothing of it remains", stopped);
        }
    }

    private static void tell(String id, Ingest.Outcome outcome, double seconds, Console console) {
        switch (outcome) {
            case Ingest.Outcome.Released(Release release) -> {
                long rows = release.tables().stream()
                        .mapToLong(PublishedTable::rows)
                        .sum();
                console.err()
                        .printf(
                                Locale.ROOT,
                                "%s: release %s, %,d rows in %d table%s, %.1f s%n",
                                id,
                                release.name(),
                                rows,
                                release.tables().size(),
                                release.tables().size() == 1 ? "" : "s",
                                seconds);
                release.notes().forEach(note -> console.err().println("  note: " + note));
            }
            case Ingest.Outcome.Unchanged(Release release) ->
                console.err()
                        .printf(
                                "%s: nothing has changed since release %s; no new one made (--force makes one)%n",
                                id, release.name());
        }
    }
}
