package org.heralddata.serve.vo.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.query.adql.AdqlEstimate;
import org.heralddata.query.adql.AdqlEstimate.Crossed;
import org.heralddata.query.adql.AdqlEstimate.Read;
import org.heralddata.serve.portal.FakeCollections;
import org.heralddata.serve.portal.FakeData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TapAdviceTest {
    private static final TapAdvice ADVICE = new TapAdvice(50_000_000, Duration.ofMinutes(1), Duration.ofHours(1));
    private static final Release RELEASE =
            new FakeData(new FakeCollections(80)).collections().getFirst();
    private static final String COLLECTION = RELEASE.collection().id().value();

    private static Read read(long rows, boolean cut, @Nullable Release release, String... sorted) {
        return new Read("toy.events", "events", release, rows, rows, rows * 8, 1, cut, List.of(sorted));
    }

    private static AdqlEstimate query(OptionalLong rows, long most, double seconds, Read... reads) {
        return new AdqlEstimate(List.of(reads), rows, most, most, seconds, List.of(), List.of());
    }

    private static List<AdviceCode> codes(List<Diagnostic> advice) {
        return advice.stream().map(one -> (AdviceCode) one.code()).toList();
    }

    @Test
    void modestQueriesNeedNone() {
        assertThat(ADVICE.of(query(OptionalLong.of(500), 500, 0.1, read(500, false, RELEASE)), 1000, 0.2))
                .isEmpty();
    }

    @Test
    void moreRowsThanGrantedSayMaxrecAndWhereAllAre() {
        AdqlEstimate query = query(OptionalLong.of(7_000_000), 7_000_000, 1, read(7_000_000, false, RELEASE));
        Diagnostic told = ADVICE.of(query, 2_000_000, 9).getFirst();
        assertThat(told.code()).isEqualTo(AdviceCode.MORE_ROWS);
        assertThat(told.message())
                .isEqualTo("the answer has 7\u00a0000\u00a0000 rows, and MAXREC lets 2\u00a0000\u00a0000 through");
        assertThat(told.help())
                .startsWith("raise MAXREC, up to 7000000; all rows come as a data request")
                .contains("/collections/" + COLLECTION + "/events", "/files/" + COLLECTION + "/");
        Diagnostic unsure = ADVICE.of(
                        query(OptionalLong.empty(), 70_000_000, 1, read(70_000_000, true, RELEASE)), 50_000_000, 9)
                .getFirst();
        assertThat(unsure.message()).startsWith("the answer may have up to 70\u00a0000\u00a0000 rows");
        assertThat(unsure.help()).startsWith("MAXREC is 50\u00a0000\u00a0000 at most here");
        assertThat(ADVICE.of(query(OptionalLong.empty(), Long.MAX_VALUE, 1), 50, 9)
                        .getFirst()
                        .help())
                .endsWith("; or ask for parts, by ranges of time or of the sky");
    }

    @Test
    void joinsWithoutAConditionAreToldUnlessSmall() {
        assertThat(codes(ADVICE.of(crossed(4_000_000), Long.MAX_VALUE, 1))).containsExactly(AdviceCode.CROSSED);
        assertThat(ADVICE.of(crossed(4_000_000), Long.MAX_VALUE, 1).getFirst().message())
                .isEqualTo("there is no condition between `s.a` and `s.b`: every row is joined with every other,"
                        + " 4\u00a0000\u00a0000 rows in all");
        assertThat(ADVICE.of(crossed(900), Long.MAX_VALUE, 1)).isEmpty();
    }

    private static AdqlEstimate crossed(long pairs) {
        return new AdqlEstimate(
                List.of(),
                OptionalLong.of(pairs),
                pairs,
                pairs,
                1,
                List.of(new Crossed(List.of("s.a", "s.b"), pairs)),
                List.of());
    }

    @Test
    void largeTablesThatAreReadWholeAreToldWithTheColumnsToCutOn() {
        OptionalLong one = OptionalLong.of(1);
        Diagnostic told = ADVICE.of(query(one, 1, 9, read(100_000_000, false, RELEASE, "time")), 1000, 9)
                .getFirst();
        assertThat(told.code()).isEqualTo(AdviceCode.READS_ALL);
        assertThat(told.help()).isEqualTo("add a condition on `time`: ranges of it are found without reading all");
        assertThat(ADVICE.of(query(one, 1, 9, read(100_000_000, false, RELEASE)), 1000, 9)
                        .getFirst()
                        .help())
                .contains("TOP 1000");
        assertThat(ADVICE.of(query(one, 1, 9, read(100_000_000, true, RELEASE, "time")), 1000, 9))
                .isEmpty();
        assertThat(ADVICE.of(query(one, 1, 9, read(99_999_999, false, RELEASE)), 1000, 9))
                .isEmpty();
    }

    @Test
    void whatTakesLongerThanIsWaitedForIsToldToBeAJob() {
        AdqlEstimate slow = query(OptionalLong.of(1), 1, 61, read(9, true, RELEASE));
        assertThat(codes(ADVICE.of(slow, 1000, 61))).containsExactly(AdviceCode.LATE_FIRST_ROW);
        List<Diagnostic> never = ADVICE.of(slow, 1000, 3700);
        assertThat(codes(never)).containsExactly(AdviceCode.LONG_JOB);
        assertThat(never.getFirst().message())
                .isEqualTo("the query takes about 62 minutes, and a job may run 60 minutes");
    }
}
