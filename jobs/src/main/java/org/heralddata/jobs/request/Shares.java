package org.heralddata.jobs.request;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.heralddata.jobs.engine.Rows;

/** Addresses by which anybody may read a request, one for each that is shared. Safe for many threads and processes. */
final class Shares {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 130;

    private final Rows rows;

    Shares(Rows rows) {
        this.rows = rows;
    }

    /** The token of a job, which cannot be guessed; the same one for as long as it is shared. */
    String share(String job) {
        return rows.ask(
                        "insert into request_share (job, token) values (?, ?) on conflict (job) do update set job = excluded.job"
                                + " returning token",
                        row -> row.getString(1),
                        job,
                        "s" + new BigInteger(BITS, RANDOM).toString(32))
                .getFirst();
    }

    Optional<String> tokenOf(String job) {
        return rows.ask("select token from request_share where job = ?", row -> row.getString(1), job).stream()
                .findFirst();
    }

    Optional<String> jobOf(String token) {
        return rows.ask("select job from request_share where token = ?", row -> row.getString(1), token).stream()
                .findFirst();
    }

    void revoke(String job) {
        rows.change("delete from request_share where job = ?", job);
    }
}
