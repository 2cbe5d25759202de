package org.heralddata.fuzz;

/** What became of the inputs of one format; counts up. */
final class Tally {
    private long inputs;
    private long read;
    private long refused;
    private long findings;

    void countInput() {
        inputs++;
    }

    void countRead() {
        read++;
    }

    void countRefused() {
        refused++;
    }

    void countFinding() {
        findings++;
    }

    long inputs() {
        return inputs;
    }

    long read() {
        return read;
    }

    long refused() {
        return refused;
    }

    long findings() {
        return findings;
    }
}
