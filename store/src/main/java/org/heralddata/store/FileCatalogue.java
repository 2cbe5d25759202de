package org.heralddata.store;

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
import org.heralddata.model.selection.Cut;
import org.jspecify.annotations.Nullable;

/** The files of a home's collections. Safe for many threads; sees what is registered as soon as it is, by whichever process. */
public interface FileCatalogue {

    /** Collections with catalogued files, by id. */
    List<FileCollection> collections();

    Optional<FileCollection> collection(CollectionId id);

    /**
     * Which files are meant.
     *
     * @param collections of these alone; of none if empty. If it is one, {@code cut} and {@code order} may name its fields, else
     *                    only {@link org.heralddata.model.files.CommonField}s
     */
    record Search(List<FileCollection> collections, Cut cut) {
        public Search {
            collections = List.copyOf(collections);
        }
    }

    /** A field to sort by; files without a value come last. */
    record Order(String field, boolean descending) {}

    /** How many files there are and what they come to. */
    FileSummary summary(Search search);

    /**
     * The files, in bounded memory.
     *
     * @param order then by collection and path
     * @param limit null for all
     */
    Cursor files(Search search, List<Order> order, @Nullable Long limit, long offset);

    Optional<CataloguedFile> file(UUID id);

    Optional<CataloguedFile> file(CollectionId collection, String path);

    /** What happened to a file, oldest first. */
    List<FileEvent> history(UUID id);

    /**
     * How many files cover each part of a span, by collection or instrument.
     *
     * @param parts 1 to 10 000, of equal length
     * @return counts by name, {@code parts} each; the name is empty for files without an instrument
     */
    SequencedMap<String, long[]> coverage(Search search, TimeSpan span, int parts, Lane lane);

    /** Files on their way. For one thread. */
    interface Cursor extends AutoCloseable {

        /** Null after the last. */
        @Nullable
        CataloguedFile next();

        @Override
        void close();
    }
}
