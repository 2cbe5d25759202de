package org.heralddata.jobs.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.heralddata.jobs.JobSettings;
import org.heralddata.store.home.Home;

/** A process that takes jobs and never ends one. Killed by the test. */
final class RestlessWorker {

    private RestlessWorker() {}

    public static void main(String[] arguments) throws IOException {
        var kind = new TestKind(arguments[1], run -> {
            TestKind.write(run, "by the one that will be killed");
            System.out.println("begun");
            Thread.sleep(Duration.ofHours(1));
        });
        Home home = Home.open(Path.of(arguments[0]));
        var settings = new JobSettings(1, Duration.ofMillis(800), Duration.ofMillis(100), 3);
        var _ = new DurableJobs(home::database, home.folders().requests(), List.of(kind), settings);
        while (System.in.read() >= 0) {}
    }
}
