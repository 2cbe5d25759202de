package org.heralddata.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Repeated measurements of one job.
 *
 * @param median of the times, in seconds
 */
record Timing(double median, double least, double most) {

    /** A job that is worth measuring. */
    interface Job {
        void run() throws IOException;
    }

    /** Runs a job once to warm up, then {@code repeats} times. */
    static Timing of(int repeats, Job job) throws IOException {
        job.run();
        double[] seconds = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            job.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        return new Timing(seconds[repeats / 2], seconds[0], seconds[repeats - 1]);
    }

    /** {@code 0.81 (0.79–0.90)}, in seconds. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, least, most);
    }
}
