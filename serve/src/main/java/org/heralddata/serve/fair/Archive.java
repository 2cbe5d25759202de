package org.heralddata.serve.fair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileState;
import org.heralddata.model.files.FileSummary;
import org.heralddata.query.files.FileService;
import org.heralddata.query.files.FileStream;
import org.heralddata.query.files.FilesRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a collection of files alone holds.
 *
 * @param summary   null if the files are not open to everyone, or were withdrawn
 * @param originals the files that are there, if they are at most {@value #MOST_NAMED}; else none, as their list names them
 * @param since     when the first of them was registered; null if they are not named
 */
public record Archive(
        @Nullable FileSummary summary,
        List<CataloguedFile> originals,
        @Nullable Instant since) {

    /** Of descriptions that name files one by one. */
    static final int MOST_NAMED = 200;

    /** Nothing that could be told. */
    public static final Archive CLOSED = new Archive(null, List.of(), null);

    public Archive {
        originals = List.copyOf(originals);
    }

    /** Of files that everyone may have. */
    public static Archive of(FileService service, FileCollection collection) {
        FilesRequest request = FilesRequest.of(collection.about().id());
        try {
            FileSummary summary = service.count(request).summary();
            var named = new ArrayList<CataloguedFile>();
            if (summary.files() <= MOST_NAMED) {
                try (FileStream stream = service.files(request)) {
                    for (CataloguedFile file = stream.next(); file != null; file = stream.next()) {
                        named.add(file);
                    }
                }
            }
            Instant since = named.stream()
                    .map(CataloguedFile::firstSeen)
                    .min(Instant::compareTo)
                    .orElse(null);
            named.removeIf(file -> file.state() == FileState.VANISHED);
            return new Archive(summary, named, since);
        } catch (Refusal restrictedOrWithdrawn) {
            return CLOSED;
        }
    }
}
