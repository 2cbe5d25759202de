package org.heralddata.query.publication;

import org.heralddata.model.catalogue.Release;
import org.heralddata.model.publication.PublicState;

/** A release, given out or withdrawn. */
public record PublishedRelease(Release release, PublicState state) {

    public boolean isGivenOut() {
        return state.withdrawal() == null;
    }
}
