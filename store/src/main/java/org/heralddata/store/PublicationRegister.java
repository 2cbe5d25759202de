package org.heralddata.store;

import java.time.Instant;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.publication.Doi;
import org.heralddata.model.publication.DoiState;
import org.jspecify.annotations.Nullable;

/**
 * Records what becomes of collections and releases. {@link Catalogue#state} tells it. Safe for many threads and processes.
 *
 * <p>A release is named by collection and name; a null name means the collection as a whole.
 */
public interface PublicationRegister {

    /**
     * Records a DOI, or that it became findable.
     *
     * @throws Refusal if another DOI is recorded already, or this one elsewhere
     */
    void doi(CollectionId collection, @Nullable String release, Doi doi, DoiState state);

    /** Ends giving out data; again, it only changes the reason. */
    void withdraw(CollectionId collection, @Nullable String release, String reason);

    /** Gives data out again. */
    void restore(CollectionId collection, @Nullable String release);

    /** When this home began to present itself as it does now; {@code digest} is of all that it tells of itself. */
    Instant since(String digest);
}
