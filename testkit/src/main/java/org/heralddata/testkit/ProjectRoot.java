package org.heralddata.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the whole project, wherever a test runs. */
public final class ProjectRoot {

    private ProjectRoot() {}

    /** System property {@code herald.root}, else the nearest folder upwards that holds {@code mvnw}. */
    public static Path path() {
        String told = System.getProperty("herald.root");
        if (told != null && !told.isEmpty()) {
            return Path.of(told).toAbsolutePath().normalize();
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        return here;
    }
}
