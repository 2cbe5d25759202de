package org.heralddata.formats.ksy.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.run.Items;
import org.heralddata.formats.ksy.run.Struct;
import org.heralddata.formats.ksy.run.Walk;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;

/** Rows of one table. For one thread. */
final class Rows implements TableCursor {
    private static final long MOST_BYTES = 16L << 20;

    /** Slow rows are handed over in small batches, so that whoever waits for one can go away. */
    private static final long ENOUGH_NANOSECONDS = 1_000_000_000;

    private final Path file;
    private final TablePlan table;
    private final List<Filler> fillers;
    private final List<Filler> varying;
    private final Consumer<Diagnostic> notices;
    private final Runnable check;
    private @Nullable Walk walk;
    private final @Nullable Items element;

    Rows(
            Path file,
            TablePlan table,
            List<ColumnPlan> columns,
            Walk walk,
            Consumer<Diagnostic> notices,
            Runnable check) {
        this.file = file;
        this.table = table;
        this.fillers = columns.stream().map(Filler::new).toList();
        this.varying = fillers.stream().filter(Filler::isVarying).toList();
        this.walk = walk;
        this.notices = notices;
        this.check = check;
        this.element = table.scalar() == null ? null : walk.items(table.scalar());
    }

    @Override
    public @Nullable Batch next() throws IOException {
        Walk open = walk;
        if (open == null) {
            return null;
        }
        check.run();
        int rows = 0;
        open.resume();
        try {
            long end = System.nanoTime() + ENOUGH_NANOSECONDS;
            while (rows < Batch.ROWS && !isFull() && (rows == 0 || System.nanoTime() < end) && row(open)) {
                rows++;
            }
        } catch (Failure failure) {
            close();
            throw failure.refusal(file);
        } catch (InternalError unmapped) {
            throw new IOException("the file became shorter while it was read", unmapped);
        } finally {
            open.pause();
        }
        if (rows == 0) {
            tell();
            close();
            return null;
        }
        int found = rows;
        return new Batch(found, fillers.stream().map(Filler::take).toList());
    }

    private boolean row(Walk open) {
        Items items = element;
        if (items != null) {
            items.clear();
            if (!open.next(items)) {
                return false;
            }
            fillers.forEach(filler -> filler.addElement(items, 0));
            return true;
        }
        Struct row = open.next();
        if (row == null) {
            return false;
        }
        long bytes = 0;
        for (int i = 0; i < fillers.size(); i++) {
            Filler filler = fillers.get(i);
            ColumnPlan plan = filler.plan();
            if (plan.isIndex()) {
                filler.addIndex(open.index(plan.level()));
            } else {
                filler.add(plan.level() == ColumnPlan.ROW ? row : open.holder(plan.level()));
            }
            bytes += filler.bytes();
        }
        if (bytes > Filler.MOST_BYTES) {
            throw new Failure(
                            KsyCode.LIMIT,
                            "the columns take more than %d MB in a few rows".formatted(Filler.MOST_BYTES >> 20))
                    .helped("ask for fewer columns, or for the table of the nested structures");
        }
        return true;
    }

    private boolean isFull() {
        long bytes = 0;
        for (Filler filler : varying) {
            bytes += filler.bytes();
        }
        return bytes > MOST_BYTES;
    }

    private void tell() {
        for (Filler filler : fillers) {
            Failure first = filler.first();
            if (first != null) {
                notices.accept(Diagnostic.warning(
                        KsyCode.NOT_COMPUTED,
                        "`%s` has no value in %d row%s: %s"
                                .formatted(
                                        filler.plan().column().name(),
                                        filler.failures(),
                                        filler.failures() == 1 ? "" : "s",
                                        first.reason()),
                        new Location.InFile(file.toString(), table.name(), -1)));
            }
        }
    }

    @Override
    public void close() {
        if (walk != null) {
            walk.close();
            walk = null;
        }
    }
}
