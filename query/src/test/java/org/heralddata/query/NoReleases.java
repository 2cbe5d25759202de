package org.heralddata.query;

import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.publication.PublicState;
import org.heralddata.store.Catalogue;
import org.heralddata.store.TableScan;
import org.jspecify.annotations.Nullable;

/** A catalogue without releases. */
public final class NoReleases implements Catalogue {
    @Override
    public List<CollectionId> collections() {
        return List.of();
    }

    @Override
    public List<Release> releases(CollectionId collection) {
        return List.of();
    }

    @Override
    public Optional<Release> latest(CollectionId collection) {
        return Optional.empty();
    }

    @Override
    public Optional<Release> release(CollectionId collection, String name) {
        return Optional.empty();
    }

    @Override
    public PublicState state(CollectionId collection, @Nullable String release) {
        return PublicState.NONE;
    }

    @Override
    public Access access(CollectionId collection, @Nullable String release) {
        return Access.OPEN;
    }

    @Override
    public TableScan scan(Release release, String table) {
        throw new IllegalArgumentException(table);
    }
}
