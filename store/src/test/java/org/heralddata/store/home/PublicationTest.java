package org.heralddata.store.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.publication.Doi;
import org.heralddata.model.publication.DoiState;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.publication.Withdrawal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    private static final CollectionId SHOWERS = new CollectionId("showers");
    private static final CollectionId TRACKS = new CollectionId("tracks");
    private static final Doi DOI = new Doi("10.5072/Abc");

    @Test
    void tellsWhatBecameOfACollectionAndOfEachRelease(@TempDir Path folder) {
        try (Home home = TestHomes.open(folder)) {
            assertThat(home.catalogue().state(SHOWERS, null)).isEqualTo(PublicState.NONE);
            home.publications().doi(SHOWERS, "r1", DOI, DoiState.DRAFT);
            PublicState draft = home.catalogue().state(SHOWERS, "r1");
            assertThat(draft.doi()).isEqualTo(DOI);
            assertThat(draft.citable()).isNull();
            home.publications().doi(SHOWERS, "r1", DOI, DoiState.FINDABLE);
            home.publications().withdraw(SHOWERS, "r1", "the calibration was wrong");
            PublicState state = home.catalogue().state(SHOWERS, "r1");
            assertThat(state.citable()).isEqualTo(DOI);
            assertThat(state.withdrawal()).isNotNull();
            assertThat(state.changed()).isAfter(draft.changed());
            assertThat(home.catalogue().state(SHOWERS, null)).isEqualTo(PublicState.NONE);
        }
    }

    @Test
    void withdrawnAgainKeepsItsTimeAndRestoredForgetsIt(@TempDir Path folder) {
        try (Home home = TestHomes.open(folder)) {
            home.publications().withdraw(SHOWERS, null, "first");
            Withdrawal first = withdrawal(home);
            home.publications().withdraw(SHOWERS, null, "second");
            Withdrawal second = withdrawal(home);
            assertThat(second.at()).isEqualTo(first.at());
            assertThat(second.reason()).isEqualTo("second");
            home.publications().restore(SHOWERS, null);
            assertThat(home.catalogue().state(SHOWERS, null).withdrawal()).isNull();
            assertThat(home.catalogue().state(SHOWERS, null).changed()).isAfter(first.at());
        }
    }

    private static Withdrawal withdrawal(Home home) {
        return Objects.requireNonNull(home.catalogue().state(SHOWERS, null).withdrawal());
    }

    @Test
    void refusesASecondDoiAndOneThatIsTaken(@TempDir Path folder) {
        try (Home home = TestHomes.open(folder)) {
            var register = home.publications();
            register.doi(SHOWERS, null, DOI, DoiState.FINDABLE);
            assertThatThrownBy(() -> register.doi(SHOWERS, null, new Doi("10.5072/other"), DoiState.DRAFT))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> register.doi(TRACKS, null, new Doi("10.5072/aBC"), DoiState.DRAFT))
                    .isInstanceOf(Refusal.class);
            assertThat(home.catalogue().state(TRACKS, null)).isEqualTo(PublicState.NONE);
        }
    }

    @Test
    void tellsSinceWhenTheHomePresentsItselfAsItDoes(@TempDir Path folder) {
        try (Home home = TestHomes.open(folder)) {
            Instant first = home.publications().since("a");
            assertThat(home.publications().since("a")).isEqualTo(first);
            Instant second = home.publications().since("b");
            assertThat(second).isAfter(first);
            assertThat(home.publications().since("b")).isEqualTo(second);
        }
    }
}
