package org.heralddata.query.publication;

import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.publication.PublicState;
import org.heralddata.store.Catalogue;
import org.heralddata.store.TableScan;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue without what was withdrawn.
 *
 * @param all the whole catalogue
 */
public record GivenOut(Catalogue all) implements Catalogue {

    @Override
    public List<CollectionId> collections() {
        return all.collections().stream().filter(id -> latest(id).isPresent()).toList();
    }

    @Override
    public List<Release> releases(CollectionId collection) {
        if (all.state(collection, null).withdrawal() != null) {
            return List.of();
        }
        return all.releases(collection).stream().filter(this::isGivenOut).toList();
    }

    @Override
    public Optional<Release> latest(CollectionId collection) {
        return releases(collection).stream().findFirst();
    }

    @Override
    public Optional<Release> release(CollectionId collection, String name) {
        return releases(collection).stream().filter(r -> r.name().equals(name)).findFirst();
    }

    private boolean isGivenOut(Release release) {
        return all.state(release.collection().id(), release.name()).withdrawal() == null;
    }

    @Override
    public PublicState state(CollectionId collection, @Nullable String release) {
        return all.state(collection, release);
    }

    @Override
    public Access access(CollectionId collection, @Nullable String release) {
        return all.access(collection, release);
    }

    @Override
    public TableScan scan(Release release, String table) {
        return all.scan(release, table);
    }

    /** Everything that was ever published, by id. */
    public List<PublishedCollection> published() {
        return all.collections().stream().map(this::published).toList();
    }

    private PublishedCollection published(CollectionId id) {
        return new PublishedCollection(
                id,
                all.state(id, null),
                all.releases(id).stream()
                        .map(r -> new PublishedRelease(r, all.state(id, r.name())))
                        .toList());
    }
}
