package org.heralddata.ingest.table;

import java.util.List;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.mistake.Problems;
import org.heralddata.ingest.time.FileEpoch;
import org.heralddata.ingest.time.TimeProblems;
import org.heralddata.ingest.time.TimeReader;
import org.heralddata.ingest.time.TimeReaders;
import org.heralddata.model.descriptor.TimeMapping;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitConversion;
import org.jspecify.annotations.Nullable;

/** The times of a table's events, from its published columns. */
final class EventTimes {
    private static final Unit SECOND = new Unit("s");
    private static final Unit NANOSECOND = new Unit("ns");
    private static final Unit DAY = new Unit("d");

    private final TimeMapping mapping;
    private final List<PlannedColumn> columns;
    private final int main;
    private final int extra;

    /** @throws IllegalArgumentException if the mapping names a column that is not published */
    EventTimes(TimeMapping mapping, List<PlannedColumn> columns) {
        this.mapping = mapping;
        this.columns = columns;
        this.main = place(columns, mainName(mapping));
        String nanoseconds = nanoseconds(mapping);
        this.extra = nanoseconds == null ? -1 : place(columns, nanoseconds);
    }

    /** The column that the mapping names first. */
    String mainName() {
        return mainName(mapping);
    }

    /** True if the files hold timestamps already. */
    boolean isTimestamp() {
        return columns.get(main).type() == ColumnType.TIMESTAMP;
    }

    /** Tells what in a file keeps its times from being read. */
    void check(FilePlan file, Problems problems) {
        PlannedColumn column = columns.get(main);
        boolean text = mapping instanceof TimeMapping.Iso;
        boolean fits = text
                ? column.type() == ColumnType.STRING || isTimestamp()
                : column.type().isNumeric();
        if (!fits || !column.shape().isScalar()) {
            problems.add(
                    IngestCode.TIME,
                    "column `%s`, by which the time is told, is %s of shape %s, not %s"
                            .formatted(
                                    column.name(), column.type().label(), column.shape(), text ? "a text" : "a number"),
                    file.file().relative(),
                    null);
        }
        if (mapping instanceof TimeMapping.Elapsed elapsed) {
            if (FileEpoch.mjd(elapsed, file.metadata()).isEmpty()) {
                problems.add(
                        IngestCode.TIME,
                        "the file does not say since when its times are counted (`MJDREFI` and `MJDREFF`, or `MJDREF`)",
                        file.file().relative(),
                        "give `reference_mjd` in the descriptor");
            }
            if (FileEpoch.scale(elapsed, file.metadata()).isEmpty()) {
                String told = file.metadata().get("TIMESYS");
                problems.add(
                        IngestCode.TIME,
                        told == null
                                ? "the file does not say of what scale its times are (`TIMESYS`)"
                                : "the file's time scale `%s` is not one that Herald knows".formatted(told),
                        file.file().relative(),
                        "give `scale` in the descriptor: utc, tai, tt, tdb or gps");
            }
        }
    }

    /** The reader for a file that was checked. */
    TimeReader reader(FilePlan file, TimeProblems problems) {
        Unit unit = columns.get(main).declared().unit();
        double seconds = factor(unit, SECOND);
        double nanoseconds =
                extra < 0 ? 1 : factor(columns.get(extra).declared().unit(), NANOSECOND);
        return switch (mapping) {
            case TimeMapping.Seconds(var _, var _, var scale) ->
                TimeReaders.seconds(scale, seconds, nanoseconds, problems);
            case TimeMapping.Gps _ -> TimeReaders.gps(seconds, nanoseconds, problems);
            case TimeMapping.Mjd(var _, var scale) -> TimeReaders.mjd(scale, factor(unit, DAY), problems);
            case TimeMapping.Iso(var _, var scale) -> TimeReaders.iso(scale, problems);
            case TimeMapping.Elapsed elapsed ->
                TimeReaders.elapsed(
                        FileEpoch.mjd(elapsed, file.metadata()).orElseThrow(),
                        FileEpoch.scale(elapsed, file.metadata()).orElseThrow(),
                        seconds,
                        problems);
        };
    }

    /** The times of some rows. */
    Vector.Longs read(TimeReader reader, List<Vector> published) {
        Vector first = published.get(main);
        return isTimestamp() ? (Vector.Longs) first : reader.read(first, extra < 0 ? null : published.get(extra));
    }

    private static double factor(Unit from, Unit to) {
        return from.to(to).orElse(UnitConversion.IDENTITY).factor();
    }

    private static String mainName(TimeMapping mapping) {
        return switch (mapping) {
            case TimeMapping.Seconds(var seconds, var _, var _) -> seconds;
            case TimeMapping.Mjd(var mjd, var _) -> mjd;
            case TimeMapping.Iso(var iso, var _) -> iso;
            case TimeMapping.Gps(var gps, var _) -> gps;
            case TimeMapping.Elapsed(var elapsed, var _, var _) -> elapsed;
        };
    }

    private static @Nullable String nanoseconds(TimeMapping mapping) {
        return switch (mapping) {
            case TimeMapping.Seconds(var _, var nanoseconds, var _) -> nanoseconds;
            case TimeMapping.Gps(var _, var nanoseconds) -> nanoseconds;
            case TimeMapping.Mjd _, TimeMapping.Iso _, TimeMapping.Elapsed _ -> null;
        };
    }

    static int place(List<PlannedColumn> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no published column " + name);
    }
}
