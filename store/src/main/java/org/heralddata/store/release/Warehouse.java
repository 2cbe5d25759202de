package org.heralddata.store.release;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.store.AccessRegister;
import org.heralddata.store.Catalogue;
import org.heralddata.store.HomeFolders;
import org.heralddata.store.PublicationRegister;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.access.StoredAccess;
import org.heralddata.store.database.Database;
import org.heralddata.store.iceberg.IcebergTables;
import org.heralddata.store.publication.StoredPublications;
import org.jspecify.annotations.Nullable;

/** The database and the files of a home together. Iceberg is loaded only where a release is made. */
public final class Warehouse implements AutoCloseable {
    private final HomeFolders folders;
    private final Database database;
    private final StoredCatalogue catalogue;
    private @Nullable IcebergTables iceberg;

    /** @param database open, and closed by {@link #close} */
    public Warehouse(HomeFolders folders, Database database) {
        this.folders = folders;
        this.database = database;
        this.catalogue = new StoredCatalogue(database.dataSource(), folders.warehouse());
    }

    public Database database() {
        return database;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public PublicationRegister publications() {
        return new StoredPublications(database.dataSource(), catalogue::expire);
    }

    public AccessRegister access() {
        return new StoredAccess(database.dataSource(), catalogue::expire);
    }

    public ReleaseTransaction begin(CollectionId collection, Optional<String> releaseName) {
        return StoredTransaction.begin(folders, database, catalogue, iceberg(), collection, releaseName);
    }

    @Override
    public synchronized void close() {
        if (iceberg != null) {
            iceberg.close();
        }
        database.close();
    }

    /** The Iceberg tables, loaded if they were not. */
    public synchronized IcebergTables iceberg() {
        IcebergTables opened = iceberg;
        if (opened == null) {
            opened = new IcebergTables(database.connectionProperties(), folders.warehouse(), places());
            iceberg = opened;
        }
        return opened;
    }

    /** All places that the warehouse ever was in when something was written, the present one included. */
    private List<String> places() {
        Path here = folders.warehouse();
        String remember =
                "insert into warehouse_root (location) values (?) on conflict (location) do update set used = now()";
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(remember)) {
            statement.setString(1, here.toString());
            statement.executeUpdate();
            List<String> places = new ArrayList<>();
            try (Statement query = connection.createStatement();
                    ResultSet result = query.executeQuery("select location from warehouse_root")) {
                while (result.next()) {
                    places.add(result.getString(1));
                }
            }
            return places;
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }
}
