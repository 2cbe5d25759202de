package org.heralddata.store.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.store.HomeFolders;
import org.heralddata.store.iceberg.IcebergTables;

/** Removes what killed or failed releases of a collection left behind. Only for who holds its {@link WriterLock}. */
final class Leftovers {

    private Leftovers() {}

    static void remove(
            HomeFolders folders, IcebergTables iceberg, CollectionId collection, List<StoredRelease> oldestFirst)
            throws IOException {
        StagingFolder.removeDead(folders.staging(), collection);
        Map<String, List<String>> releases = new HashMap<>();
        Set<Path> used = new HashSet<>();
        for (StoredRelease stored : oldestFirst) {
            stored.release()
                    .tables()
                    .forEach(table -> releases.computeIfAbsent(table.name(), _ -> new ArrayList<>())
                            .add(stored.release().name()));
            stored.release()
                    .files()
                    .forEach(file -> used.add(folders.warehouse().resolve(file.path())));
        }
        used.addAll(iceberg.forgetAllBut(collection, releases));
        Path root = folders.warehouse().resolve(collection.value());
        for (Path path : deepestFirst(root)) {
            if (Files.isDirectory(path)) {
                removeIfEmpty(path);
            } else if (!used.contains(path)) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static List<Path> deepestFirst(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                return;
            }
        }
        Files.deleteIfExists(folder);
    }
}
