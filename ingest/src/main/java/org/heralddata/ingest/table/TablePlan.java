package org.heralddata.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.mistake.Problems;
import org.heralddata.ingest.source.DataPath;
import org.heralddata.ingest.source.SourceFiles;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.descriptor.ComponentDescriptor;
import org.heralddata.model.descriptor.DirectionMapping;
import org.heralddata.model.descriptor.EnergyMapping;
import org.heralddata.model.descriptor.TableDescriptor;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.spi.Formats;
import org.jspecify.annotations.Nullable;

/** How a table will be made: from which files, with which columns. For one thread, for one run. */
public final class TablePlan {
    static final String TIME = "time";
    static final String RA = "ra";
    static final String DEC = "dec";
    static final String HEALPIX = "healpix";
    static final String UUID = "uuid";
    static final String FLAG = "has_";
    private static final Unit ELECTRONVOLT = new Unit("eV");

    private final CollectionDescription about;
    private final TableDescriptor table;
    private final List<FilePlan> files;
    private final List<String> notes;
    private final List<PlannedColumn> columns;
    private final @Nullable EventTimes times;
    private final @Nullable EventDirections directions;

    private TablePlan(
            CollectionDescription about,
            TableDescriptor table,
            List<FilePlan> files,
            List<String> notes,
            List<PlannedColumn> columns) {
        this.about = about;
        this.table = table;
        this.files = files;
        this.notes = notes;
        this.columns = columns;
        this.times = table.time() == null ? null : new EventTimes(table.time(), columns);
        this.directions =
                table.direction() == null ? null : new EventDirections(table.direction(), columns, about.site());
    }

    /** Looks at all files; empty only if something was told. */
    public static Optional<TablePlan> of(
            CollectionDescription about,
            TableDescriptor table,
            SourceFiles source,
            Formats formats,
            Problems problems) {
        List<DeclaredColumn> declared = DeclaredColumn.of(table);
        var inspector = new FileInspector(formats, table.source(), declared, problems);
        List<FilePlan> files = new ArrayList<>();
        for (DataPath file : source.files()) {
            inspector.inspect(file).ifPresent(files::add);
        }
        if (files.size() < source.files().size()) {
            return Optional.empty();
        }
        List<PlannedColumn> columns = new TypeChooser(table.energy(), problems).choose(declared, files);
        if (columns.size() < declared.size()) {
            return Optional.empty();
        }
        var plan = new TablePlan(about, table, files, source.notes(), columns);
        return plan.isSound(problems) ? Optional.of(plan) : Optional.empty();
    }

    private boolean isSound(Problems problems) {
        var own = new Problems();
        if (times != null) {
            files.forEach(file -> times.check(file, own));
        }
        if (directions != null) {
            directions.check(table.name(), own);
        }
        for (String key : table.key()) {
            PlannedColumn column = columns.get(EventTimes.place(columns, key));
            if (!column.shape().isScalar()) {
                own.add(IngestCode.TYPE, "key `%s` is a list".formatted(key), table.name(), null);
            }
        }
        own.mergeInto(problems);
        return own.isEmpty();
    }

    public String name() {
        return table.name();
    }

    /** Of all its files together. */
    public long bytes() {
        return files.stream().mapToLong(FilePlan::bytes).sum();
    }

    public int fileCount() {
        return files.size();
    }

    CollectionDescription about() {
        return about;
    }

    public TableDescriptor table() {
        return table;
    }

    List<FilePlan> files() {
        return files;
    }

    /** What was missing, one sentence each. */
    List<String> notes() {
        return notes;
    }

    List<PlannedColumn> columns() {
        return columns;
    }

    @Nullable
    EventTimes times() {
        return times;
    }

    @Nullable
    EventDirections directions() {
        return directions;
    }

    /** Name of the column of event times; null if there is none. */
    @Nullable
    String timeName() {
        return times == null ? null : times.isTimestamp() ? times.mainName() : TIME;
    }

    /** True if the time is a column of its own, false if it takes the place of a published one. */
    boolean addsTime() {
        return TIME.equals(timeName())
                && columns.stream().noneMatch(c -> c.name().equals(TIME));
    }

    boolean addsPosition() {
        return directions != null && directions.published() == null;
    }

    boolean addsUuid() {
        return columns.stream().noneMatch(c -> c.name().equals(UUID));
    }

    /** All columns: as in the descriptor, then what is computed. */
    List<OutputColumn> outputs() {
        List<OutputColumn> outputs = new ArrayList<>();
        for (PlannedColumn column : columns) {
            OutputColumn output = OutputColumn.of(column);
            outputs.add(column.name().equals(timeName()) ? output.asTimestamp() : output);
        }
        for (ComponentDescriptor component : table.components()) {
            outputs.add(OutputColumn.computed(
                    FLAG + component.name(),
                    ColumnType.BOOL,
                    Unit.NONE,
                    new Ucd("meta.code"),
                    "The event has the component " + component.name(),
                    component.name()));
        }
        if (addsTime()) {
            outputs.add(OutputColumn.computed(
                    TIME, ColumnType.TIMESTAMP, Unit.NONE, new Ucd("time.epoch"), "Time of the event, UTC", null));
        }
        if (addsPosition()) {
            outputs.add(OutputColumn.computed(
                    RA,
                    ColumnType.FLOAT64,
                    DeclaredColumn.DEGREE,
                    new Ucd("pos.eq.ra;meta.main"),
                    "Right ascension of the event's origin, ICRS",
                    null));
            outputs.add(OutputColumn.computed(
                    DEC,
                    ColumnType.FLOAT64,
                    DeclaredColumn.DEGREE,
                    new Ucd("pos.eq.dec;meta.main"),
                    "Declination of the event's origin, ICRS",
                    null));
        }
        if (directions != null) {
            outputs.add(OutputColumn.computed(
                    HEALPIX,
                    ColumnType.INT64,
                    Unit.NONE,
                    new Ucd("pos.healpix"),
                    "Nested HEALPix index of order 29 of the event's origin, ICRS",
                    null));
        }
        if (addsUuid()) {
            outputs.add(OutputColumn.computed(
                    UUID,
                    ColumnType.STRING,
                    Unit.NONE,
                    new Ucd("meta.id;meta.main"),
                    "Identifier of the event, the same in every release",
                    null));
        }
        var access = new ComputedAccess(table, timeName());
        return outputs.stream().map(access::restricted).toList();
    }

    CommonEvent common() {
        DirectionMapping.@Nullable Equatorial published = directions == null ? null : directions.published();
        boolean has = directions != null;
        return new CommonEvent(
                UUID,
                timeName(),
                published != null ? published.ra() : has ? RA : null,
                published != null ? published.dec() : has ? DEC : null,
                has ? HEALPIX : null,
                energy());
    }

    private CommonEvent.@Nullable Energy energy() {
        EnergyMapping energy = table.energy();
        if (energy == null) {
            return null;
        }
        double unitInEv = energy.unit()
                .to(ELECTRONVOLT)
                .orElseThrow(() -> new IllegalArgumentException("no unit of energy: " + energy.unit()))
                .factor();
        return new CommonEvent.Energy(energy.column(), energy.scale(), unitInEv);
    }

    /** The order asked for, as far as there is a column for it. */
    SortOrder sort() {
        return sortColumn() == null ? SortOrder.NONE : table.sort();
    }

    @Nullable
    String sortColumn() {
        return switch (table.sort()) {
            case NONE -> null;
            case TIME -> timeName();
            case SKY -> directions == null ? null : HEALPIX;
        };
    }
}
