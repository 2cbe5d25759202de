package org.heralddata.serve.fair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.files.TimeSpan;
import org.jspecify.annotations.Nullable;

/** What times and energies the events of a release span, by the extremes that ingest counted. */
public final class Coverage {
    /** Exact, CODATA 2018. */
    private static final double JOULE_PER_EV = 1.602_176_634e-19;

    private static final double MJD_OF_1970 = 40_587;
    private static final double NANOSECONDS_A_DAY = 86_400e9;

    private Coverage() {}

    /** Least and greatest time in nanoseconds of UTC since 1970; empty if no table has times. */
    public static Optional<Range> nanoseconds(Release release) {
        return union(release, table -> {
            String time = table.common().time();
            return time == null ? null : range(table, time);
        });
    }

    /** Least and greatest time, UTC; of files that which they cover. */
    public static Optional<List<Instant>> times(Dataset dataset) {
        TimeSpan span = span(dataset);
        return span == null
                ? times(dataset.release())
                : Optional.of(List.of(instant((double) span.start()), instant((double) span.stop())));
    }

    /** Least and greatest time as modified Julian dates of UTC; of files those which they cover. */
    public static Optional<Range> mjd(Dataset dataset) {
        TimeSpan span = span(dataset);
        return span == null
                ? mjd(dataset.release())
                : Optional.of(new Range(
                        MJD_OF_1970 + span.start() / NANOSECONDS_A_DAY, MJD_OF_1970 + span.stop() / NANOSECONDS_A_DAY));
    }

    private static @Nullable TimeSpan span(Dataset dataset) {
        Archive archive = dataset.archive();
        return archive == null || archive.summary() == null
                ? null
                : archive.summary().span();
    }

    /** Least and greatest time, UTC. */
    public static Optional<List<Instant>> times(Release release) {
        return nanoseconds(release).map(r -> List.of(instant(r.min()), instant(r.max())));
    }

    private static Instant instant(double nanoseconds) {
        long whole = (long) nanoseconds;
        return Instant.ofEpochSecond(Math.floorDiv(whole, 1_000_000_000L), Math.floorMod(whole, 1_000_000_000L));
    }

    /** Least and greatest time as modified Julian dates of UTC. */
    public static Optional<Range> mjd(Release release) {
        return nanoseconds(release)
                .map(r -> new Range(
                        MJD_OF_1970 + r.min() / NANOSECONDS_A_DAY, MJD_OF_1970 + r.max() / NANOSECONDS_A_DAY));
    }

    /** Least and greatest energy of a particle in joules, without what is not positive; empty if no table has energies. */
    public static Optional<Range> joules(Release release) {
        return union(release, table -> {
            CommonEvent.Energy energy = table.common().energy();
            Range own = energy == null ? null : range(table, energy.column());
            return energy == null || own == null ? null : joules(energy, own);
        });
    }

    private static @Nullable Range joules(CommonEvent.Energy energy, Range own) {
        boolean log = energy.scale() == EnergyScale.LOG10;
        double unit = energy.unitInEv() * JOULE_PER_EV;
        double min = (log ? Math.pow(10, own.min()) : own.min()) * unit;
        double max = (log ? Math.pow(10, own.max()) : own.max()) * unit;
        return min > 0 && Double.isFinite(max) ? new Range(min, max) : null;
    }

    private static @Nullable Range range(PublishedTable table, String column) {
        ColumnStatistics statistics =
                table.column(column).map(PublishedColumn::statistics).orElse(null);
        Double min = statistics == null ? null : statistics.min();
        Double max = statistics == null ? null : statistics.max();
        return min == null || max == null ? null : new Range(min, max);
    }

    private static Optional<Range> union(Release release, Function<PublishedTable, @Nullable Range> of) {
        List<Range> all = new ArrayList<>();
        for (PublishedTable table : release.tables()) {
            Range range = of.apply(table);
            if (range != null) {
                all.add(range);
            }
        }
        return all.stream().reduce((a, b) -> new Range(Math.min(a.min(), b.min()), Math.max(a.max(), b.max())));
    }
}
