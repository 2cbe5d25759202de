package org.heralddata.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heralddata.ingest.mistake.Problems;
import org.heralddata.ingest.source.Checksums;
import org.heralddata.ingest.source.CompanionPaths;
import org.heralddata.ingest.source.DataPath;
import org.heralddata.ingest.source.SourceFiles;
import org.heralddata.ingest.table.TableIngest;
import org.heralddata.ingest.table.TablePlan;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.descriptor.TableDescriptor;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;
import org.heralddata.store.Catalogue;
import org.heralddata.store.ReleaseTransaction;
import org.jspecify.annotations.Nullable;

/** Makes releases from a descriptor and its files. Safe for many threads. */
public final class Ingest {
    private final Formats formats;
    private final Catalogue catalogue;
    private final ReleaseStarter releases;
    private final String software;

    /** Where releases begin: {@code Home::begin}. */
    public interface ReleaseStarter {

        /** @param name of the release; empty to have one chosen */
        ReleaseTransaction begin(CollectionId collection, Optional<String> name);
    }

    /**
     * What to ingest.
     *
     * @param folder  that the descriptor's file patterns are relative to
     * @param release name of the release; null to have one chosen, and none made if nothing changed
     * @param force   make a release even if nothing changed
     */
    public record Request(
            CollectionDescriptor descriptor,
            Path folder,
            @Nullable String release,
            boolean force,
            Progress progress) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** A new release. */
        record Released(Release release) implements Outcome {}

        /** None: the newest release was made from the same descriptor, files and software. */
        record Unchanged(Release release) implements Outcome {}
    }

    /** @param software name and version of the program, kept with each release */
    public Ingest(Formats formats, Catalogue catalogue, ReleaseStarter releases, String software) {
        this.formats = formats;
        this.catalogue = catalogue;
        this.releases = releases;
        this.software = software;
    }

    /**
     * Ingests. If it throws, nothing of the release remains. Interrupting the thread stops it.
     *
     * @throws Refusal with all that is wrong between descriptor and files; or with the file that is broken
     */
    public Outcome run(Request request) throws IOException, InterruptedException {
        CollectionDescriptor descriptor = request.descriptor();
        Map<TableDescriptor, SourceFiles> sources = sources(request);
        Map<TableDescriptor, List<DataPath>> companions = companions(sources, request.folder());
        List<DataPath> files = Stream.concat(
                        sources.values().stream().flatMap(source -> source.files().stream()),
                        companions.values().stream().flatMap(List::stream))
                .toList();
        try (var checksums = new Checksums(files)) {
            Optional<Release> latest = catalogue.latest(descriptor.about().id());
            boolean asked = request.force() || request.release() != null;
            if (!asked
                    && latest.isPresent()
                    && isMadeFrom(latest.get(), descriptor, inputs(sources, companions), checksums)) {
                return new Outcome.Unchanged(latest.get());
            }
            List<TablePlan> plans = plans(descriptor, sources);
            try (ReleaseTransaction release =
                    releases.begin(descriptor.about().id(), Optional.ofNullable(request.release()))) {
                return new Outcome.Released(fill(release, request, plans, companions, checksums));
            }
        }
    }

    private Map<TableDescriptor, SourceFiles> sources(Request request) throws IOException {
        Map<TableDescriptor, SourceFiles> sources = new LinkedHashMap<>();
        var problems = new Problems();
        for (TableDescriptor table : request.descriptor().tables()) {
            try {
                sources.put(table, SourceFiles.find(table.source(), request.folder(), formats));
            } catch (Refusal refusal) {
                problems.add(refusal);
            }
        }
        problems.refuseIfAny();
        return sources;
    }

    private Map<TableDescriptor, List<DataPath>> companions(Map<TableDescriptor, SourceFiles> sources, Path folder)
            throws IOException {
        Map<TableDescriptor, List<DataPath>> companions = new LinkedHashMap<>();
        var problems = new Problems();
        for (var source : sources.entrySet()) {
            try {
                companions.put(
                        source.getKey(),
                        CompanionPaths.find(
                                source.getKey().source(), source.getValue().files(), folder, formats));
            } catch (Refusal refusal) {
                problems.add(refusal);
            }
        }
        problems.refuseIfAny();
        return companions;
    }

    private static Map<TableDescriptor, List<DataPath>> inputs(
            Map<TableDescriptor, SourceFiles> sources, Map<TableDescriptor, List<DataPath>> companions) {
        Map<TableDescriptor, List<DataPath>> inputs = new LinkedHashMap<>();
        sources.forEach((table, source) -> inputs.put(
                table,
                Stream.concat(source.files().stream(), companions.getOrDefault(table, List.of()).stream())
                        .toList()));
        return inputs;
    }

    private List<TablePlan> plans(CollectionDescriptor descriptor, Map<TableDescriptor, SourceFiles> sources) {
        List<TablePlan> plans = new ArrayList<>();
        var problems = new Problems();
        sources.forEach((table, source) -> TablePlan.of(descriptor.about(), table, source, formats, problems)
                .ifPresent(plans::add));
        problems.refuseIfAny();
        return plans;
    }

    private Release fill(
            ReleaseTransaction release,
            Request request,
            List<TablePlan> plans,
            Map<TableDescriptor, List<DataPath>> companions,
            Checksums checksums)
            throws IOException, InterruptedException {
        var total = new Total(plans);
        List<PublishedTable> tables = new ArrayList<>();
        List<InputFile> inputs = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (TablePlan plan : plans) {
            var table = new TableIngest(plan);
            table.run(release, (rows, files, bytes) -> request.progress().at(total.with(plan, rows, files, bytes)));
            total.add(plan, table);
            tables.add(table.published());
            notes.addAll(table.notes());
            for (TableIngest.FileRows file : table.files()) {
                Checksums.FileState state = checksums.state(file.file());
                inputs.add(new InputFile(
                        file.file().relative(),
                        state.bytes(),
                        state.sha256(),
                        state.modified(),
                        file.reader(),
                        plan.name(),
                        file.rows()));
            }
            String reader =
                    table.files().isEmpty() ? "" : table.files().getFirst().reader();
            for (DataPath companion : companions.getOrDefault(plan.table(), List.of())) {
                Checksums.FileState state = checksums.state(companion);
                inputs.add(new InputFile(
                        companion.relative(), state.bytes(), state.sha256(), state.modified(), reader, plan.name(), 0));
            }
        }
        CollectionDescriptor descriptor = request.descriptor();
        return release.commit(descriptor.about(), software, descriptor.text(), tables, inputs, notes);
    }

    private boolean isMadeFrom(
            Release latest,
            CollectionDescriptor descriptor,
            Map<TableDescriptor, List<DataPath>> sources,
            Checksums checksums)
            throws IOException, InterruptedException {
        Map<String, InputFile> inputs = new LinkedHashMap<>();
        latest.inputs().forEach(input -> inputs.put(input.table() + "/" + input.path(), input));
        long files = sources.values().stream().mapToLong(List::size).sum();
        if (!latest.descriptor().equals(descriptor.text())
                || !latest.software().equals(software)
                || inputs.size() != files) {
            return false;
        }
        for (boolean wholly : new boolean[] {false, true}) {
            for (var source : sources.entrySet()) {
                for (DataPath file : source.getValue()) {
                    InputFile input = inputs.get(source.getKey().name() + "/" + file.relative());
                    if (input == null || input.bytes() != Files.size(file.path())) {
                        return false;
                    }
                    if (wholly && !input.sha256().equals(checksums.state(file).sha256())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Adds up what the tables done so far came to. */
    private static final class Total {
        private final long ofBytes;
        private final int ofFiles;
        private long rows;
        private long bytes;
        private int files;

        Total(List<TablePlan> plans) {
            ofBytes = plans.stream().mapToLong(TablePlan::bytes).sum();
            ofFiles = plans.stream().mapToInt(TablePlan::fileCount).sum();
        }

        Progress.State with(TablePlan plan, long moreRows, int moreFiles, long moreBytes) {
            return new Progress.State(
                    plan.name(), rows + moreRows, bytes + moreBytes, ofBytes, files + moreFiles, ofFiles);
        }

        void add(TablePlan plan, TableIngest table) {
            rows += table.files().stream().mapToLong(TableIngest.FileRows::rows).sum();
            bytes += plan.bytes();
            files += plan.fileCount();
        }
    }
}
