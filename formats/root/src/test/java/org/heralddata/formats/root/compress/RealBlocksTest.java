package org.heralddata.formats.root.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Blocks that ROOT wrote, of all algorithms it writes now. */
final class RealBlocksTest {
    private static final Map<Algorithm, String> FILES = Map.of(
            Algorithm.ZLIB, "root-variety/uproot-Zmumu-zlib.root",
            Algorithm.LZMA, "root-variety/uproot-Zmumu-lzma.root",
            Algorithm.LZ4, "root-variety/uproot-Zmumu-lz4.root",
            Algorithm.ZSTD, "root-variety/uproot-Zmumu-zstd.root");

    /** Walks the keys of a small file: size, version, length of the object, ..., key length at byte 14. */
    @Test
    void decodesTheBasketsOfFourAlgorithms() throws IOException, CompressionException {
        Set<Algorithm> met = EnumSet.noneOf(Algorithm.class);
        try (var decoder = new BlockDecoder()) {
            for (Map.Entry<Algorithm, String> file : FILES.entrySet()) {
                byte[] bytes = Files.readAllBytes(SharedData.file(file.getValue()));
                int decoded = 0;
                for (int at = 100; at + 26 < bytes.length && int32(bytes, at) != 0; at += Math.abs(int32(bytes, at))) {
                    int key = (bytes[at + 14] & 0xff) << 8 | (bytes[at + 15] & 0xff);
                    int stored = int32(bytes, at) - key;
                    int length = int32(bytes, at + 6);
                    if (int32(bytes, at) > 0 && className(bytes, at).equals("TBasket") && stored < length) {
                        assertThat(decoder.decode(bytes, at + key, stored, length))
                                .hasSize(length);
                        Optional<Algorithm> algorithm = Algorithm.of(bytes[at + key], bytes[at + key + 1]);
                        assertThat(algorithm).contains(file.getKey());
                        met.add(algorithm.orElseThrow());
                        decoded++;
                    }
                }
                assertThat(decoded).as(file.getValue()).isGreaterThan(10);
            }
        }
        assertThat(met).containsExactlyInAnyOrderElementsOf(FILES.keySet());
    }

    private static String className(byte[] bytes, int key) {
        int at = key + (bytes[key + 4] > 0 ? 34 : 26); // positions have 8 bytes in versions from 1000 on
        return new String(bytes, at + 1, bytes[at], StandardCharsets.ISO_8859_1);
    }

    private static int int32(byte[] b, int at) {
        return (b[at] & 0xff) << 24 | (b[at + 1] & 0xff) << 16 | (b[at + 2] & 0xff) << 8 | (b[at + 3] & 0xff);
    }
}
