package org.heralddata.app.doi;

import org.heralddata.app.console.Version;
import org.heralddata.query.files.CatalogueFileService;
import org.heralddata.query.files.FileService;
import org.heralddata.spi.Formats;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The collection or release that a command is about. */
final class SubjectOption {

    @Parameters(paramLabel = "COLLECTION", description = "the collection's id")
    private String collection = "";

    @Option(names = "--release", paramLabel = "NAME", description = "one release (default: the collection as a whole)")
    private @Nullable String release;

    Subject find(Home home) {
        return Subject.find(home.catalogue(), files(home), collection, release);
    }

    /** The files of a home. */
    static FileService files(Home home) {
        return new CatalogueFileService(home.files(), home.catalogue(), Formats.installed(), Version.text());
    }
}
