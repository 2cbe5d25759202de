package org.heralddata.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void itsThreadsGiveWayToAllOthers() {
        int here = Niceness.here();
        var there = new CompletableFuture<Integer>();
        Background.threads("herald-job-")
                .newThread(() -> there.complete(Niceness.here()))
                .start();
        assertThat(there.join()).isEqualTo(Math.min(19, Math.max(here, 10)));
        assertThat(Niceness.here()).as("of those others").isEqualTo(here);
    }

    @Test
    void itsThreadsKnowWhatTheyAre() {
        assertThat(Background.isHere()).isFalse();
        var there = new CompletableFuture<Boolean>();
        Thread thread = Background.threads("herald-job-").newThread(() -> there.complete(Background.isHere()));
        thread.start();
        assertThat(there.join()).isTrue();
        assertThat(thread.getName()).isEqualTo("herald-job-1");
        assertThat(thread.isDaemon()).isTrue();
    }
}
