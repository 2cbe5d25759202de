package org.heralddata.simulate;

import java.util.SplittableRandom;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.TableHeader;

/** One kind of simulated events. Immutable, safe for many threads. */
interface Simulation {

    /** What the events are, for a file of {@code events} of them. */
    TableHeader header(long events);

    /**
     * Events of one block, in the order of their times.
     *
     * @param block what to make
     * @param random used for this block only
     */
    Batch generate(Block block, SplittableRandom random);

    /**
     * A slice of all events.
     *
     * @param first number of its first event, from 0
     * @param size  events in it
     * @param total events in all blocks together
     */
    record Block(long first, int size, long total) {

        /** The part of the whole time that lies before event {@code i} of this block (0 to size), 0 to 1. */
        double elapsed(double i) {
            return (first + i) / total;
        }
    }
}
