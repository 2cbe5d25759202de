package org.heralddata.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * Repeated measurements of one job.
 *
 * @param median of the times, in seconds
 * @param cpu    median of the processor time of all threads, in seconds; tells more than the times where others run too
 */
record Timing(double median, double least, double most, double cpu) {

    /** A job that is worth measuring. */
    interface Job {
        void run() throws IOException;
    }

    /** Runs a job once to warm up, then {@code repeats} times. */
    static Timing of(int repeats, Job job) throws IOException {
        job.run();
        double[] seconds = new double[repeats];
        double[] processor = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            double used = processor();
            job.run();
            processor[i] = processor() - used;
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        Arrays.sort(processor);
        return new Timing(seconds[repeats / 2], seconds[0], seconds[repeats - 1], processor[repeats / 2]);
    }

    private static double processor() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toNanos)
                        .orElse(0L)
                        .doubleValue()
                / 1e9;
    }

    /** {@code 0.81 (0.79–0.90)}, in seconds. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, least, most);
    }
}
