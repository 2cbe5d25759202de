package org.heralddata.app.doi;

import org.heralddata.store.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The collection or release that a command is about. */
final class SubjectOption {

    @Parameters(paramLabel = "COLLECTION", description = "the collection's id")
    private String collection = "";

    @Option(names = "--release", paramLabel = "NAME", description = "one release (default: the collection as a whole)")
    private @Nullable String release;

    Subject find(Catalogue catalogue) {
        return Subject.find(catalogue, collection, release);
    }
}
