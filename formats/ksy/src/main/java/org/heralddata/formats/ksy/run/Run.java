package org.heralddata.formats.ksy.run;

import java.util.concurrent.TimeUnit;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/** One reading of a file: what expressions see besides their structure, and what it may cost. For one thread. */
public final class Run {
    private static final int MOST_DEPTH = 150;
    private static final long MOST_BYTES =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);
    private static final int MOST_IDLE = 1_000_000;
    private static final int CHECK_EVERY = 4096;
    /** The slowest reading that is waited for; rows that each take their time would go on for days. */
    private static final long LEAST_BYTES_PER_SECOND = 20_000;

    private final int secondsForRow;
    private final long secondsForFile;
    private long nanosLeft;
    private long endOfFile;
    private long endOfRow;
    private int steps;
    private int depth;
    private int idle;
    private long held;
    long index;

    @Nullable
    Object item;

    /**
     * Begins; the time runs.
     *
     * @param secondsForRow how long a row may take
     * @param bytes         size of the file: a second more for every 20 000 bytes is what all rows may take together
     */
    public Run(int secondsForRow, long bytes) {
        this.secondsForRow = secondsForRow;
        this.secondsForFile = secondsForRow + bytes / LEAST_BYTES_PER_SECOND;
        this.nanosLeft = TimeUnit.SECONDS.toNanos(secondsForFile);
        resume();
    }

    /** Reading goes on after {@link #pause}. */
    public void resume() {
        long now = System.nanoTime();
        endOfFile = now + nanosLeft;
        endOfRow = now + Math.min(nanosLeft, TimeUnit.SECONDS.toNanos(secondsForRow));
    }

    /** What is done with the rows until {@link #resume} takes none of the time. */
    public void pause() {
        nanosLeft = endOfFile - System.nanoTime();
    }

    /** A row begins: its time starts anew. */
    public void row() {
        long now = System.nanoTime();
        if (now > endOfFile) {
            throw late(now);
        }
        endOfRow = Math.min(endOfFile, now + TimeUnit.SECONDS.toNanos(secondsForRow));
    }

    private Failure late(long now) {
        String reason = now > endOfFile
                ? "the file takes longer than %d s".formatted(secondsForFile)
                : "a row takes longer than %d s".formatted(secondsForRow);
        return new Failure(KsyCode.LIMIT, reason).helped("option `seconds` allows more");
    }

    /** Memory that values take by now; given to {@link #release} when those made since are no longer needed. */
    public long held() {
        return held;
    }

    public void release(long mark) {
        held = mark;
    }

    void hold(long bytes) {
        held += bytes;
        if (held > MOST_BYTES) {
            throw new Failure(
                            KsyCode.LIMIT,
                            "the values to be held at once take more than %d MB".formatted(MOST_BYTES >> 20))
                    .helped("a row, and arrays that expressions look back at, must fit");
        }
    }

    void step() {
        if (++steps >= CHECK_EVERY) {
            steps = 0;
            long now = System.nanoTime();
            if (now > endOfRow) {
                throw late(now);
            }
        }
    }

    /** An element was read; one that took no byte is counted, since they could go on for ever. */
    void element(boolean moved) {
        step();
        if (moved) {
            idle = 0;
        } else if (++idle > MOST_IDLE) {
            throw new Failure(KsyCode.LIMIT, "more than %d elements take no byte".formatted(MOST_IDLE));
        }
    }

    void enter() {
        if (++depth > MOST_DEPTH) {
            throw new Failure(KsyCode.LIMIT, "structures are nested more than %d deep".formatted(MOST_DEPTH));
        }
    }

    void leave() {
        depth--;
    }
}
