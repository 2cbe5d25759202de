package org.heralddata.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Real public data files, kept outside the project since they are not ours to ship: {@code $HERALD_SHARED/data}, else the
 * folder {@code shared/data} nearest above the project. Where a file is absent the test is skipped; with {@code CI=true}
 * it fails.
 */
public final class SharedData {

    private SharedData() {}

    /** A file or folder by its path below {@code shared/data}, such as {@code kascade/kcdc-tutorial/dataset1.csv}. */
    public static Path file(String path) {
        Path root = root();
        if (root == null) {
            throw Ci.missing("shared/data (for " + path + ")");
        }
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            throw Ci.missing("shared/data/" + path);
        }
        return file;
    }

    /** All regular files below a folder whose path, as text with slashes, is accepted; sorted. */
    public static List<Path> files(String folder, Predicate<String> accepted) throws IOException {
        Path top = file(folder);
        try (Stream<Path> found = Files.walk(top)) {
            return found.filter(Files::isRegularFile)
                    .filter(p -> accepted.test(top.relativize(p).toString().replace('\\', '/')))
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable Path root() {
        String told = System.getenv("HERALD_SHARED");
        if (told != null && !told.isEmpty()) {
            return Path.of(told).resolve("data");
        }
        for (Path above = ProjectRoot.path(); above != null; above = above.getParent()) {
            Path data = above.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return null;
    }
}
