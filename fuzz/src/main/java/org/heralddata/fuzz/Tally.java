package org.heralddata.fuzz;

import java.util.HashSet;
import java.util.Set;

/** What became of the inputs of one format; counts up. */
final class Tally {
    private final Set<String> samples = new HashSet<>();
    private long inputs;
    private long read;
    private long refused;
    private long findings;

    void countInput(String sample) {
        inputs++;
        samples.add(sample);
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

    /** Different files that were damaged. */
    int samples() {
        return samples.size();
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
