package org.heralddata.formats.ksy.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.heralddata.testkit.ProjectRoot;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test suite of Kaitai Struct (MIT licence), as far as it is given: which cases pass, and why others do not. */
class ConformanceTest {
    private static final String SUITE = "binary-ksy/kaitai-tests/";
    private static final double LEAST_RATE = 0.97;

    /** Cases that do not pass, with the reason. */
    private static final Map<String, String> NOT_PASSED = new TreeMap<>(Map.of(
            "process_custom_no_args", "a custom process is code of others",
            "process_repeat_usertype_dynarg_custom", "a custom process is code of others"));

    @TempDir
    private Path folder;

    @Test
    void passesTheSuiteOfKaitaiStructButForTheListedCases() throws IOException {
        Path formats = formats();
        Path data = SharedData.file(SUITE + "src");
        List<Path> cases = SharedData.files(SUITE + "spec/ks", name -> name.endsWith(".kst"));
        Map<String, String> wrong = new TreeMap<>();
        for (Path kst : cases) {
            String reason = new ConformanceCase(formats, data, kst).run();
            if (reason != null) {
                wrong.put(kst.getFileName().toString().replace(".kst", ""), reason);
            }
        }
        System.out.printf("Kaitai Struct test suite: %d of %d cases pass%n", cases.size() - wrong.size(), cases.size());
        assertThat(wrong.keySet()).as("not passed: %s", wrong).isEqualTo(NOT_PASSED.keySet());
        assertThat(cases).hasSize(214);
        assertThat(1 - (double) wrong.size() / cases.size()).isGreaterThan(LEAST_RATE);
    }

    /** The formats of the suite, with stand-ins of our own for those that it imports but the sample does not hold. */
    private Path formats() throws IOException {
        copy(SharedData.file(SUITE + "formats"));
        copy(ProjectRoot.path().resolve("formats/ksy/src/test/resources/conformance"));
        return folder;
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                if (!Files.exists(to)) {
                    Files.copy(file, to);
                }
            }
        }
    }
}
