package org.heralddata.jobs.request;

import java.time.Duration;

/**
 * What is granted to those who order data.
 *
 * @param packageBytes that the data of one request may have, about
 * @param account      for an account
 * @param address      for all people without one at a network address
 * @param kept         from an order until its files go
 * @param maxKept      until when that may be put off, from the order
 * @param listeners    connections by which one network address may follow requests at a time
 */
public record RequestLimits(
        long packageBytes, Allowance account, Allowance address, Duration kept, Duration maxKept, int listeners) {

    /**
     * What one party may have. Operators may have more.
     *
     * @param active    requests that wait or run at a time
     * @param kept      requests in all, until their files go
     * @param keptBytes of their files
     * @param dayBytes  of files made in a day (UTC)
     */
    public record Allowance(int active, int kept, long keptBytes, long dayBytes) {}

    /** 50 GB a package; 50 requests at a time for an account, 25 for an address. */
    public static RequestLimits usual() {
        long gb = 1_000_000_000L;
        return new RequestLimits(
                50 * gb,
                new Allowance(50, 1_000, 500 * gb, 500 * gb),
                new Allowance(25, 200, 200 * gb, 100 * gb),
                Duration.ofDays(14),
                Duration.ofDays(90),
                20);
    }
}
