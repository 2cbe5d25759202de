package org.heralddata.app.serve;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileEvent;
import org.heralddata.model.files.FileSummary;
import org.heralddata.model.files.Lane;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.store.FileCatalogue;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;

/** The files of a home whose database may still be starting: only the first question waits for it. */
record HomeFiles(Home home) implements FileCatalogue {

    @Override
    public List<FileCollection> collections() {
        return home.files().collections();
    }

    @Override
    public Optional<FileCollection> collection(CollectionId id) {
        return home.files().collection(id);
    }

    @Override
    public FileSummary summary(Search search) {
        return home.files().summary(search);
    }

    @Override
    public Cursor files(Search search, List<Order> order, @Nullable Long limit, long offset) {
        return home.files().files(search, order, limit, offset);
    }

    @Override
    public Optional<CataloguedFile> file(UUID id) {
        return home.files().file(id);
    }

    @Override
    public Optional<CataloguedFile> file(CollectionId collection, String path) {
        return home.files().file(collection, path);
    }

    @Override
    public List<FileEvent> history(UUID id) {
        return home.files().history(id);
    }

    @Override
    public SequencedMap<String, long[]> coverage(Search search, TimeSpan span, int parts, Lane lane) {
        return home.files().coverage(search, span, parts, lane);
    }
}
