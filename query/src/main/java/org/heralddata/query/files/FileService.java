package org.heralddata.query.files;

import java.util.List;
import java.util.UUID;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.FileSummary;
import org.heralddata.query.Export;
import org.heralddata.query.ExportForm;
import org.heralddata.query.QueryCode;
import org.heralddata.query.publication.PublishedFiles;

/**
 * All that can be asked of the catalogue of files. Safe for many threads.
 *
 * <p>Every method refuses unknown collections, files and fields and faulty selections with {@link Refusal}. That a collection
 * has catalogued files is for everyone to know; files of restricted collections are refused ({@link QueryCode#RESTRICTED}) if
 * asked for by name and left out, and told, otherwise.
 */
public interface FileService {

    /** The same as somebody may see it. Cheap. */
    FileService as(Viewer viewer);

    /** Whether the files of a collection may be seen; that there are some always may. */
    boolean isOpen(FileCollection collection);

    /** Collections with catalogued files, by id. */
    List<FileCollection> collections();

    FileCollection collection(CollectionId id);

    /** Collections of files alone, which no release was ever made of, by id: the withdrawn ones, too. */
    List<PublishedFiles> published();

    /** What a question to one collection, or, with null, to several, may name: the common fields, then the collection's own. */
    List<FileField> fields(FilesRequest request);

    /** How many files pass and what they come to. */
    FilesCount count(FilesRequest request);

    /** The files that pass, to be closed. */
    FileStream files(FilesRequest request);

    /** The files that pass, a row each, as a file. Refuses before a byte is written. */
    Export export(FilesRequest request, ExportForm form);

    /** Which times the files that pass cover. */
    Coverage coverage(FilesRequest request, int parts);

    /** All that is known of a file. */
    FileDetail file(UUID id);

    /**
     * The bytes of a file as it is registered.
     *
     * @throws Refusal if it is not registered, not where it was, or not as it was; or if what a release has of it, or might have of it,
     *                 is not all open to who asks: a file holds all columns
     */
    Original original(CollectionId collection, String path);

    /**
     * The bytes of a file that a release was made from.
     *
     * @throws Refusal if the release was made from no such file, or it is not where it was, or not as it was then; or if not all of the tables
     *                 that it fed is open to who asks
     */
    Original original(Release release, String path);

    /**
     * How many files pass.
     *
     * @param of      how many there are without the selection
     * @param skipped collections that are not open to everyone and were left out
     */
    record FilesCount(FileSummary summary, long of, List<CollectionId> skipped) {
        public FilesCount {
            skipped = List.copyOf(skipped);
        }
    }
}
