package org.heralddata.formats.votable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows that a parser pushes into batches that a caller pulls. The parser runs in a thread of its own, which waits while
 * a few batches are not yet taken and ends when the cursor is closed.
 */
final class RowPump implements TableCursor {
    private static final int BATCHES_AHEAD = 2;
    private static final int CELLS = 1 << 21;
    private static final long POLL_MILLIS = 100;

    /** Pushes the rows of a table. */
    interface Source {
        void run(Rows rows) throws IOException;
    }

    /** Takes rows. */
    interface Rows {
        /** @param cells one a column of the table */
        void add(@Nullable Object[] cells);
    }

    /** Ends the parser because nobody wants more rows. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    private sealed interface Event {
        record Ready(Batch batch) implements Event {}

        record Ended() implements Event {}

        record Failed(Throwable cause) implements Event {}
    }

    private final int[] wanted;
    private final List<ColumnBuilder> builders = new ArrayList<>();
    private final int batchRows;
    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private volatile boolean closed;
    private boolean ended;
    private int rows;

    /**
     * @param columns of the table
     * @param wanted  positions of those wanted, in the order wanted
     */
    RowPump(List<Column> columns, int[] wanted, Source source) {
        this.wanted = wanted;
        long cells = 1;
        for (int position : wanted) {
            Column column = columns.get(position);
            builders.add(new ColumnBuilder(column));
            cells += column.shape().varies() ? 64 : column.shape().fixedElements();
        }
        batchRows = Math.clamp(CELLS / cells, 1, Batch.ROWS);
        Thread.ofPlatform().daemon().name("herald-rows").start(() -> pump(source));
    }

    @Override
    public @Nullable Batch next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            Event event = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            while (event == null) {
                if (closed) {
                    throw new IOException("the cursor is closed");
                }
                event = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
            return switch (event) {
                case Event.Ready(Batch batch) -> batch;
                case Event.Ended _ -> {
                    ended = true;
                    yield null;
                }
                case Event.Failed(Throwable cause) -> {
                    ended = true;
                    throw rethrown(cause);
                }
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        closed = true;
        queue.clear();
    }

    private static IOException rethrown(Throwable cause) {
        return switch (cause) {
            case Refusal refusal -> throw refusal;
            case IOException failed -> failed;
            case RuntimeException ours -> throw ours;
            case Error error -> throw error;
            default -> new IOException(cause);
        };
    }

    @SuppressWarnings("CatchingUnchecked") // whatever ends the parser is handed to the caller's thread
    private void pump(Source source) {
        Event end = new Event.Ended();
        try {
            source.run(this::add);
            flush();
        } catch (Cancelled nobodyWaits) {
            return;
        } catch (OutOfMemoryError | StackOverflowError tooMuch) {
            end = new Event.Failed(new Refusal(Diagnostic.error(
                    VotableCode.BROKEN_DATA, "a cell or a declaration of the file claims more than memory holds")));
        } catch (Exception failed) {
            end = new Event.Failed(failed);
        }
        try {
            put(end);
        } catch (Cancelled nobodyWaits) {
            queue.clear();
        }
    }

    private void add(@Nullable Object[] cells) {
        for (int i = 0; i < wanted.length; i++) {
            builders.get(i).add(cells[wanted[i]]);
        }
        if (++rows == batchRows) {
            flush();
        }
    }

    private void flush() {
        if (rows > 0) {
            List<Vector> vectors = builders.stream().map(ColumnBuilder::build).toList();
            put(new Event.Ready(new Batch(rows, vectors)));
            rows = 0;
        }
    }

    private void put(Event event) {
        try {
            while (!queue.offer(event, POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    throw new Cancelled();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
        if (closed) {
            throw new Cancelled();
        }
    }
}
