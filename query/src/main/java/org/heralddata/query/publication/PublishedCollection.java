package org.heralddata.query.publication;

import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.publication.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * A collection that was published at some time.
 *
 * @param releases newest first, at least one; withdrawn ones, too
 */
public record PublishedCollection(CollectionId id, PublicState state, List<PublishedRelease> releases) {

    public PublishedCollection {
        releases = List.copyOf(releases);
    }

    /** The newest release that is given out; empty if the collection or all its releases are withdrawn. */
    public Optional<PublishedRelease> current() {
        return state.withdrawal() != null
                ? Optional.empty()
                : releases.stream().filter(PublishedRelease::isGivenOut).findFirst();
    }

    public Optional<PublishedRelease> release(String name) {
        return releases.stream().filter(r -> r.release().name().equals(name)).findFirst();
    }

    /** Why a release is not given out: it, or the whole collection, was withdrawn. Null if it is. */
    public @Nullable Withdrawal withdrawal(PublishedRelease release) {
        return state.withdrawal() != null ? state.withdrawal() : release.state().withdrawal();
    }
}
