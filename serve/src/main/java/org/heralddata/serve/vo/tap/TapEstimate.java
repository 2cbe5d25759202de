package org.heralddata.serve.vo.tap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.heralddata.jobs.JobCost;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.query.Estimate;
import org.heralddata.query.adql.AdqlEstimate;

/**
 * What a query reads, gives and takes.
 *
 * @param maxRows rows that the answer may have: MAXREC as far as it is granted
 * @param formats what the answer takes in each, by name; seconds include the reading
 * @param advice  what to know before it runs
 */
public record TapEstimate(
        AdqlEstimate query, long maxRows, SequencedMap<String, Estimate.Size> formats, List<Diagnostic> advice) {

    public TapEstimate {
        formats = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(formats));
        advice = List.copyOf(advice);
    }

    /** Rows that the answer is reckoned to have. */
    public long given() {
        return Math.min(maxRows, query.expected());
    }

    /** As the queue takes it. */
    JobCost in(String format) {
        Estimate.Size size = formats.getOrDefault(format, new Estimate.Size(0, query.seconds()));
        return new JobCost(size.seconds(), given(), size.bytes());
    }
}
