package org.heralddata.store;

import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.publication.PublicState;
import org.jspecify.annotations.Nullable;

/** The releases of a home. Safe for many threads; sees a release as soon as it is committed, by whichever process. */
public interface Catalogue {

    /** Collections with at least one release, by id. */
    List<CollectionId> collections();

    /** Newest first; empty if there is no such collection. */
    List<Release> releases(CollectionId collection);

    /** The newest release. */
    Optional<Release> latest(CollectionId collection);

    Optional<Release> release(CollectionId collection, String name);

    /**
     * What became of a release, or of a collection as a whole. Withdrawn ones are told by the other methods as any other.
     *
     * @param release null for the collection
     */
    PublicState state(CollectionId collection, @Nullable String release);

    /**
     * Who may have the data of a release, or of a collection as a whole, by what was put on after it was made; open if nothing was.
     * It adds to what the releases themselves say.
     *
     * @param release null for the collection
     */
    Access access(CollectionId collection, @Nullable String release);

    /**
     * What an engine needs to read a table of a release.
     *
     * @throws IllegalArgumentException if the release has no such table
     */
    TableScan scan(Release release, String table);
}
