package org.heralddata.serve.vo.tap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.query.adql.AdqlEstimate;
import org.heralddata.query.adql.AdqlEstimate.Crossed;
import org.heralddata.query.adql.AdqlEstimate.Read;

/**
 * What to tell of queries before they run.
 *
 * @param maxRows  that an answer may have, whatever is asked for
 * @param syncTime that a synchronous query is waited for
 * @param jobTime  that a job may run; zero for no limit
 */
record TapAdvice(long maxRows, Duration syncTime, Duration jobTime) {
    /** Joins of fewer rows are no trouble to anybody. */
    private static final long FEW_PAIRS = 100_000;

    private static final long LARGE_TABLE = 100_000_000;

    /**
     * @param granted rows that its answer may have
     * @param seconds that it takes in the format that takes least
     */
    List<Diagnostic> of(AdqlEstimate query, long granted, double seconds) {
        var all = new ArrayList<Diagnostic>();
        if (query.expected() > granted) {
            all.add(moreRows(query, granted));
        }
        query.crossed().stream()
                .filter(crossed -> crossed.pairs() > FEW_PAIRS)
                .map(TapAdvice::crossed)
                .forEach(all::add);
        query.reads().stream()
                .filter(read -> read.release() != null && read.most() >= LARGE_TABLE && !read.cut())
                .map(TapAdvice::readsAll)
                .forEach(all::add);
        if (jobTime.isPositive() && seconds > jobTime.toSeconds()) {
            all.add(told(
                    AdviceCode.LONG_JOB,
                    "the query takes about %s, and a job may run %s".formatted(time(seconds), time(jobTime)),
                    "cut it into parts, by ranges of time or of the sky"));
        } else if (query.seconds() > syncTime.toSeconds()) {
            all.add(told(
                    AdviceCode.LATE_FIRST_ROW,
                    "the first row comes after about %s, and /tap/sync waits %s"
                            .formatted(time(query.seconds()), time(syncTime)),
                    "run it as a job: /tap/async"));
        }
        return all;
    }

    private Diagnostic moreRows(AdqlEstimate query, long granted) {
        String has = query.expected() == Long.MAX_VALUE
                ? "it is not known how many rows the answer has"
                : "the answer %s %s rows"
                        .formatted(query.rows().isPresent() ? "has" : "may have up to", count(query.expected()));
        String raise = granted >= maxRows
                ? "MAXREC is %s at most here".formatted(count(maxRows))
                : "raise MAXREC, up to " + Math.min(maxRows, query.expected());
        return told(
                AdviceCode.MORE_ROWS,
                "%s, and MAXREC lets %s through".formatted(has, count(granted)),
                raise + whole(query));
    }

    /** Where all rows are to be had. */
    private static String whole(AdqlEstimate query) {
        Optional<Read> one = query.reads().size() == 1
                ? Optional.of(query.reads().getFirst()).filter(read -> read.release() != null)
                : Optional.empty();
        return one.map(read -> {
                    var release = Objects.requireNonNull(read.release());
                    String collection = release.collection().id().value();
                    return "; all rows come as a data request from /collections/%s/%s, and whole files from /files/%s/%s/SHA256SUMS"
                            .formatted(collection, read.table(), collection, release.name());
                })
                .orElse("; or ask for parts, by ranges of time or of the sky");
    }

    private static Diagnostic crossed(Crossed crossed) {
        String names = crossed.names().stream().map("`%s`"::formatted).collect(Collectors.joining(" and "));
        String pairs = crossed.pairs() == Long.MAX_VALUE
                ? "more rows than can be counted"
                : count(crossed.pairs()) + " rows in all";
        return told(
                AdviceCode.CROSSED,
                "there is no condition between %s: every row is joined with every other, %s".formatted(names, pairs),
                "say by ON or WHERE which rows belong together, such as `a.run = b.run`");
    }

    private static Diagnostic readsAll(Read read) {
        return told(
                AdviceCode.READS_ALL,
                "the query reads all %s rows of `%s`".formatted(count(read.rows()), read.name()),
                read.sorted().isEmpty()
                        ? "try it on TOP 1000 first, or add a condition by WHERE"
                        : "add a condition on `%s`: ranges of it are found without reading all"
                                .formatted(String.join("`, `", read.sorted())));
    }

    private static Diagnostic told(AdviceCode code, String what, String help) {
        return Diagnostic.warning(code, what, new Location.Nowhere()).helped(help);
    }

    /** With spaces between thousands that no line breaks at. */
    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows).replace(',', '\u00a0');
    }

    private static String time(Duration duration) {
        return time((double) duration.toSeconds());
    }

    private static String time(double seconds) {
        return seconds < 120
                ? Math.max(1, Math.round(seconds)) + " s"
                : seconds < 7200 ? Math.round(seconds / 60) + " minutes" : Math.round(seconds / 3600) + " hours";
    }
}
