package org.heralddata.store;

import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.jspecify.annotations.Nullable;

/**
 * Restricts collections and releases after they were made. {@link Catalogue#access} tells it. Safe for many threads and processes.
 *
 * <p>A release is named by collection and name; a null name means the collection as a whole.
 */
public interface AccessRegister {

    /** Restricts, in place of the restriction that was put on before. */
    void restrict(CollectionId collection, @Nullable String release, Access.Restricted rule);

    /** Takes the restriction off; false if there was none. What the releases themselves say stays. */
    boolean open(CollectionId collection, @Nullable String release);
}
