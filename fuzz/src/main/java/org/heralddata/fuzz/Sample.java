package org.heralddata.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A good file.
 *
 * @param name where it comes from: its path below {@code shared/data}, or {@code made/…}; without blanks
 * @param path where it is
 * @param size bytes
 * @param companion the other file of a pair: the description of data, or the data of a description; null without
 */
record Sample(String name, Path path, long size, @Nullable Path companion) {

    static Sample of(String name, Path path) throws IOException {
        return new Sample(name.replace(' ', '_'), path, Files.size(path), null);
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(path);
    }

    /** What follows the first dot of the file's name, dot included; readers may look at it. */
    String ending() {
        String file = path.getFileName().toString();
        int dot = file.indexOf('.');
        return dot < 0 ? "" : file.substring(dot);
    }

    /** How often it is chosen: small files often, since they are read quickly and hold as many structures. */
    double weight() {
        return 1.0 / (1.0 + size / 100_000.0);
    }
}
