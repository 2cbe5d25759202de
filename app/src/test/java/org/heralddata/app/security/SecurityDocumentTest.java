package org.heralddata.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} leaves no requirement out, and names tests that there are. */
class SecurityDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");

    @Test
    void everyRequirementOfLevelOneIsThereOnce() throws IOException {
        assertThat(rows().map(row -> row.group(1))).containsExactlyElementsOf(required());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> known = tests();
        List<String> named = NAMED.matcher(document())
                .results()
                .map(name -> name.group(1) + "." + name.group(2))
                .toList();
        assertThat(named).hasSizeGreaterThan(80);
        assertThat(known).containsAll(named);
    }

    @Test
    void everyRequirementHasATestOrAReason() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            String shown = row.group(3);
            assertThat(NAMED.matcher(shown).find()
                            || shown.contains("not applicable: ")
                            || shown.contains("by hand: ")
                            || shown.contains("same as "))
                    .as(row.group())
                    .isTrue();
        });
    }

    private static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(document()).results();
    }

    private static String document() throws IOException {
        return Files.readString(ProjectRoot.path().resolve("docs/security.md"));
    }

    /** In the order of the standard. */
    private static List<String> required() throws IOException {
        try (var in = SecurityDocumentTest.class.getResourceAsStream("asvs-4.0.3-level-1.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** {@code Class.method} of all modules. */
    private static Set<String> tests() throws IOException {
        Set<String> all = new HashSet<>();
        for (Path folder : sources()) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> add(file, all));
            }
        }
        return all;
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path parent : List.of(ProjectRoot.path(), ProjectRoot.path().resolve("formats"))) {
            try (Stream<Path> modules = Files.list(parent)) {
                modules.map(module -> module.resolve("src/test/java"))
                        .filter(Files::isDirectory)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static void add(Path file, Set<String> all) {
        String name = String.valueOf(file.getFileName()).replace(".java", "");
        try {
            METHOD.matcher(Files.readString(file)).results().forEach(method -> all.add(name + "." + method.group(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
