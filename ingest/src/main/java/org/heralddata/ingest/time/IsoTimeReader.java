package org.heralddata.ingest.time;

import org.heralddata.model.table.Vector;
import org.heralddata.model.time.TimeScale;
import org.jspecify.annotations.Nullable;

/** Reads ISO 8601 texts; one with a zone is UTC, one without is of the scale declared. */
final class IsoTimeReader implements TimeReader {
    private final ScaleClock withoutZone;
    private final ScaleClock withZone;
    private final TimeProblems problems;

    IsoTimeReader(TimeScale scale, TimeProblems problems) {
        this.withoutZone = new ScaleClock(scale, problems);
        this.withZone = new ScaleClock(TimeScale.UTC, problems);
        this.problems = problems;
    }

    @Override
    public Vector.Longs read(Vector main, @Nullable Vector extra) {
        if (!(main instanceof Vector.Strings(var texts, var _, var _))) {
            throw new IllegalArgumentException("an ISO 8601 time needs a column of text");
        }
        var parser = new IsoTimeParser();
        return TimeReader.fill(main, row -> {
            String text = texts[row];
            if (text == null || !parser.parse(text)) {
                problems.unreadable++;
                return Counted.OUT_OF_RANGE;
            }
            if (parser.leapSecond()) {
                problems.withinLeapSecond++;
            }
            long utc = (parser.zoned() ? withZone : withoutZone).toUtc(parser.ns());
            if (utc == Counted.OUT_OF_RANGE) {
                problems.outOfRange++;
            }
            return utc;
        });
    }
}
