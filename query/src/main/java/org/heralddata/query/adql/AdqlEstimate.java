package org.heralddata.query.adql;

import java.util.List;
import java.util.OptionalLong;
import org.heralddata.model.catalogue.Release;
import org.jspecify.annotations.Nullable;

/**
 * What a query would read and give.
 *
 * @param reads   tables, each once
 * @param rows    of the whole answer, where that is known
 * @param most    rows that the whole answer can have at most; {@link Long#MAX_VALUE} if that is not known
 * @param likely  rows that it has if conditions leave all in, and each row that is joined by a condition finds one partner
 * @param seconds until the first row, about, on this machine when nobody else works
 * @param crossed tables without a condition between them, as queries write their names; groups of two or more
 * @param columns of the answer
 */
public record AdqlEstimate(
        List<Read> reads,
        OptionalLong rows,
        long most,
        long likely,
        double seconds,
        List<Crossed> crossed,
        List<AdqlColumn> columns) {

    public AdqlEstimate {
        reads = List.copyOf(reads);
        crossed = List.copyOf(crossed);
        columns = List.copyOf(columns);
    }

    /** Rows to reckon with, of which a limit may leave some out. */
    public long expected() {
        return rows.orElse(likely);
    }

    /** Rows that are read at most. */
    public long rowsRead() {
        return reads.stream().mapToLong(Read::most).sum();
    }

    /** Bytes of files that are read at most, about. */
    public long bytesRead() {
        return reads.stream().mapToLong(Read::bytes).sum();
    }

    /**
     * A table that is read.
     *
     * @param name    as queries write it
     * @param table   its own name
     * @param release whose table it is; null if Herald made it, or a user sent it
     * @param rows    that it has; negative if not known
     * @param most    rows that are read of it at most, all times it is named together
     * @param bytes   that these take in its files, about; compressed
     * @param columns that are read
     * @param cut     whether a condition on its own columns leaves rows out, each time it is named
     * @param sorted  columns of which ranges are found without reading all
     */
    public record Read(
            String name,
            String table,
            @Nullable Release release,
            long rows,
            long most,
            long bytes,
            int columns,
            boolean cut,
            List<String> sorted) {
        public Read {
            sorted = List.copyOf(sorted);
        }
    }

    /**
     * @param names as queries write them
     * @param pairs rows that the join has
     */
    public record Crossed(List<String> names, long pairs) {
        public Crossed {
            names = List.copyOf(names);
        }
    }
}
