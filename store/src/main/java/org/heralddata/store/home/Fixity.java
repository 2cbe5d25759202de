package org.heralddata.store.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.store.StoreDiagnostic;
import org.heralddata.store.write.Sha256;
import org.jspecify.annotations.Nullable;

/** Compares the files of releases with what was recorded when they were published. */
public final class Fixity {

    private Fixity() {}

    /**
     * What was found.
     *
     * @param files       data files looked at
     * @param bytes       of those that were read
     * @param diagnostics errors for files that are missing or changed, warnings for files of no release; empty if all is well
     */
    public record Report(long files, long bytes, List<Diagnostic> diagnostics) {

        public Report {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** Checks all releases of a collection, or of all collections. Reads every byte; nothing is changed. */
    public static Report check(Home home, Optional<CollectionId> collection) throws IOException {
        return check(home, collection, _ -> {});
    }

    /** As above, telling each file before it is read. */
    public static Report check(Home home, Optional<CollectionId> collection, Consumer<DataFile> progress)
            throws IOException {
        List<Diagnostic> diagnostics = new ArrayList<>();
        long files = 0;
        long bytes = 0;
        for (CollectionId id :
                collection.map(List::of).orElseGet(() -> home.catalogue().collections())) {
            var recorded = new TreeMap<Path, DataFile>();
            for (Release release : home.catalogue().releases(id)) {
                release.files()
                        .forEach(file -> recorded.put(home.folders().warehouse().resolve(file.path()), file));
            }
            for (var entry : recorded.entrySet()) {
                progress.accept(entry.getValue());
                Diagnostic wrong = check(entry.getKey(), entry.getValue());
                files++;
                if (wrong == null) {
                    bytes += entry.getValue().bytes();
                } else {
                    diagnostics.add(wrong);
                }
            }
            Set<Path> known = new HashSet<>(recorded.keySet());
            known.addAll(home.warehouse().iceberg().metadata(id));
            unknown(home.folders().warehouse().resolve(id.value()), known).forEach(diagnostics::add);
        }
        return new Report(files, bytes, diagnostics);
    }

    private static @Nullable Diagnostic check(Path path, DataFile recorded) throws IOException {
        try {
            long size = Files.size(path);
            if (size != recorded.bytes()) {
                return changed(path, "has %d bytes, published were %d".formatted(size, recorded.bytes()));
            }
            String digest = Sha256.of(path);
            return digest.equals(recorded.sha256())
                    ? null
                    : changed(path, "has sha256 %s, published was %s".formatted(digest, recorded.sha256()));
        } catch (NoSuchFileException e) {
            return Diagnostic.error(
                            StoreDiagnostic.FILE_MISSING, "`%s` is missing".formatted(recorded.path()), place(path))
                    .helped("bring it back from a copy of the home");
        }
    }

    private static Diagnostic changed(Path path, String how) {
        return Diagnostic.error(StoreDiagnostic.FILE_CHANGED, "`%s` %s".formatted(path.getFileName(), how), place(path))
                .helped("bring it back from a copy of the home");
    }

    private static Stream<Diagnostic> unknown(Path folder, Set<Path> known) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        List<Path> strangers;
        try (Stream<Path> all = Files.walk(folder)) {
            strangers = all.filter(path -> Files.isRegularFile(path) && !known.contains(path))
                    .sorted()
                    .toList();
        }
        return strangers.stream()
                .map(path -> Diagnostic.warning(
                                StoreDiagnostic.FILE_UNKNOWN,
                                "`%s` belongs to no release".formatted(path.getFileName()),
                                place(path))
                        .helped("the next ingest removes it; files of your own belong elsewhere"));
    }

    private static Location place(Path path) {
        return new Location.InFile(path.toString(), null, -1);
    }
}
