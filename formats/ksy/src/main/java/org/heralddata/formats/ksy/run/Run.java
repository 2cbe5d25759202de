package org.heralddata.formats.ksy.run;

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

    private final long nanosForRow;
    private long deadline;
    private int steps;
    private int depth;
    private int idle;
    private long held;
    long index;

    @Nullable
    Object item;

    /** @param secondsForRow how long a row may take */
    public Run(int secondsForRow) {
        nanosForRow = secondsForRow * 1_000_000_000L;
        deadline = System.nanoTime() + nanosForRow;
    }

    /** A row begins: its time starts anew. */
    public void row() {
        deadline = System.nanoTime() + nanosForRow;
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
            if (System.nanoTime() > deadline) {
                throw new Failure(KsyCode.LIMIT, "a row takes longer than %d s".formatted(nanosForRow / 1_000_000_000L))
                        .helped("option `seconds` allows more");
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
