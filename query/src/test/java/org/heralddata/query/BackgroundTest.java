package org.heralddata.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundTest {
    /** Of the line in proc_pid_stat(5), counted from the state that follows the name in brackets. */
    private static final int NICENESS = 16;

    private static int niceness() {
        try {
            String line = Files.readString(Path.of("/proc/thread-self/stat"));
            List<String> fields =
                    List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
            return Integer.parseInt(fields.get(NICENESS));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itsThreadsGiveWayToAllOthers() {
        int here = niceness();
        var there = new CompletableFuture<Integer>();
        Background.threads("herald-job-")
                .newThread(() -> there.complete(niceness()))
                .start();
        assertThat(there.join()).isEqualTo(Math.min(19, Math.max(here, 10)));
        assertThat(niceness()).as("of those others").isEqualTo(here);
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
