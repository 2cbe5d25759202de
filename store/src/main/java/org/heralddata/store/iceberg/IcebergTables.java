package org.heralddata.store.iceberg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.store.write.StoredColumn;
import org.heralddata.store.write.WrittenFile;
import org.jspecify.annotations.Nullable;

/** The Iceberg tables of a warehouse, catalogued in PostgreSQL under the catalogue name {@code herald}. */
public final class IcebergTables implements AutoCloseable {
    private static final String CATALOGUE = "herald";
    private static final String RELEASE = "herald.release";

    private final JdbcCatalog catalog;
    private final LocalFileIO io;
    private final Path warehouse;

    /**
     * @param connection   {@code uri}, {@code jdbc.user} and {@code jdbc.password} of the database
     * @param warehouse    absolute
     * @param formerPlaces absolute paths of folders that the warehouse was in before
     */
    public IcebergTables(Map<String, String> connection, Path warehouse, List<String> formerPlaces) {
        this.warehouse = warehouse;
        this.io = new LocalFileIO(warehouse, formerPlaces);
        var properties = new HashMap<>(connection);
        properties.put("warehouse", LocalFileIO.location(warehouse));
        properties.put("jdbc.schema-version", "V1");
        properties.put("clients", "1");
        this.catalog = new JdbcCatalog(_ -> io, null, true);
        catalog.initialize(CATALOGUE, properties);
    }

    /** Field ids, by dotted path, that the table will have with these columns; changes nothing. */
    public Map<String, Integer> plan(CollectionId collection, String table, List<StoredColumn> columns) {
        TableIdentifier id = identifier(collection, table);
        if (!catalog.tableExists(id)) {
            return IcebergSchemas.ids(IcebergSchemas.fresh(columns));
        }
        Table present = catalog.loadTable(id);
        return IcebergSchemas.ids(IcebergSchemas.grow(present.updateSchema(), present.schema(), columns)
                .apply());
    }

    /**
     * Adds a snapshot that holds just these files, tagged, without making it the current one.
     *
     * @param files at their places in the warehouse
     * @param ids   as {@link #plan} gave them and as the files have them
     */
    public void stage(
            CollectionId collection,
            String table,
            String release,
            List<StoredColumn> columns,
            @Nullable String sortColumn,
            Map<String, Integer> ids,
            List<WrittenFile> files) {
        TableIdentifier id = identifier(collection, table);
        Transaction transaction =
                catalog.tableExists(id) ? grow(id, columns) : create(id, IcebergSchemas.fresh(columns), sortColumn);
        Schema schema = transaction.table().schema();
        if (!IcebergSchemas.ids(schema).equals(ids)) {
            throw new IllegalStateException("field ids of " + id + " changed since its files were written");
        }
        OverwriteFiles overwrite = transaction.newOverwrite().overwriteByRowFilter(Expressions.alwaysTrue());
        for (WrittenFile file : files) {
            overwrite.addFile(DataFiles.builder(transaction.table().spec())
                    .withPath(LocalFileIO.location(file.path()))
                    .withFileSizeInBytes(file.bytes())
                    .withFormat(FileFormat.PARQUET)
                    .withMetrics(FileMetrics.of(file, schema))
                    .build());
        }
        overwrite.set(RELEASE, release).stageOnly().commit();
        transaction
                .manageSnapshots()
                .createTag(release, snapshotOf(transaction.table(), release).snapshotId())
                .commit();
        transaction.commitTransaction();
    }

    /** Makes a tagged snapshot the current one. */
    public void publish(CollectionId collection, String table, String release) {
        Table present = catalog.loadTable(identifier(collection, table));
        SnapshotRef tag = present.refs().get(release);
        if (tag == null) {
            throw new IllegalStateException("no tag " + release + " in " + present.name());
        }
        Snapshot current = present.currentSnapshot();
        if (current == null || current.snapshotId() != tag.snapshotId()) {
            present.manageSnapshots().setCurrentSnapshot(tag.snapshotId()).commit();
        }
    }

    /**
     * Forgets what no release knows of a collection's tables.
     *
     * @param releases names of the releases of each table, oldest first
     * @return the metadata files that are in use
     */
    public Set<Path> forgetAllBut(CollectionId collection, Map<String, List<String>> releases) {
        Set<Path> used = new HashSet<>();
        Namespace namespace = Namespace.of(collection.value());
        if (!catalog.namespaceExists(namespace)) {
            return used;
        }
        for (TableIdentifier id : catalog.listTables(namespace)) {
            List<String> known = releases.getOrDefault(id.name(), List.of());
            if (known.isEmpty()) {
                catalog.dropTable(id, false);
            } else {
                Table table = catalog.loadTable(id);
                IcebergFiles.forgetAllBut(table, Set.copyOf(known), known.getLast());
                used.addAll(IcebergFiles.metadata(table, io));
            }
        }
        return used;
    }

    /** The metadata files that a collection's tables use. */
    public Set<Path> metadata(CollectionId collection) {
        Set<Path> used = new HashSet<>();
        Namespace namespace = Namespace.of(collection.value());
        if (catalog.namespaceExists(namespace)) {
            catalog.listTables(namespace).forEach(id -> used.addAll(IcebergFiles.metadata(catalog.loadTable(id), io)));
        }
        return used;
    }

    /** Data files of a table at a release, where they are now: what other engines see. */
    public List<Path> dataFiles(CollectionId collection, String table, String release) throws IOException {
        Table present = catalog.loadTable(identifier(collection, table));
        List<Path> files = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks =
                present.newScan().useRef(release).planFiles()) {
            tasks.forEach(task -> files.add(io.path(task.file().location())));
        }
        return files;
    }

    @Override
    public void close() {
        catalog.close();
    }

    private Transaction create(TableIdentifier id, Schema schema, @Nullable String sortColumn) {
        if (!catalog.namespaceExists(id.namespace())) {
            catalog.createNamespace(id.namespace(), Map.of());
        }
        return catalog.buildTable(id, schema)
                .withLocation(location(id))
                .withSortOrder(order(schema, sortColumn))
                .withProperties(Map.of(
                        "format-version", "2",
                        "write.metadata.delete-after-commit.enabled", "true",
                        "write.metadata.previous-versions-max", "3"))
                .createTransaction();
    }

    private Transaction grow(TableIdentifier id, List<StoredColumn> columns) {
        Table present = catalog.loadTable(id);
        Transaction transaction = present.newTransaction();
        if (!present.location().equals(location(id))) {
            transaction.updateLocation().setLocation(location(id)).commit();
        }
        IcebergSchemas.grow(transaction.updateSchema(), present.schema(), columns)
                .commit();
        return transaction;
    }

    private static SortOrder order(Schema schema, @Nullable String sortColumn) {
        return sortColumn == null
                ? SortOrder.unsorted()
                : SortOrder.builderFor(schema).asc(sortColumn).build();
    }

    private static Snapshot snapshotOf(Table table, String release) {
        @Nullable Snapshot newest = null;
        for (Snapshot snapshot : table.snapshots()) {
            if (release.equals(snapshot.summary().get(RELEASE))) {
                newest = snapshot;
            }
        }
        if (newest == null) {
            throw new IllegalStateException("no snapshot of " + release);
        }
        return newest;
    }

    private String location(TableIdentifier id) {
        return LocalFileIO.location(warehouse.resolve(id.namespace().level(0)).resolve(id.name()));
    }

    private static TableIdentifier identifier(CollectionId collection, String table) {
        return TableIdentifier.of(Namespace.of(collection.value()), table);
    }
}
