package org.heralddata.store.release;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.publication.PublicState;
import org.heralddata.store.Catalogue;
import org.heralddata.store.TableScan;
import org.heralddata.store.TableScan.ScanFile;
import org.heralddata.store.access.AccessRows;
import org.heralddata.store.database.Database;
import org.heralddata.store.database.Recent;
import org.heralddata.store.publication.PublicationRows;
import org.heralddata.store.release.StoredLayout.SortKeys;
import org.heralddata.store.release.StoredLayout.StoredTableLayout;
import org.jspecify.annotations.Nullable;

/**
 * The releases of a database, kept in memory: they never change, only new ones come. What this process commits
 * is seen at once, what others do within half a second.
 */
public final class StoredCatalogue implements Catalogue {
    private final DataSource database;
    private final Path warehouse;
    private final Recent<Contents> contents = new Recent<>(
            new Contents(-1, -1, -1, Map.of(), Map.of(), Map.of(), new ConcurrentHashMap<>()), this::renewed);

    /** @param warehouse absolute */
    public StoredCatalogue(DataSource database, Path warehouse) {
        this.database = database;
        this.warehouse = warehouse;
    }

    /** Has the next call ask the database. */
    public void expire() {
        contents.expire();
    }

    @Override
    public List<CollectionId> collections() {
        return List.copyOf(contents.get().releases().keySet());
    }

    @Override
    public List<Release> releases(CollectionId collection) {
        return contents.get().stored(collection).stream()
                .map(StoredRelease::release)
                .toList();
    }

    @Override
    public Optional<Release> latest(CollectionId collection) {
        return contents.get().stored(collection).stream().findFirst().map(StoredRelease::release);
    }

    @Override
    public Optional<Release> release(CollectionId collection, String name) {
        return contents.get().find(collection, name).map(StoredRelease::release);
    }

    @Override
    public PublicState state(CollectionId collection, @Nullable String release) {
        return contents.get().states().getOrDefault(new PublicationRows.Subject(collection, release), PublicState.NONE);
    }

    @Override
    public Access access(CollectionId collection, @Nullable String release) {
        return contents.get().rules().getOrDefault(new AccessRows.Subject(collection, release), Access.OPEN);
    }

    @Override
    public TableScan scan(Release release, String table) {
        var key = new ScanKey(release.collection().id(), release.name(), table);
        Contents now = contents.get();
        return now.scans().computeIfAbsent(key, wanted -> makeScan(now, wanted));
    }

    private TableScan makeScan(Contents now, ScanKey key) {
        StoredRelease stored = now.find(key.collection(), key.release())
                .orElseThrow(() -> new IllegalArgumentException("no release " + key.release()));
        StoredTableLayout layout = stored.layout().tables().get(key.table());
        if (layout == null) {
            throw new IllegalArgumentException("release %s has no table %s".formatted(key.release(), key.table()));
        }
        Map<String, SortKeys> keys = new HashMap<>();
        layout.files().forEach(file -> keys.put(file.path(), file));
        List<ScanFile> files = new ArrayList<>();
        for (DataFile file : stored.release().files()) {
            SortKeys sorted = keys.get(file.path());
            if (file.table().equals(key.table()) && sorted != null) {
                files.add(new ScanFile(
                        warehouse.resolve(file.path()), file.rows(), file.bytes(), sorted.min(), sorted.max()));
            }
        }
        return new TableScan(files, layout.columns());
    }

    private Contents renewed(Contents last) {
        try (Connection connection = database.getConnection()) {
            long newest = ReleaseRows.newest(connection);
            long revision = PublicationRows.revision(connection);
            long access = AccessRows.revision(connection);
            if (newest == last.newest() && revision == last.revision() && access == last.access()) {
                return last;
            }
            boolean released = newest != last.newest();
            return new Contents(
                    newest,
                    revision,
                    access,
                    released ? byCollection(ReleaseRows.all(connection)) : last.releases(),
                    PublicationRows.all(connection),
                    AccessRows.all(connection),
                    released ? new ConcurrentHashMap<>() : last.scans());
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    private static Map<CollectionId, List<StoredRelease>> byCollection(List<StoredRelease> oldestFirst) {
        Map<CollectionId, List<StoredRelease>> releases = new TreeMap<>();
        for (StoredRelease stored : oldestFirst) {
            releases.computeIfAbsent(stored.release().collection().id(), _ -> new ArrayList<>())
                    .addFirst(stored);
        }
        return releases;
    }

    /**
     * @param releases newest first
     * @param scans    of these releases, made when first asked for
     */
    private record Contents(
            long newest,
            long revision,
            long access,
            Map<CollectionId, List<StoredRelease>> releases,
            Map<PublicationRows.Subject, PublicState> states,
            Map<AccessRows.Subject, Access> rules,
            Map<ScanKey, TableScan> scans) {

        List<StoredRelease> stored(CollectionId collection) {
            return releases.getOrDefault(collection, List.of());
        }

        Optional<StoredRelease> find(CollectionId collection, String name) {
            return stored(collection).stream()
                    .filter(stored -> stored.release().name().equals(name))
                    .findFirst();
        }
    }

    private record ScanKey(CollectionId collection, String release, String table) {}
}
