package org.heralddata.app.settings;

import java.util.function.Supplier;
import org.heralddata.query.adql.TableSupplier;
import org.heralddata.query.files.FileService;
import org.heralddata.query.obscore.ObsCoreTables;
import org.heralddata.query.obscore.ObsRows;
import org.heralddata.serve.node.Node;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;

/** What a home holds as observations, with the addresses and identifiers that its settings tell. */
public final class Observations {
    /** Where a server is if nothing is said. */
    public static final String USUAL_SITE = "http://localhost:8080";

    private Observations() {}

    /**
     * @param files null to leave out catalogued files
     * @param own   address of the server without the last slash, asked when the tables are made, if the settings do not say it
     */
    public static TableSupplier of(Home home, @Nullable FileService files, Supplier<String> own) {
        Node node = HomeSettings.of(home).node();
        return new ObsCoreTables(
                () -> {
                    String told = node.url();
                    return new ObsRows(told == null ? own.get() : told, node.authority());
                },
                files);
    }
}
