package org.heralddata.serve.vo.tap;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What TAP grants.
 *
 * @param defaultRows    rows of an answer if nothing is asked for
 * @param maxRows        more are never given
 * @param syncTime       to wait for the first row of a synchronous answer, and between batches of rows
 * @param uploadBytes    of one uploaded table
 * @param uploadRows     of one uploaded table
 * @param uploads        tables in one request
 * @param uploadTime     to fetch a table from its address
 * @param privateUploads whether tables may be fetched from addresses of this machine or its own network
 * @param temporary      folder for tables on their way
 */
public record TapSettings(
        long defaultRows,
        long maxRows,
        Duration syncTime,
        long uploadBytes,
        long uploadRows,
        int uploads,
        Duration uploadTime,
        boolean privateUploads,
        Path temporary) {

    /** Two million rows, at most fifty; a minute; uploads of 256 MB and five million rows, ten at a time, a minute to fetch each. */
    public static TapSettings usual(Path temporary) {
        return new TapSettings(
                2_000_000,
                50_000_000,
                Duration.ofMinutes(1),
                256L << 20,
                5_000_000,
                10,
                Duration.ofMinutes(1),
                false,
                temporary);
    }

    /** With addresses of this machine allowed, for tests. */
    public TapSettings withPrivateUploads() {
        return new TapSettings(
                defaultRows, maxRows, syncTime, uploadBytes, uploadRows, uploads, uploadTime, true, temporary);
    }
}
