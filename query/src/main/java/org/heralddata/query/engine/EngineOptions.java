package org.heralddata.query.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much an engine may use.
 *
 * @param readable  folders whose files may be read, nothing else
 * @param temporary folder to spill to
 * @param threads   of DuckDB, shared by all queries
 * @param memoryMb  of DuckDB, shared by all queries
 * @param workers   queries that run at a time
 * @param waiting   queries that may wait for a worker
 * @param streams   row streams that may be open at a time
 * @param timeOut   of a query; of a row stream until its first row and between batches
 */
public record EngineOptions(
        List<Path> readable,
        Path temporary,
        int threads,
        int memoryMb,
        int workers,
        int waiting,
        int streams,
        Duration timeOut) {

    /** The folder of {@link CopyKeeper} may be read, too. */
    public EngineOptions withCopies(Path folder) {
        var all = new java.util.ArrayList<>(readable);
        all.add(folder);
        return new EngineOptions(all, temporary, threads, memoryMb, workers, waiting, streams, timeOut);
    }

    public EngineOptions {
        readable = List.copyOf(readable);
    }

    /** All processors, a quarter of the machine's memory but at most 4 GB, one minute. */
    public static EngineOptions reading(Path readable, Path temporary) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new EngineOptions(
                List.of(readable),
                temporary,
                processors,
                Math.clamp(Memory.totalMb() / 4, 512, 4096),
                Math.max(4, 2 * processors),
                512,
                64,
                Duration.ofMinutes(1));
    }
}
