package org.heralddata.query.files;

import java.util.List;
import org.heralddata.model.catalogue.CollectionId;
import org.jspecify.annotations.Nullable;

/**
 * Which files are wanted. All conditions must hold.
 *
 * @param collections to ask; empty for all. Only if it is one, its own fields may be named
 * @param where       selection, as text or JSON; empty for everything
 * @param from        files that cover no later time are left out; nanoseconds of UTC since 1970, null for no bound
 * @param to          files that cover no earlier time are left out; null for no bound
 * @param runs        intervals of run numbers, of which one must hold the file's; empty for any
 * @param instrument  its name; null for any
 * @param name        part of the path, upper and lower case differing; null for any
 * @param order       names of fields, falling with a minus before; then by collection and path
 * @param limit       at most so many; null for all; counts are not limited
 */
public record FilesRequest(
        List<CollectionId> collections,
        String where,
        @Nullable Long from,
        @Nullable Long to,
        List<Runs> runs,
        @Nullable String instrument,
        @Nullable String name,
        List<String> order,
        @Nullable Long limit,
        long offset) {

    public FilesRequest {
        collections = List.copyOf(collections);
        runs = List.copyOf(runs);
        order = List.copyOf(order);
        if ((limit != null && limit < 0) || offset < 0) {
            throw new IllegalArgumentException("limit %s, offset %s".formatted(limit, offset));
        }
    }

    /** Run numbers from one to another, both included. */
    public record Runs(long first, long last) {}

    /** All files of some collections; of all if none is named. */
    public static FilesRequest of(CollectionId... collections) {
        return new FilesRequest(List.of(collections), "", null, null, List.of(), null, null, List.of(), null, 0);
    }

    /** Those of these that pass a selection. */
    public FilesRequest where(String selection) {
        return new FilesRequest(collections, selection, from, to, runs, instrument, name, order, limit, offset);
    }

    /** Some of these only. */
    public FilesRequest page(@Nullable Long most, long skip) {
        return new FilesRequest(collections, where, from, to, runs, instrument, name, order, most, skip);
    }
}
