package org.heralddata.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Makes events block by block on all processors and writes them in order. */
public final class Simulator {

    private Simulator() {}

    /**
     * Writes simulated events.
     *
     * @param events at least 1
     * @param seed   the same seed gives the same events
     * @param progress told the number of events written so far
     */
    public static void write(
            SimulationKind kind, long events, long seed, TableWriter writer, OutputStream out, LongConsumer progress)
            throws IOException {
        Simulation simulation = kind.simulation();
        TableHeader header = simulation.header(events);
        // split, not seeded by the number of the block: sequences from seeds in steps are one sequence, begun at
        // different places
        var streams = new SplittableRandom(seed);
        int threads = Runtime.getRuntime().availableProcessors();
        var waiting = new ArrayDeque<Future<Batch>>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads);
                TableSink sink = writer.open(out, header)) {
            try {
                long next = 0;
                long written = 0;
                while (written < events) {
                    while (next < events && waiting.size() < 4 * threads) {
                        var block = new Simulation.Block(next, (int) Math.min(Batch.ROWS, events - next), events);
                        SplittableRandom random = streams.split();
                        waiting.add(workers.submit(() -> simulation.generate(block, random)));
                        next += block.size();
                    }
                    Batch batch = waiting.remove().get();
                    sink.write(batch);
                    written += batch.rows();
                    progress.accept(written);
                }
                sink.finish();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", stopped);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a block could not be made", failed.getCause());
            } finally {
                workers.shutdownNow();
            }
        }
    }
}
