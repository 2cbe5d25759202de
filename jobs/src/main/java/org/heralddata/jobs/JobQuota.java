package org.heralddata.jobs;

/**
 * How much of what people without accounts ask for is kept, so that a few of them leave room for the others. Jobs count from their
 * making until their deletion or destruction.
 *
 * @param perOrigin  jobs from one network address
 * @param anonymous  jobs from all of them
 * @param inputBytes of all files that came with jobs
 */
public record JobQuota(int perOrigin, int anonymous, long inputBytes) {
    public static final JobQuota UNLIMITED = new JobQuota(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    /** 200 jobs an address, 10 000 in all, 20 GB of files. */
    public static JobQuota usual() {
        return new JobQuota(200, 10_000, 20L << 30);
    }
}
