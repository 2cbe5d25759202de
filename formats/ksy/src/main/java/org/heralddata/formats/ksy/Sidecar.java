package org.heralddata.formats.ksy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A description that stands beside a data file under its name. */
final class Sidecar {
    private static final String ENDING = ".ksy";

    private Sidecar() {}

    /** {@code x.bin.ksy} or {@code x.ksy} beside {@code x.bin} or {@code x.bin.gz}. */
    static Optional<Path> of(Path file) {
        Path name = file.getFileName();
        if (name == null || name.toString().endsWith(ENDING)) {
            return Optional.empty();
        }
        String plain = name.toString().replaceFirst("(?i)\\.gz$", "");
        String stem = plain.replaceFirst("(?<=.)\\.[^.]*$", "");
        return Stream.of(plain, stem)
                .map(n -> file.resolveSibling(n + ENDING))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
