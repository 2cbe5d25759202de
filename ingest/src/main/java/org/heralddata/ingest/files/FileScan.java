package org.heralddata.ingest.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.source.Checksums;
import org.heralddata.ingest.source.DataPath;
import org.heralddata.ingest.source.SourceFiles;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.descriptor.FileFieldDescriptor;
import org.heralddata.model.descriptor.FilesDescriptor;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.FileChange;
import org.heralddata.model.files.FileContent;
import org.heralddata.model.files.FileMetadata;
import org.heralddata.model.files.FileState;
import org.heralddata.spi.Extractors;
import org.heralddata.spi.Formats;
import org.heralddata.store.FileRegistration;
import org.heralddata.store.FileRegistration.Known;
import org.heralddata.store.FileRegistration.Seen;
import org.heralddata.store.FileScanStart;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the files of a collection and registers those that are new or changed. Files that are as they were are not
 * opened: size and time of the last change tell, else the digest. Safe for many threads.
 */
public final class FileScan {

    /** Files registered at once. */
    static final int BATCH = 200;

    private static final String PLAIN_RULES = "none";

    private final Formats formats;
    private final Extractors extractors;
    private final Registrar registrar;
    private final String software;

    /** Where registering begins: {@code Home::register}. */
    public interface Registrar {

        /** @throws Refusal if another process registers files of the collection */
        FileRegistration begin(FileScanStart start);
    }

    /**
     * What to look through.
     *
     * @param folder  that the descriptor's file patterns are relative to
     * @param inputs  further files, those that a release was made from, with what was learnt of them then
     * @param settled says whether a file that is new or changed may be read now, or is still being written
     */
    public record Request(
            CollectionDescriptor descriptor,
            Path folder,
            List<InputFile> inputs,
            Settled settled,
            ScanProgress progress) {

        public Request {
            inputs = List.copyOf(inputs);
        }

        /** Everything at once. */
        public static Request of(CollectionDescriptor descriptor, Path folder, ScanProgress progress) {
            return new Request(descriptor, folder, List.of(), Settled.ALWAYS, progress);
        }
    }

    /**
     * What came of it.
     *
     * @param files    looked at
     * @param found    registered for the first time
     * @param changed  of other content than before
     * @param reread   by other rules than before
     * @param returned there again
     * @param vanished not there any more
     * @param broken   of those read now, which could not be
     * @param waiting  still being written: left for the next time
     */
    public record Outcome(
            int files, int found, int changed, int reread, int returned, int vanished, int broken, int waiting) {

        /** True if anything was registered. */
        public boolean isNews() {
            return found + changed + reread + returned + vanished > 0;
        }
    }

    /** @param software name and version of the program, kept with each file */
    public FileScan(Formats formats, Extractors extractors, Registrar registrar, String software) {
        this.formats = formats;
        this.extractors = extractors;
        this.registrar = registrar;
        this.software = software;
    }

    /**
     * Scans. What was registered before it throws stays registered. Interrupting the thread stops it.
     *
     * @throws Refusal if there is no data folder, if nothing matches and nothing ever did, or if another process scans
     */
    public Outcome run(Request request) throws IOException, InterruptedException {
        Path folder = request.folder().toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new Refusal(Diagnostic.error(
                            IngestCode.NO_FILES,
                            "there is no data folder",
                            new Location.InFile(folder.toString(), null, -1))
                    .helped("tell where it is with `--data DIR`"));
        }
        FilesDescriptor files = request.descriptor().files();
        FilesDescriptor rules = files == null ? plain() : files;
        CollectionDescription about = request.descriptor().about();
        Map<String, DataPath> present = present(files, request, folder);
        var start = new FileScanStart(
                about,
                rules.fields().stream().map(FileFieldDescriptor::field).toList(),
                folder.toString(),
                request.descriptor().text(),
                software,
                files == null ? PLAIN_RULES : rules.digest());
        try (FileRegistration registration = registrar.begin(start)) {
            var examiner = new FileExaminer(rules, about.instrument(), formats, extractors);
            return new Pass(request, folder, start.rules(), examiner, registration).run(present);
        }
    }

    private static FilesDescriptor plain() {
        var nowhere = new SourceDescriptor(List.of(), null, null, null, Map.of());
        return new FilesDescriptor(nowhere, List.of(), null, null, null);
    }

    private Map<String, DataPath> present(@Nullable FilesDescriptor files, Request request, Path folder)
            throws IOException {
        Map<String, DataPath> present = new LinkedHashMap<>();
        if (files != null) {
            for (DataPath file : SourceFiles.matching(files.source(), folder, formats)) {
                present.put(file.relative(), file);
            }
        }
        for (InputFile input : request.inputs()) {
            present.putIfAbsent(input.path(), new DataPath(folder.resolve(input.path()), input.path()));
        }
        return present;
    }

    /** One look at all files. */
    private static final class Pass {
        private final Request request;
        private final Path folder;
        private final String rules;
        private final FileExaminer examiner;
        private final FileRegistration registration;
        private final List<Seen> batch = new ArrayList<>();
        private final Map<String, FileContent> touched = new HashMap<>();
        private final List<String> returned = new ArrayList<>();
        private final Map<FileChange, Integer> counts = new EnumMap<>(FileChange.class);
        private final Map<String, List<InputFile>> inputs;
        private int broken;
        private int waiting;

        Pass(Request request, Path folder, String rules, FileExaminer examiner, FileRegistration registration) {
            this.request = request;
            this.folder = folder;
            this.rules = rules;
            this.examiner = examiner;
            this.registration = registration;
            this.inputs = request.inputs().stream().collect(Collectors.groupingBy(InputFile::path));
        }

        Outcome run(Map<String, DataPath> present) throws IOException, InterruptedException {
            Map<String, Known> known = registration.known();
            if (present.isEmpty() && known.isEmpty()) {
                throw new Refusal(Diagnostic.error(
                                IngestCode.NO_FILES,
                                "no file in the data folder matches what `files` names",
                                new Location.InFile(folder.toString(), null, -1))
                        .helped("tell where the files are with `--data DIR`"));
            }
            int done = 0;
            for (DataPath file : present.values()) {
                if (Thread.interrupted()) {
                    flush();
                    throw new InterruptedException();
                }
                look(file, known.get(file.relative()));
                request.progress().at(++done, present.size(), file.relative());
                if (batch.size() >= BATCH) {
                    flush();
                }
            }
            flush();
            registration.touched(touched);
            registration.returned(returned);
            List<String> vanished = vanished(known, present.keySet());
            registration.vanished(vanished);
            return new Outcome(
                    present.size(),
                    counts.getOrDefault(FileChange.FOUND, 0),
                    counts.getOrDefault(FileChange.CHANGED, 0),
                    counts.getOrDefault(FileChange.REREAD, 0),
                    counts.getOrDefault(FileChange.RETURNED, 0) + returned.size(),
                    vanished.size(),
                    broken,
                    waiting);
        }

        private List<String> vanished(Map<String, Known> known, Set<String> present) {
            Set<String> gone = new HashSet<>(known.keySet());
            gone.removeAll(present);
            return gone.stream()
                    .filter(path -> Objects.requireNonNull(known.get(path)).state() != FileState.VANISHED)
                    .filter(path -> !Files.exists(folder.resolve(path)))
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private void flush() {
            registration.register(batch);
            batch.clear();
        }

        private void look(DataPath file, @Nullable Known known) throws IOException {
            BasicFileAttributes now;
            try {
                now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            } catch (NoSuchFileException gone) {
                return;
            }
            boolean same = known != null
                    && known.content().bytes() == now.size()
                    && known.content().modified().equals(now.lastModifiedTime().toInstant());
            if (known != null && same && known.rules().equals(rules)) {
                if (known.state() == FileState.VANISHED) {
                    returned.add(file.relative());
                }
                return;
            }
            if (!same && !request.settled().isSettled(file, now)) {
                waiting++;
                return;
            }
            examine(file, known, same);
        }

        private void examine(DataPath file, @Nullable Known known, boolean same) throws IOException {
            FileContent content;
            Seen seen;
            try {
                content = known != null && same ? known.content() : content(file);
                boolean equal = known != null && known.content().sha256().equals(content.sha256());
                if (known != null && equal && known.rules().equals(rules) && known.state() != FileState.VANISHED) {
                    touched.put(file.relative(), content);
                    return;
                }
                FileExaminer.Examined examined = examiner.examine(file, folder);
                FileMetadata metadata = withRows(examined.metadata(), file);
                if (!isAsBefore(file, content)) {
                    waiting++;
                    return;
                }
                seen = new Seen(
                        file.relative(),
                        examined.broken() ? FileState.BROKEN : FileState.PRESENT,
                        content,
                        metadata,
                        change(known, equal));
            } catch (NoSuchFileException gone) {
                return;
            } catch (IOException unreadable) {
                if ("interrupted".equals(unreadable.getMessage())) {
                    throw unreadable;
                }
                seen = unreadable(file, known, unreadable);
            }
            broken += seen.state() == FileState.BROKEN ? 1 : 0;
            counts.merge(seen.change(), 1, Integer::sum);
            batch.add(seen);
        }

        private static FileChange change(@Nullable Known known, boolean equal) {
            if (known == null) {
                return FileChange.FOUND;
            }
            if (!equal) {
                return FileChange.CHANGED;
            }
            return known.state() == FileState.VANISHED ? FileChange.RETURNED : FileChange.REREAD;
        }

        /** An ingest counted the rows of formats that do not tell. */
        private FileMetadata withRows(FileMetadata metadata, DataPath file) {
            List<InputFile> counted = inputs.getOrDefault(file.relative(), List.of());
            return metadata.rows() != null || counted.isEmpty()
                    ? metadata
                    : metadata.withRows(
                            counted.stream().mapToLong(InputFile::rows).sum());
        }

        private static Seen unreadable(DataPath file, @Nullable Known known, IOException cause) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            String note = "%s: the bytes cannot be had: %s".formatted(IngestCode.UNREADABLE.id(), reason);
            return new Seen(
                    file.relative(),
                    FileState.BROKEN,
                    new FileContent(now.size(), now.lastModifiedTime().toInstant(), ""),
                    new FileMetadata(null, null, null, null, null, List.of(), new LinkedHashMap<>(), List.of(note)),
                    change(known, false));
        }

        /** What an ingest has just read is not read again. */
        private FileContent content(DataPath file) throws IOException {
            for (InputFile input : inputs.getOrDefault(file.relative(), List.of())) {
                var content = new FileContent(input.bytes(), input.modified(), input.sha256());
                if (isAsBefore(file, content)) {
                    return content;
                }
            }
            Checksums.FileState state = Checksums.read(file.path());
            return new FileContent(state.bytes(), state.modified(), state.sha256());
        }

        private static boolean isAsBefore(DataPath file, FileContent content) throws IOException {
            BasicFileAttributes after = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return after.size() == content.bytes()
                    && after.lastModifiedTime().toInstant().equals(content.modified());
        }
    }
}
