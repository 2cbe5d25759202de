package org.heralddata.query.files;

import java.util.List;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileEvent;

/**
 * All that is known of a file.
 *
 * @param history  what happened to it, oldest first
 * @param releases names of releases that were made from this very content, newest first
 */
public record FileDetail(
        CataloguedFile file, FileCollection collection, List<FileEvent> history, List<String> releases) {

    public FileDetail {
        history = List.copyOf(history);
        releases = List.copyOf(releases);
    }
}
