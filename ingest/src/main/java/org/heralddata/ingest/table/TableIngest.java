package org.heralddata.ingest.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.heralddata.ingest.column.ColumnCounter;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.source.DataPath;
import org.heralddata.ingest.time.TimeProblems;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.PublishedTable.Component;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.catalogue.Withheld;
import org.heralddata.model.descriptor.ComponentDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.StagedTable;

/** Fills one table of a release from its files. For one thread, used once. */
public final class TableIngest {
    private final TablePlan plan;
    private final List<OutputColumn> outputs;
    private final List<ColumnCounter> counters;
    private final long[] withComponent;
    private final TableCoverage coverage;
    private final TimeProblems timeProblems = new TimeProblems();
    private final List<String> notes = new ArrayList<>();
    private final List<FileRows> files = new ArrayList<>();
    private long rows;

    /** How many rows a file gave, and by which format. */
    public record FileRows(DataPath file, String reader, long rows) {}

    /** Told of what goes on; called for each batch. */
    public interface Watcher {

        /**
         * @param rows     of the table so far
         * @param files    wholly read so far
         * @param bytes    of the table's files that are read, about
         */
        void rows(long rows, int files, long bytes);
    }

    public TableIngest(TablePlan plan) {
        this.plan = plan;
        this.outputs = plan.outputs();
        this.counters = outputs.stream()
                .map(c -> new ColumnCounter(c.type(), c.declared()))
                .toList();
        this.withComponent = new long[plan.table().components().size()];
        this.coverage = new TableCoverage(plan.common(), outputs);
        notes.addAll(plan.notes());
    }

    /**
     * Reads all files.
     *
     * @throws Refusal if a file is broken or a value does not fit; the transaction is of no use then
     */
    public void run(ReleaseTransaction release, Watcher watcher) throws IOException, InterruptedException {
        var ids = new EventIds(plan.about().id(), plan.name());
        try (var queue = new AppendQueue(() -> start(release));
                var repeats = new KeyRepeats()) {
            long bytes = 0;
            for (FilePlan file : plan.files()) {
                long before = bytes;
                int done = files.size();
                var maker = new RowMaker(plan, file, timeProblems, ids, repeats);
                long start = rows;
                read(file, maker, queue, made -> {
                    long share = file.rows().isPresent() && file.rows().getAsLong() > 0
                            ? file.bytes() * made / file.rows().getAsLong()
                            : 0;
                    watcher.rows(start + made, done, before + Math.min(share, file.bytes()));
                });
                bytes += file.bytes();
                files.add(new FileRows(file.file(), file.reader().format().value(), maker.rows()));
                watcher.rows(rows, files.size(), bytes);
            }
            queue.finish();
            long repeated = repeats.repeated();
            if (repeated > 0) {
                notes.add("%d rows repeat the key (%s) of another row"
                        .formatted(repeated, String.join(", ", plan.table().key())));
            }
        }
    }

    private StagedTable start(ReleaseTransaction release) {
        return release.table(
                plan.name(), outputs.stream().map(OutputColumn::stored).toList(), plan.sort(), plan.sortColumn());
    }

    private void read(FilePlan file, RowMaker maker, AppendQueue queue, LongConsumer progress)
            throws IOException, InterruptedException {
        ReadOptions options = new ReadOptions(plan.table().source().options());
        try (TableFile open = file.reader().open(file.file().path(), options)) {
            try (TableCursor cursor = open.read(file.table(), maker.wanted())) {
                for (Batch read = cursor.next(); read != null; read = cursor.next()) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    Batch made = maker.make(read);
                    count(made);
                    queue.add(made);
                    rows += made.rows();
                    progress.accept(maker.rows());
                }
            }
            open.notices().stream()
                    .map(notice -> "`%s`: %s".formatted(file.file().relative(), notice.message()))
                    .forEach(notes::add);
        } catch (IOException failed) {
            throw new Refusal(
                    Diagnostic.error(
                            IngestCode.UNREADABLE,
                            "the file cannot be read: " + failed.getMessage(),
                            new Location.InFile(file.file().relative(), file.table(), -1)),
                    failed);
        }
    }

    private void count(Batch made) {
        for (int i = 0; i < counters.size(); i++) {
            counters.get(i).add(made.vectors().get(i));
        }
        coverage.add(made);
        for (int i = 0; i < withComponent.length; i++) {
            if (made.vectors().get(plan.columns().size() + i) instanceof Vector.Longs(var flags, var size, var _)) {
                for (int row = 0; row < size; row++) {
                    withComponent[i] += flags[row];
                }
            }
        }
    }

    /** The files read, in their order. */
    public List<FileRows> files() {
        return List.copyOf(files);
    }

    /** The table as published. */
    public PublishedTable published() {
        List<PublishedColumn> columns = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            columns.add(outputs.get(i).published(counters.get(i).statistics()));
        }
        List<Component> components = new ArrayList<>();
        for (ComponentDescriptor component : plan.table().components()) {
            components.add(new Component(component.name(), component.description(), withComponent[components.size()]));
        }
        return new PublishedTable(
                plan.name(),
                plan.table().description(),
                rows,
                columns,
                components,
                plan.common(),
                plan.sort(),
                coverage.published(),
                plan.table().access(),
                Withheld.NOTHING);
    }

    /** What there is to tell, one sentence each, beginning with the table's name. */
    public List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        all.addAll(timeProblems.notes());
        all.addAll(coverage.notes());
        EventDirections directions = plan.directions();
        if (directions != null) {
            all.addAll(directions.notes());
        }
        for (int i = 0; i < outputs.size(); i++) {
            long outside = counters.get(i).statistics().outOfRange();
            Range declared = outputs.get(i).declared();
            if (outside > 0 && declared != null) {
                all.add("%d values of `%s` are outside %s to %s %s"
                        .formatted(
                                outside,
                                outputs.get(i).name(),
                                declared.min(),
                                declared.max(),
                                outputs.get(i).unit())
                        .stripTrailing());
            }
        }
        return all.stream().map(note -> "`%s`: %s".formatted(plan.name(), note)).toList();
    }
}
