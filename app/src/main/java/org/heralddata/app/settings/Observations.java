package org.heralddata.app.settings;

import org.heralddata.query.adql.TableSupplier;
import org.heralddata.query.files.FileService;
import org.heralddata.query.obscore.ObsCoreTables;
import org.heralddata.query.obscore.ObsRows;
import org.heralddata.serve.node.Node;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;

/** What a home holds as observations, with the addresses and identifiers that its settings tell. */
public final class Observations {
    /** Where a server is if the settings do not say. */
    private static final String USUAL_SITE = "http://localhost:8080";

    private Observations() {}

    /** @param files null to leave out catalogued files */
    public static TableSupplier of(Home home, @Nullable FileService files) {
        Node node = HomeSettings.of(home).node();
        return new ObsCoreTables(new ObsRows(node.urlOr(USUAL_SITE), node.authority()), files);
    }
}
