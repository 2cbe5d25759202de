package org.heralddata.app.serve;

import org.heralddata.app.console.Version;
import org.heralddata.query.DataService;
import org.heralddata.query.engine.DuckDbEngine;
import org.heralddata.query.engine.EngineOptions;
import org.heralddata.query.files.CatalogueFileService;
import org.heralddata.query.files.FileService;
import org.heralddata.query.service.CatalogueDataService;
import org.heralddata.spi.Formats;
import org.heralddata.store.home.Home;

/** Wires a home to what is served. */
final class Services {

    private Services() {}

    /** To be closed before the home. */
    static DataService data(Home home) {
        var engine = new DuckDbEngine(EngineOptions.reading(
                home.folders().warehouse(), home.folders().cache().resolve("engine")));
        return new CatalogueDataService(new HomeCatalogue(home), engine, Formats.installed(), Version.text());
    }

    /** The catalogue of files. */
    static FileService files(Home home) {
        return new CatalogueFileService(
                new HomeFiles(home), new HomeCatalogue(home), Formats.installed(), Version.text());
    }
}
