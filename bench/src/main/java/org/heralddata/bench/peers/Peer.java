package org.heralddata.bench.peers;

import java.nio.file.Path;

/** One way to read or write a table of numbers, ours or another's. */
interface Peer {

    String name();

    /** Does the work; what it returns is compared: the sum of all numbers read, the rows written. */
    double run(Path file) throws Exception;
}
