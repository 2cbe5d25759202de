package org.heralddata.query.publication;

import java.time.ZoneOffset;
import java.util.List;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.publication.PublicState;

/** A collection of files alone, given out or withdrawn. */
public record PublishedFiles(FileCollection files, PublicState state) {

    /**
     * The same as whoever describes collections sees it: with one version, which has no tables, is called by the day of the last scan
     * and has no address of its own.
     */
    public PublishedCollection asCollection() {
        var version = new Release(
                files.about(),
                files.scanned().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                1,
                files.scanned(),
                files.software(),
                files.descriptor(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new PublishedCollection(
                files.about().id(), state, List.of(new PublishedRelease(version, PublicState.NONE)));
    }
}
