package org.heralddata.query.sky;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Shape;
import org.heralddata.query.DataService;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.TableRef;
import org.jspecify.annotations.Nullable;

/**
 * Keeps small tables, those asked last first, within a bounded part of the memory. Releases never change, so what is kept is right
 * as long as it is kept. Safe for many threads; of several that ask for the same table at the same time, one reads it.
 */
final class KeptTables {
    private static final long MOST_ROWS = 200_000;
    private static final int LIST_ELEMENTS = 16;
    private static final int TEXT_BYTES = 64;

    private final Supplier<DataService> data;
    private final long mostBytes;
    private final Map<Key, Place> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param data      as an operator sees them: what is kept is whole, and given only to who may have it
     * @param mostBytes of all tables together, about
     */
    KeptTables(Supplier<DataService> data, long mostBytes) {
        this.data = data;
        this.mostBytes = mostBytes;
    }

    private record Key(CollectionId collection, String release, String table) {}

    /** Where one table is or will be. Its lock is held while it is read. */
    private static final class Place {
        private volatile @Nullable KeptTable table;
        private boolean tooLarge;
    }

    /** The table, read if it is not kept yet; null if it is too large to keep. The table has directions. */
    @Nullable
    KeptTable find(Release release, PublishedTable table) {
        if (table.rows() > MOST_ROWS || estimate(table) > mostBytes / 2) {
            return null;
        }
        var key = new Key(release.collection().id(), release.name(), table.name());
        Place place;
        synchronized (kept) {
            place = kept.computeIfAbsent(key, _ -> new Place());
        }
        KeptTable known = place.table;
        return known != null ? known : fill(place, key, release, table);
    }

    private @Nullable KeptTable fill(Place place, Key key, Release release, PublishedTable table) {
        KeptTable read;
        synchronized (place) {
            read = place.table;
            if (read != null || place.tooLarge) {
                return read;
            }
            read = read(release, table);
            if (read.bytes() > mostBytes / 2) {
                place.tooLarge = true;
                return null;
            }
            place.table = read;
        }
        makeRoom(key);
        return read;
    }

    private static long estimate(PublishedTable table) {
        return table.rows()
                * table.columns().stream().mapToLong(KeptTables::cellBytes).sum();
    }

    private static long cellBytes(PublishedColumn column) {
        long element = switch (column.type()) {
            case STRING, BYTES -> TEXT_BYTES;
            default -> Long.BYTES;
        };
        Shape shape = column.shape();
        return element * (shape.isScalar() ? 1 : shape.fixedElements() * (shape.varies() ? (long) LIST_ELEMENTS : 1));
    }

    private KeptTable read(Release release, PublishedTable seen) {
        var ref = new TableRef(release.collection().id(), seen.name(), release.name());
        DataService all = data.get();
        PublishedTable table = all.table(ref);
        CommonEvent common = table.common();
        List<String> names = table.columns().stream().map(PublishedColumn::name).toList();
        var batches = new ArrayList<Batch>();
        try (RowStream rows = all.rows(ref, RowsRequest.where(""))) {
            for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                batches.add(batch);
            }
            return KeptTable.of(rows.columns(), names.indexOf(common.ra()), names.indexOf(common.dec()), batches);
        }
    }

    /** Drops what was not asked for longest, but not the table asked now. */
    private void makeRoom(Key now) {
        synchronized (kept) {
            long bytes = 0;
            for (Place place : kept.values()) {
                KeptTable table = place.table;
                bytes += table == null ? 0 : table.bytes();
            }
            var oldestFirst = kept.entrySet().iterator();
            while (bytes > mostBytes && oldestFirst.hasNext()) {
                Map.Entry<Key, Place> oldest = oldestFirst.next();
                KeptTable table = oldest.getValue().table;
                if (table != null && !oldest.getKey().equals(now)) {
                    bytes -= table.bytes();
                    oldestFirst.remove();
                }
            }
        }
    }
}
