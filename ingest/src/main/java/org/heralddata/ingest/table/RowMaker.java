package org.heralddata.ingest.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.heralddata.ingest.column.ColumnMaker;
import org.heralddata.ingest.column.FixedColumn;
import org.heralddata.ingest.column.UnfitValueException;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.sky.DirectionReader.Directions;
import org.heralddata.ingest.time.TimeProblems;
import org.heralddata.ingest.time.TimeReader;
import org.heralddata.model.descriptor.ComponentDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Makes rows of a table from those of one of its files. For one thread. */
final class RowMaker {
    private final TablePlan plan;
    private final FilePlan file;
    private final EventIds ids;
    private final KeyRepeats repeats;
    private final List<String> wanted = new ArrayList<>();
    private final List<ColumnMaker> makers = new ArrayList<>();
    private final @Nullable TimeReader times;
    private long rows;

    RowMaker(TablePlan plan, FilePlan file, TimeProblems problems, EventIds ids, KeyRepeats repeats) {
        this.plan = plan;
        this.file = file;
        this.ids = ids;
        this.repeats = repeats;
        for (int i = 0; i < plan.columns().size(); i++) {
            PlannedColumn column = plan.columns().get(i);
            FoundColumn found = file.columns().get(i);
            int element = ColumnMaker.WHOLE_CELL;
            if (found.origin() instanceof FoundColumn.Read(var name, var wantedElement)) {
                element = wantedElement;
                if (!wanted.contains(name)) {
                    wanted.add(name);
                }
            }
            makers.add(new ColumnMaker(
                    TypeChooser.castFrom(found),
                    column.type(),
                    element,
                    column.declared().descriptor().missing(),
                    found.conversion()));
        }
        EventTimes eventTimes = plan.times();
        times = eventTimes == null ? null : eventTimes.reader(file, problems);
    }

    /** The file's columns to read, each once. Empty if all columns are fixed. */
    List<String> wanted() {
        return wanted;
    }

    /** Rows made so far. */
    long rows() {
        return rows;
    }

    /**
     * Makes rows.
     *
     * @param read the columns {@link #wanted()}
     * @return the columns of {@link TablePlan#outputs()}
     * @throws Refusal if a value does not fit its column
     */
    Batch make(Batch read) {
        List<Vector> published = new ArrayList<>();
        for (int i = 0; i < makers.size(); i++) {
            published.add(made(i, read));
        }
        List<Vector> out = new ArrayList<>(published);
        for (ComponentDescriptor component : plan.table().components()) {
            out.add(flags(component.name(), published, read.rows()));
        }
        Vector.Longs when = addTime(published, out);
        addDirection(published, when, out);
        if (plan.addsUuid()) {
            out.add(identifiers(published, read.rows()));
        } else {
            ids.byKey(keys(published), read.rows(), repeats);
        }
        rows += read.rows();
        return new Batch(read.rows(), out);
    }

    private Vector made(int i, Batch read) {
        try {
            Vector source = switch (file.columns().get(i).origin()) {
                case FoundColumn.Read(var name, var _) -> read.vectors().get(wanted.indexOf(name));
                case FoundColumn.Fixed(var text) -> FixedColumn.of(text, read.rows());
            };
            return makers.get(i).make(source);
        } catch (UnfitValueException unfit) {
            throw new Refusal(Diagnostic.error(
                            IngestCode.VALUE,
                            "column `%s`: %s in row %d"
                                    .formatted(plan.columns().get(i).name(), unfit.reason(), rows + unfit.row() + 1),
                            new Location.InFile(file.file().relative(), file.table(), -1))
                    .helped("declare another `type`, or the value as `missing`"));
        }
    }

    private Vector flags(String component, List<Vector> published, int size) {
        var present = new BitSet();
        for (int i = 0; i < published.size(); i++) {
            if (component.equals(plan.columns().get(i).declared().component())) {
                BitSet nulls = published.get(i).nulls();
                if (nulls == null) {
                    present.set(0, size);
                } else {
                    var values = (BitSet) nulls.clone();
                    values.flip(0, size);
                    present.or(values);
                }
            }
        }
        var flags = new long[size];
        present.stream().forEach(row -> flags[row] = 1);
        return new Vector.Longs(flags, size, null);
    }

    private Vector.@Nullable Longs addTime(List<Vector> published, List<Vector> out) {
        EventTimes eventTimes = plan.times();
        String name = plan.timeName();
        if (eventTimes == null || times == null || name == null) {
            return null;
        }
        Vector.Longs when = eventTimes.read(times, published);
        if (plan.addsTime()) {
            out.add(when);
        } else {
            out.set(EventTimes.place(plan.columns(), name), when);
        }
        return when;
    }

    private void addDirection(List<Vector> published, Vector.@Nullable Longs when, List<Vector> out) {
        EventDirections directions = plan.directions();
        if (directions == null) {
            return;
        }
        Directions found = directions.read(published, when);
        if (plan.addsPosition()) {
            out.add(found.raDeg());
            out.add(found.decDeg());
        }
        out.add(found.healpix());
    }

    private Vector identifiers(List<Vector> published, int size) {
        List<Vector> keys = keys(published);
        return keys.isEmpty() ? ids.byPlace(file.file().relative(), rows, size) : ids.byKey(keys, size, repeats);
    }

    private List<Vector> keys(List<Vector> published) {
        return plan.table().key().stream()
                .map(key -> published.get(EventTimes.place(plan.columns(), key)))
                .toList();
    }
}
