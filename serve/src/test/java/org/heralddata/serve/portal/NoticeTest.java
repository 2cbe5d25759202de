package org.heralddata.serve.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final Release RELEASE =
            new FakeCollections(80).releases.values().iterator().next().getFirst();
    private static final Access.Restricted GROUP = new Access.Restricted("kascade", null);
    private static final Access.Restricted UNTIL = new Access.Restricted("maps", LocalDate.of(2999, 1, 31));

    private static List<String> sentences(Notice notice) {
        return notice.lines().stream().map(Notice.Line::sentence).toList();
    }

    @Test
    void ofWhatIsOpenNothingIsSaid() {
        Notice notice = Notice.of(RELEASE, List.of(), null);
        assertThat(notice.lines()).isEmpty();
        assertThat(notice.help()).isEmpty();
    }

    @Test
    void tellsForWhomEachPartIsAndWhomToAsk() {
        Notice notice = Notice.of(
                RELEASE,
                List.of(
                        new Restriction(null, null, GROUP, true),
                        new Restriction("events", null, UNTIL, true),
                        new Restriction("events", "a", GROUP, true),
                        new Restriction("events", "b", GROUP, true),
                        new Restriction("events", "c", UNTIL, true)),
                null);
        assertThat(sentences(notice))
                .containsExactly(
                        "All data: for members of the group kascade, not open to you.",
                        "The rows of events: for members of the group maps until 2999-01-31 (UTC), not open to you.",
                        "The columns a, b of events: for members of the group kascade, not open to you.",
                        "The column c of events: for members of the group maps until 2999-01-31 (UTC), not open to you.");
        assertThat(notice.help())
                .contains("Sign in", RELEASE.collection().creators().getFirst().name());
    }

    @Test
    void whoMayHaveItIsToldSoAndNotHowToGetIn() {
        Notice notice = Notice.of(RELEASE, List.of(new Restriction(null, null, GROUP, false)), null);
        assertThat(sentences(notice)).containsExactly("All data: for members of the group kascade, open to you.");
        assertThat(notice.help()).isEmpty();
    }

    @Test
    void ofOneTableOnlyWhatIsAboutItIsTold() {
        Notice notice = Notice.of(
                RELEASE,
                List.of(
                        new Restriction("events", "a", GROUP, true),
                        new Restriction("other", "b", GROUP, true),
                        new Restriction("other", null, GROUP, true)),
                "events");
        assertThat(sentences(notice)).hasSize(1).first().asString().startsWith("The column a of events");
    }
}
