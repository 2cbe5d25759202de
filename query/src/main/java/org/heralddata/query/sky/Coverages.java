package org.heralddata.query.sky;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Coverage;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.coverage.MocSyntaxException;
import org.heralddata.model.coverage.MocText;
import org.heralddata.model.coverage.SpaceMoc;
import org.heralddata.model.coverage.SpaceTimeMoc;
import org.heralddata.model.coverage.TimeMoc;
import org.heralddata.query.DataService;
import org.heralddata.query.SkyMap;
import org.heralddata.query.TableRef;

/**
 * Where on the sky and when releases have rows, as counted at ingest. Of releases of before that was done the sky is counted when it
 * is first asked for (order {@value #LATE_ORDER}), and the time is all between the first and the last event. Safe for many threads.
 */
public final class Coverages {
    private static final int LATE_ORDER = 8;
    private static final int LATE_TIME_ORDER = 36;

    private final DataService data;
    private final Map<Key, Optional<SpaceMoc>> spaces = new ConcurrentHashMap<>();
    private final Map<Key, Optional<TimeMoc>> times = new ConcurrentHashMap<>();
    private final Map<Key, Optional<SpaceTimeMoc>> boths = new ConcurrentHashMap<>();

    public Coverages(DataService data) {
        this.data = data;
    }

    private record Key(CollectionId collection, String release, String table) {
        static Key of(Release release, PublishedTable table) {
            return new Key(release.collection().id(), release.name(), table.name());
        }
    }

    /** Of a table; empty if its rows have no directions, or neither are open to who asks. */
    public Optional<SpaceMoc> space(Release release, PublishedTable table) {
        if (table.withheld().all() || table.common().healpix() == null) {
            return Optional.empty();
        }
        var key = Key.of(release, table);
        Optional<SpaceMoc> known = spaces.get(key);
        if (known == null) {
            known = read(release, table);
            spaces.put(key, known);
        }
        return known;
    }

    private Optional<SpaceMoc> read(Release release, PublishedTable table) {
        Coverage coverage = table.coverage();
        if (coverage != null && coverage.space() != null) {
            try {
                return Optional.of(MocText.readSpace(coverage.space()));
            } catch (MocSyntaxException broken) {
                throw new IllegalStateException("the catalogue has a faulty map", broken);
            }
        }
        var ref = new TableRef(release.collection().id(), table.name(), release.name());
        SkyMap map = data.skyMap(ref, "", LATE_ORDER);
        return Optional.of(SpaceMoc.ofCells(
                LATE_ORDER, map.cells().stream().mapToLong(Long::longValue).toArray()));
    }

    /** Of a table; empty if its rows have no times, or neither are open to who asks. */
    public Optional<TimeMoc> time(Release release, PublishedTable table) {
        if (table.withheld().all() || table.common().time() == null) {
            return Optional.empty();
        }
        return times.computeIfAbsent(Key.of(release, table), _ -> readTime(table));
    }

    private static Optional<TimeMoc> readTime(PublishedTable table) {
        CommonEvent common = table.common();
        Coverage coverage = table.coverage();
        if (coverage != null && coverage.time() != null) {
            try {
                return Optional.of(MocText.readTime(coverage.time()));
            } catch (MocSyntaxException broken) {
                throw new IllegalStateException("the catalogue has a faulty map", broken);
            }
        }
        return table.column(String.valueOf(common.time()))
                .map(column ->
                        column.statistics().min() == null || column.statistics().max() == null
                                ? TimeMoc.EMPTY
                                : TimeMoc.between(
                                        LATE_TIME_ORDER,
                                        column.statistics().min().longValue(),
                                        column.statistics().max().longValue()));
    }

    /**
     * Of a table; empty if its rows lack directions or times. Of releases of before it was counted all of {@link #space} at all of
     * {@link #time}.
     */
    public Optional<SpaceTimeMoc> spaceTime(Release release, PublishedTable table) {
        if (table.withheld().all()
                || table.common().healpix() == null
                || table.common().time() == null) {
            return Optional.empty();
        }
        return boths.computeIfAbsent(Key.of(release, table), _ -> readBoth(release, table));
    }

    private Optional<SpaceTimeMoc> readBoth(Release release, PublishedTable table) {
        Coverage coverage = table.coverage();
        if (coverage != null && coverage.spaceTime() != null) {
            try {
                if (MocText.read(coverage.spaceTime()) instanceof SpaceTimeMoc both) {
                    return Optional.of(both);
                }
            } catch (MocSyntaxException broken) {
                throw new IllegalStateException("the catalogue has a faulty map", broken);
            }
        }
        return space(release, table)
                .flatMap(where -> time(release, table)
                        .filter(when -> !when.isEmpty() && !where.isEmpty())
                        .map(when -> SpaceTimeMoc.of(
                                when.order(),
                                where.order(),
                                List.of(new SpaceTimeMoc.Part(when.cells(), where.cells())))));
    }

    /** Of all tables of a release together; empty if none has both directions and times. */
    public Optional<SpaceTimeMoc> spaceTime(Release release) {
        return release.tables().stream()
                .flatMap(table -> spaceTime(release, table).stream())
                .reduce(SpaceTimeMoc::union);
    }

    /** Of all tables of a release together; empty if none has directions. */
    public Optional<SpaceMoc> space(Release release) {
        return release.tables().stream()
                .flatMap(table -> space(release, table).stream())
                .reduce(SpaceMoc::union);
    }

    /** Of all tables of a release together; empty if none has times. */
    public Optional<TimeMoc> time(Release release) {
        return release.tables().stream()
                .flatMap(table -> time(release, table).stream())
                .reduce(TimeMoc::union);
    }
}
