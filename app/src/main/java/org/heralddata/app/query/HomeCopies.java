package org.heralddata.app.query;

import java.nio.file.Path;
import org.heralddata.model.access.Viewer;
import org.heralddata.query.access.Permissions;
import org.heralddata.query.engine.CopyKeeper;
import org.heralddata.query.engine.DuckDbEngine;
import org.heralddata.query.service.Lookup;
import org.heralddata.store.home.Home;

/** The copies of tables that a home's servers keep for quick answers. */
public final class HomeCopies {

    private HomeCopies() {}

    /** Where they are. */
    public static Path folder(Home home) {
        return home.folders().cache().resolve("copies");
    }

    /** Has an engine of a short-lived process read those that are there. */
    static void use(Home home, DuckDbEngine engine) {
        var open = new Lookup(new Permissions(home.catalogue()).as(Viewer.OPERATOR));
        CopyKeeper.use(engine, folder(home), open.open());
    }
}
