package org.heralddata.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with a file kept in the project; {@code -Dherald.golden=renew} writes the file instead, to be read in
 * review.
 */
public final class Golden {

    private Golden() {}

    /**
     * Claims that a text is that of the file.
     *
     * @param file   from the project's root, such as {@code formats/text/src/test/golden/refusal.txt}
     * @param actual with {@code \n} as line break
     */
    public static void check(String file, String actual) throws IOException {
        check(ProjectRoot.path().resolve(file), actual, "renew".equals(System.getProperty("herald.golden")));
    }

    static void check(Path golden, String actual, boolean renew) throws IOException {
        if (renew) {
            Path folder = golden.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(golden, actual);
            return;
        }
        assertThat(golden)
                .as("golden file; write it with -Dherald.golden=renew")
                .exists();
        assertThat(actual)
                .as("differs from %s; if right, renew with -Dherald.golden=renew", golden)
                .isEqualTo(Files.readString(golden));
    }
}
