package org.heralddata.store.release;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.store.HomeFolders;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.StagedTable;
import org.heralddata.store.StoreDiagnostic;
import org.heralddata.store.TableScan.ScanColumn;
import org.heralddata.store.database.Database;
import org.heralddata.store.iceberg.FileMetrics;
import org.heralddata.store.iceberg.IcebergTables;
import org.heralddata.store.release.StoredLayout.SortKeys;
import org.heralddata.store.release.StoredLayout.StoredTableLayout;
import org.heralddata.store.write.ParquetTable;
import org.heralddata.store.write.Staging;
import org.heralddata.store.write.StoredColumn;
import org.heralddata.store.write.WrittenFile;
import org.jspecify.annotations.Nullable;

/**
 * A release in the making. Files are written to a staging folder, moved into the warehouse and made snapshots of Iceberg
 * tables that are not current; then one row of the database makes the release; then the snapshots become current. What a
 * death in between leaves behind the next transaction of the collection removes or, after the row, completes.
 */
public final class StoredTransaction implements ReleaseTransaction {
    private static final Logger LOG = System.getLogger(StoredTransaction.class.getName());

    private final HomeFolders folders;
    private final StoredCatalogue catalogue;
    private final IcebergTables iceberg;
    private final CollectionId collection;
    private final String name;
    private final int sequence;
    private final WriterLock writer;
    private final StagingFolder folder;
    private final Staging staging;
    private final Map<String, Staged> tables = new LinkedHashMap<>();
    private boolean committed;

    private StoredTransaction(
            HomeFolders folders,
            StoredCatalogue catalogue,
            IcebergTables iceberg,
            CollectionId collection,
            String name,
            int sequence,
            WriterLock writer,
            StagingFolder folder)
            throws IOException {
        this.folders = folders;
        this.catalogue = catalogue;
        this.iceberg = iceberg;
        this.collection = collection;
        this.name = name;
        this.sequence = sequence;
        this.writer = writer;
        this.folder = folder;
        this.staging = Staging.open(folder.path());
    }

    /**
     * Starts a release, after removing what dead ones left behind.
     *
     * @param releaseName {@code r1}, {@code r2} … if empty
     * @throws Refusal if the name is malformed or taken, or another release of the collection is in the making
     */
    public static StoredTransaction begin(
            HomeFolders folders,
            Database database,
            StoredCatalogue catalogue,
            IcebergTables iceberg,
            CollectionId collection,
            Optional<String> releaseName) {
        WriterLock writer = WriterLock.take(database, collection);
        try {
            List<StoredRelease> present = ReleaseRows.of(writer.connection(), collection);
            String name = ReleaseNames.choose(releaseName, present);
            Leftovers.remove(folders, iceberg, collection, present);
            int sequence = present.isEmpty() ? 1 : present.getLast().release().sequence() + 1;
            StagingFolder folder = StagingFolder.create(folders.staging(), collection);
            return new StoredTransaction(folders, catalogue, iceberg, collection, name, sequence, writer, folder);
        } catch (SQLException e) {
            writer.close();
            throw Database.away(e);
        } catch (IOException e) {
            writer.close();
            throw unwritable(folders.warehouse(), e);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    @Override
    public StagedTable table(String table, List<Column> columns, SortOrder sort, @Nullable String sortColumn) {
        if (tables.containsKey(table)) {
            throw new IllegalArgumentException("table " + table + " was started before");
        }
        List<StoredColumn> stored = StoredColumn.of(columns);
        @Nullable String key = sort == SortOrder.NONE ? null : sortColumn;
        Map<String, Integer> ids = iceberg.plan(collection, table, stored);
        var parquet = new ParquetTable(staging, table, stored, ids, key, ParquetTable.BYTES_PER_FILE);
        tables.put(table, new Staged(parquet, ids));
        return parquet;
    }

    @Override
    public Release commit(
            CollectionDescription description,
            String software,
            String descriptor,
            List<PublishedTable> published,
            List<InputFile> inputs,
            List<String> notes) {
        if (!published.stream()
                .map(PublishedTable::name)
                .sorted()
                .toList()
                .equals(tables.keySet().stream().sorted().toList())) {
            throw new IllegalArgumentException("published and staged tables differ");
        }
        List<DataFile> files = new ArrayList<>();
        Map<String, StoredTableLayout> layouts = new HashMap<>();
        try {
            for (Staged staged : tables.values()) {
                List<WrittenFile> placed = place(staged.table());
                iceberg.stage(
                        collection,
                        staged.table().name(),
                        name,
                        staged.table().columns(),
                        staged.table().sortColumn(),
                        staged.ids(),
                        placed);
                placed.forEach(file -> files.add(dataFile(staged.table().name(), file)));
                layouts.put(staged.table().name(), layout(staged, placed));
            }
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            var release = new Release(
                    description, name, sequence, now, software, descriptor, published, inputs, files, notes);
            insert(new StoredRelease(release, new StoredLayout(layouts)));
            committed = true;
            catalogue.expire();
            publish();
            return release;
        } catch (IOException e) {
            throw unwritable(folders.warehouse(), e);
        }
    }

    @Override
    public void close() {
        tables.values().forEach(staged -> staged.table().abandon());
        staging.close();
        try {
            folder.close();
            if (!committed) {
                Leftovers.remove(folders, iceberg, collection, ReleaseRows.of(writer.connection(), collection));
            }
        } catch (IOException e) {
            throw unwritable(folder.path(), e);
        } catch (SQLException e) {
            throw Database.away(e);
        } finally {
            writer.close();
        }
    }

    /** The release is made by now: what fails here, the next transaction does. */
    private void publish() {
        for (String table : tables.keySet()) {
            try {
                iceberg.publish(collection, table, name);
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        "snapshot " + name + " of " + collection + "/" + table + " is not current yet",
                        e);
            }
        }
    }

    /** Moves files to where they will stay. */
    private List<WrittenFile> place(ParquetTable table) throws IOException {
        Path data = Files.createDirectories(folders.warehouse()
                .resolve(collection.value())
                .resolve(table.name())
                .resolve("data"));
        List<WrittenFile> placed = new ArrayList<>();
        for (WrittenFile file : table.files()) {
            Path target = data.resolve("%s-%05d.parquet".formatted(name, placed.size()));
            Files.move(file.path(), target, StandardCopyOption.ATOMIC_MOVE);
            placed.add(new WrittenFile(target, file.rows(), file.bytes(), file.sha256(), file.statistics()));
        }
        return placed;
    }

    private DataFile dataFile(String table, WrittenFile file) {
        return new DataFile(table, relative(file.path()), file.bytes(), file.rows(), file.sha256());
    }

    private StoredTableLayout layout(Staged staged, List<WrittenFile> files) {
        List<ScanColumn> columns = staged.table().columns().stream()
                .flatMap(c -> c.fields().stream()
                        .map(f -> new ScanColumn(
                                f.name(),
                                id(staged, f.name()),
                                f.name().equals(c.column().name()) ? c.column().type() : ColumnType.INT16,
                                c.column().shape())))
                .toList();
        @Nullable String key = staged.table().sortColumn();
        List<SortKeys> keys = files.stream()
                .map(file -> {
                    var leaf = key == null ? null : file.statistics().get(key);
                    return new SortKeys(relative(file.path()), FileMetrics.least(leaf), FileMetrics.greatest(leaf));
                })
                .toList();
        return new StoredTableLayout(columns, keys);
    }

    private static int id(Staged staged, String column) {
        Integer id = staged.ids().get(column);
        if (id == null) {
            throw new IllegalStateException("no field id for " + column);
        }
        return id;
    }

    private void insert(StoredRelease stored) {
        Connection connection = writer.connection();
        try {
            ReleaseRows.insert(connection, stored);
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    private String relative(Path file) {
        return folders.warehouse().relativize(file).toString().replace('\\', '/');
    }

    private static Refusal unwritable(Path place, IOException cause) {
        return new Refusal(
                Diagnostic.error(
                                StoreDiagnostic.NO_SPACE,
                                "the release cannot be written: %s".formatted(cause.getMessage()),
                                new Location.InFile(place.toString(), null, -1))
                        .helped("check the space left there and the permissions"),
                cause);
    }

    private record Staged(ParquetTable table, Map<String, Integer> ids) {}
}
