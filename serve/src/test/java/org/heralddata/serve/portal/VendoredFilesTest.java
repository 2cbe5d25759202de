package org.heralddata.serve.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others wrote and we ship is what they published: listed, of the noted digest, with its licence. */
class VendoredFilesTest {
    private static final String SUMS = "SHA256SUMS";

    static Stream<Path> libraries() throws IOException {
        Path vendor = Path.of(System.getProperty("herald.root", ".."), "serve/src/main/resources/static/vendor");
        try (Stream<Path> found = Files.list(vendor)) {
            return found.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void areAsPublishedAndLicensed(Path library) throws IOException {
        var noted = new TreeMap<String, String>();
        for (String line : Files.readAllLines(library.resolve(SUMS))) {
            noted.put(line.substring(66), line.substring(0, 64));
        }
        var found = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(library)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(SUMS)) {
                    found.put(name, sha256(file));
                }
            }
        }
        assertThat(found).isEqualTo(noted).containsKey("LICENSE");
        assertThat(library.getFileName().toString()).matches(".+-\\d+\\.\\d+\\.\\d+");
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
