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
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.FileChange;
import org.heralddata.model.files.FileContent;
import org.heralddata.model.files.FileMetadata;
import org.heralddata.model.files.FileState;
import org.heralddata.store.FileRegistration;
import org.heralddata.store.FileRegistration.Known;
import org.heralddata.store.FileRegistration.Seen;
import org.jspecify.annotations.Nullable;

/** One look at all files of a collection. For one thread. */
final class ScanPass {
    private final FileScan.Request request;
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

    ScanPass(
            FileScan.Request request, Path folder, String rules, FileExaminer examiner, FileRegistration registration) {
        this.request = request;
        this.folder = folder;
        this.rules = rules;
        this.examiner = examiner;
        this.registration = registration;
        this.inputs = request.inputs().stream().collect(Collectors.groupingBy(InputFile::path));
    }

    FileScan.Outcome run(Map<String, DataPath> present) throws InterruptedException {
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
            look(file, known.get(file.relative()));
            stopIfInterrupted();
            request.progress().at(++done, present.size(), file.relative());
            if (batch.size() >= FileScan.BATCH) {
                flush();
            }
        }
        flush();
        registration.touched(touched);
        registration.returned(returned);
        List<String> vanished = vanished(known, present.keySet());
        registration.vanished(vanished);
        return new FileScan.Outcome(
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
                .filter(path -> Files.notExists(folder.resolve(path)))
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void flush() {
        registration.register(batch);
        batch.clear();
    }

    private void look(DataPath file, @Nullable Known known) throws InterruptedException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(file.path(), BasicFileAttributes.class);
        } catch (IOException gone) {
            return;
        }
        boolean same = known != null && isAs(known.content(), now);
        boolean read = known == null || !known.content().sha256().isEmpty();
        if (known != null && same && read && known.rules().equals(rules)) {
            if (known.state() == FileState.VANISHED) {
                returned.add(file.relative());
            }
            return;
        }
        if (!same && !request.settled().isSettled(file, now)) {
            waiting++;
            return;
        }
        try {
            examine(file, known, same && read);
        } catch (NoSuchFileException gone) {
            // the next look tells
        } catch (IOException unreadable) {
            stopIfInterrupted();
            if (read || !same) {
                add(unreadable(file, known, now, unreadable));
            }
        }
    }

    private void examine(DataPath file, @Nullable Known known, boolean same) throws IOException, InterruptedException {
        FileContent content = known != null && same ? known.content() : content(file);
        boolean equal = known != null && known.content().sha256().equals(content.sha256());
        if (known != null && equal && known.rules().equals(rules) && known.state() != FileState.VANISHED) {
            touched.put(file.relative(), content);
            return;
        }
        FileExaminer.Examined examined = examiner.examine(file, folder);
        stopIfInterrupted();
        FileMetadata metadata = withRows(examined.metadata(), file);
        if (!isAs(content, Files.readAttributes(file.path(), BasicFileAttributes.class))) {
            waiting++;
            return;
        }
        FileState state = examined.broken() ? FileState.BROKEN : FileState.PRESENT;
        add(new Seen(file.relative(), state, content, metadata, change(known, equal)));
    }

    /** Whoever is interrupted in the midst of a file sees it as broken; it must not be registered so. */
    private void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            flush();
            throw new InterruptedException();
        }
    }

    private void add(Seen seen) {
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
                : metadata.withRows(counted.stream().mapToLong(InputFile::rows).sum());
    }

    private static Seen unreadable(DataPath file, @Nullable Known known, BasicFileAttributes now, IOException cause) {
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
            if (isAs(content, Files.readAttributes(file.path(), BasicFileAttributes.class))) {
                return content;
            }
        }
        Checksums.FileState state = Checksums.read(file.path());
        return new FileContent(state.bytes(), state.modified(), state.sha256());
    }

    private static boolean isAs(FileContent content, BasicFileAttributes now) {
        return now.size() == content.bytes()
                && now.lastModifiedTime().toInstant().equals(content.modified());
    }
}
