package org.heralddata.serve.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileSummary;
import org.heralddata.query.files.FileService;
import org.heralddata.query.files.FilesRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the files of collections come to, counted anew only when something of them has changed. Safe for many threads. */
@Component
class FilesGlance {
    private final FileService files;
    private final Map<CollectionId, Counted> counted = new ConcurrentHashMap<>();

    FilesGlance(FileService files) {
        this.files = files;
    }

    private record Counted(long revision, FileSummary summary) {}

    /** Collections that have catalogued files and no release, by id. */
    List<FilesCard> withoutRelease(List<Release> releases) {
        Set<CollectionId> released =
                releases.stream().map(r -> r.collection().id()).collect(Collectors.toSet());
        return files.collections().stream()
                .filter(c -> !released.contains(c.about().id()))
                .map(c -> FilesCard.of(c, summary(c)))
                .toList();
    }

    /** Null if the files are not open to everyone. */
    @Nullable
    FileSummary summary(FileCollection collection) {
        CollectionId id = collection.about().id();
        Counted known = counted.get(id);
        if (known != null && known.revision() == collection.revision()) {
            return open(collection) ? known.summary() : null;
        }
        try {
            FileSummary summary = files.count(FilesRequest.of(id)).summary();
            counted.put(id, new Counted(collection.revision(), summary));
            return summary;
        } catch (Refusal restricted) {
            return null;
        }
    }

    private boolean open(FileCollection collection) {
        try {
            files.fields(FilesRequest.of(collection.about().id()));
            return true;
        } catch (Refusal restricted) {
            return false;
        }
    }
}
