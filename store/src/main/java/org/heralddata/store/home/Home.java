package org.heralddata.store.home;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.AccessRegister;
import org.heralddata.store.Catalogue;
import org.heralddata.store.FileCatalogue;
import org.heralddata.store.FileRegistration;
import org.heralddata.store.FileScanStart;
import org.heralddata.store.HomeFolders;
import org.heralddata.store.PublicationRegister;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.database.Database;
import org.heralddata.store.files.StoredFiles;
import org.heralddata.store.files.StoredRegistration;
import org.heralddata.store.release.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * A folder that holds a data centre: releases, their catalogue, users, requests. It may be moved while nobody uses it, and
 * used by several processes at once.
 *
 * <p>Safe for many threads. Opening returns at once; the database is started beside, and waited for where it is needed.
 */
public final class Home implements AutoCloseable {
    private final HomeFolders folders;
    private final CompletableFuture<Warehouse> warehouse;
    private final boolean ownDatabase;
    private @Nullable StoredFiles files;

    private Home(HomeFolders folders, CompletableFuture<Warehouse> warehouse, boolean ownDatabase) {
        this.folders = folders;
        this.warehouse = warehouse;
        this.ownDatabase = ownDatabase;
    }

    /**
     * Opens a home, made if it does not exist.
     *
     * @throws Refusal if the path cannot be a home, cannot be written or was made by a newer Herald
     */
    public static Home open(Path path, HomeOptions options) {
        HomeFolders folders = HomeLayout.prepare(path);
        CompletableFuture<Warehouse> warehouse = new CompletableFuture<>();
        Thread.ofPlatform().name("herald-database").daemon().start(() -> {
            try {
                warehouse.complete(new Warehouse(folders, Database.open(folders.database(), options.jdbcUrl())));
            } catch (Throwable e) {
                warehouse.completeExceptionally(e);
            }
        });
        return new Home(folders, warehouse, options.jdbcUrl().isEmpty());
    }

    /** Opens a home with the PostgreSQL that comes with Herald. */
    public static Home open(Path path) {
        return open(path, HomeOptions.DEFAULT);
    }

    /** Whether the database is in the home, too: then the folders are where it is, always. */
    public boolean hasOwnDatabase() {
        return ownDatabase;
    }

    /** Where things are. */
    public HomeFolders folders() {
        return folders;
    }

    /**
     * The releases.
     *
     * @throws Refusal if the database cannot be had
     */
    public Catalogue catalogue() {
        return warehouse().catalogue();
    }

    /**
     * The catalogue of files.
     *
     * @throws Refusal if the database cannot be had
     */
    public FileCatalogue files() {
        return storedFiles();
    }

    private synchronized StoredFiles storedFiles() {
        StoredFiles opened = files;
        if (opened == null) {
            opened = new StoredFiles(database());
            files = opened;
        }
        return opened;
    }

    /**
     * Starts to register files of a collection.
     *
     * @throws Refusal if another process does
     */
    public FileRegistration register(FileScanStart scan) {
        return StoredRegistration.begin(warehouse().database(), scan, storedFiles()::expire);
    }

    /**
     * Where DOIs and withdrawals are recorded.
     *
     * @throws Refusal if the database cannot be had
     */
    public PublicationRegister publications() {
        return warehouse().publications();
    }

    /**
     * Where restrictions of collections and releases are recorded.
     *
     * @throws Refusal if the database cannot be had
     */
    public AccessRegister access() {
        return warehouse().access();
    }

    /**
     * The database, for what is not data: users, requests. Closed with the home.
     *
     * @throws Refusal if the database cannot be had
     */
    public DataSource database() {
        return warehouse().database().dataSource();
    }

    /**
     * Starts a release of a collection, after removing what dead ones left behind.
     *
     * @param releaseName {@code r1}, {@code r2} … if empty
     * @throws Refusal if the name is malformed or taken, or another release of the collection is in the making
     */
    public ReleaseTransaction begin(CollectionId collection, Optional<String> releaseName) {
        return warehouse().begin(collection, releaseName);
    }

    /** Lets the home go. If no other process uses it, returns when the database that comes with Herald has stopped. */
    @Override
    public void close() {
        @Nullable Warehouse opened;
        try {
            opened = warehouse.join();
        } catch (CompletionException e) {
            return; // told to whoever asked for the catalogue
        }
        opened.close();
    }

    Warehouse warehouse() {
        try {
            return warehouse.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
