package org.heralddata.jobs.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.store.home.Home;

/** One home for all tests of this process. */
public final class TestHome {
    public static final Path FOLDER = folder();
    public static final Home HOME = Home.open(FOLDER);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            HOME.close();
            JobFolders.delete(FOLDER);
        }));
    }

    private TestHome() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("herald-test-jobs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
