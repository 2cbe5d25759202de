package org.heralddata.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pairs of a binary file and the Kaitai Struct description that it is read by: those of detectors and those of Kaitai's own tests. */
final class DescribedSamples {
    private static final Map<String, String> DETECTORS = Map.of(
            "det-lab/scdms_raw.bin", "det-lab/scdms.ksy",
            "det-lab/51230216_125838_F0001.mid.gz", "det-lab/scdms_v8.ksy",
            "det-lab/animal_stats.bin", "det-lab/animal_stats.ksy",
            "det-lab/int_float.bin", "det-lab/int_float_test.ksy",
            "xia-pixie4e/LaBr_Na22coinc_attn8_500fast_0148_xxsmall.b00", "xia-pixie4e/pixie4e.ksy");

    private final Path folder;
    private final List<Sample> data = new ArrayList<>();
    private final List<Sample> descriptions = new ArrayList<>();

    /** @param folder {@code shared/data/binary-ksy} */
    DescribedSamples(Path folder) throws IOException {
        this.folder = folder;
        for (Map.Entry<String, String> pair : DETECTORS.entrySet()) {
            add(pair.getKey(), pair.getValue());
        }
        Path tests = folder.resolve("kaitai-tests");
        try (var specifications = Files.newDirectoryStream(tests.resolve("spec/ks"), "*.kst")) {
            for (Path specification : specifications) {
                List<String> lines = Files.readAllLines(specification);
                add(
                        "kaitai-tests/src/" + value(lines, "data: "),
                        "kaitai-tests/formats/" + value(lines, "id: ") + ".ksy");
            }
        }
    }

    /** The data, with their descriptions for companions. */
    List<Sample> data() {
        return data;
    }

    /** The descriptions, with the data for companions. */
    List<Sample> descriptions() {
        return descriptions;
    }

    private static String value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .findFirst()
                .orElse("");
    }

    private void add(String data, String ksy) throws IOException {
        Path file = folder.resolve(data);
        Path description = folder.resolve(ksy);
        if (Files.isRegularFile(file) && Files.isRegularFile(description)) {
            this.data.add(new Sample("binary-ksy/" + data + "|" + ksy, file, Files.size(file), description));
            descriptions.add(new Sample("binary-ksy/" + ksy + "|" + data, description, Files.size(description), file));
        }
    }
}
