package org.heralddata.app.serve;

import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.publication.PublicState;
import org.heralddata.store.Catalogue;
import org.heralddata.store.TableScan;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;

/** The catalogue of a home whose database may still be starting: only the first question waits for it. */
record HomeCatalogue(Home home) implements Catalogue {

    @Override
    public List<CollectionId> collections() {
        return home.catalogue().collections();
    }

    @Override
    public List<Release> releases(CollectionId collection) {
        return home.catalogue().releases(collection);
    }

    @Override
    public Optional<Release> latest(CollectionId collection) {
        return home.catalogue().latest(collection);
    }

    @Override
    public Optional<Release> release(CollectionId collection, String name) {
        return home.catalogue().release(collection, name);
    }

    @Override
    public PublicState state(CollectionId collection, @Nullable String release) {
        return home.catalogue().state(collection, release);
    }

    @Override
    public Access access(CollectionId collection, @Nullable String release) {
        return home.catalogue().access(collection, release);
    }

    @Override
    public TableScan scan(Release release, String table) {
        return home.catalogue().scan(release, table);
    }
}
