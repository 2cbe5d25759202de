package org.heralddata.serve.portal.compare;

import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.Count;
import org.heralddata.query.TableRef;
import org.heralddata.serve.portal.Addresses;
import org.heralddata.serve.portal.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One of the two that are compared.
 *
 * @param name    {@code A} or {@code B}
 * @param count   null if the selection is faulty
 * @param problem what is wrong with the selection; null if it is sound
 */
public record Side(
        String name,
        String where,
        Release release,
        PublishedTable table,
        @Nullable Count count,
        @Nullable Problem problem) {

    public long rows() {
        return count == null ? 0 : count.rows();
    }

    public long of() {
        return count == null ? 0 : count.of();
    }

    TableRef ref() {
        return new TableRef(release.collection().id(), table.name(), release.name());
    }

    /** The data shop with this selection. */
    public String shop() {
        return Addresses.shop(release.collection().id(), table.name(), where) + "&release=" + release.name();
    }
}
