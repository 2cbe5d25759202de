package org.heralddata.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Imports run one way, and the architecture page draws what is so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the classes are read once
class ArchitectureTest {
    private static final String ROOT = "org.heralddata.";

    /** What each part may see, besides itself and the libraries; the same table as in docs/architecture.md. */
    private static final Map<String, List<String>> SEES = new TreeMap<>(Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("spi", List.of("model")),
            Map.entry("formats", List.of("spi", "model")),
            Map.entry("descriptor", List.of("adql", "spi", "model")),
            Map.entry("store", List.of("model")),
            Map.entry("ingest", List.of("descriptor", "store", "spi", "model")),
            Map.entry("adql", List.of("model")),
            Map.entry("query", List.of("adql", "store", "spi", "model")),
            Map.entry("jobs", List.of("query", "store", "spi", "model")),
            Map.entry("accounts", List.of("store", "model")),
            Map.entry("serve", List.of("accounts", "jobs", "query", "adql", "spi", "model")),
            Map.entry("simulate", List.of("spi", "model"))));

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar")) // of another module, for its browser
            .importPackages("org.heralddata");

    @Test
    void importsRunOneWay() {
        Set<String> all = new LinkedHashSet<>(SEES.keySet());
        all.add("app");
        SEES.forEach((part, seen) -> {
            String[] forbidden = all.stream()
                    .filter(other -> !other.equals(part) && !seen.contains(other))
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + part + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .allowEmptyShould(true)
                    .check(classes);
        });
    }

    @Test
    void formatsDoNotSeeEachOther() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + "formats.(*)..")
                .should()
                .notDependOnEachOther()
                .check(classes);
    }

    @Test
    void packagesAreFreeOfCycles() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + "(**)")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void modelIsMadeOfTheJdkAlone() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "model..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(ROOT + "model..", "java..", "org.jspecify..")
                .check(classes);
    }

    @Test
    void everyPackageSaysThatItIsNullMarked() {
        List<String> silent = classes.stream()
                .map(c -> c.getPackage())
                .distinct()
                .filter(p -> !p.getClasses().isEmpty())
                .filter(p -> p.tryGetAnnotationOfType(org.jspecify.annotations.NullMarked.class)
                        .isEmpty())
                .map(p -> p.getName())
                .filter(name -> !name.startsWith("org.heralddata.serve.portal.jte"))
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void everyPartOfThePathIsDrawnOnTheArchitecturePage() throws IOException {
        String page = Files.readString(ProjectRoot.path().resolve("docs/architecture.md"));
        SEES.forEach((part, seen) -> assertThat(page)
                .as("row of %s", part)
                .containsPattern(Pattern.compile("\\| `" + part + "/?` \\| [^|]+ \\| "
                        + Pattern.quote(seen.isEmpty() ? "nothing" : String.join(", ", seen)) + " \\|")));
    }

    @Test
    void modulesOfTheBuildAreThoseOfTheRule() throws IOException {
        String pom = Files.readString(ProjectRoot.path().resolve("pom.xml"));
        Collection<String> modules = new LinkedHashSet<>();
        Pattern.compile("<module>([^<]+)</module>")
                .matcher(pom)
                .results()
                .map(m -> m.group(1).replaceAll("/.*", ""))
                .forEach(modules::add);
        modules.removeAll(Arrays.asList("app", "testkit", "fuzz", "bench"));
        assertThat(modules).containsExactlyInAnyOrderElementsOf(SEES.keySet());
    }

    @Test
    void noFileNamesAPathOfTheMachineItWasWrittenOn() throws IOException {
        Pattern machine = Pattern.compile("/wo" + "rk/|(?<![\\w.-])/ro" + "ot/");
        var sources = new Sources();
        Files.walkFileTree(ProjectRoot.path(), sources);
        List<Path> naming = sources.files.stream()
                .filter(f -> machine.matcher(read(f)).find())
                .toList();
        assertThat(sources.files).hasSizeGreaterThan(100);
        assertThat(naming).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** The files that people write, without what the build makes of them. */
    private static final class Sources extends SimpleFileVisitor<Path> {
        private static final Set<String> MADE = Set.of("target", ".git", "herald-home", "node_modules");
        private final List<Path> files = new ArrayList<>();

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return MADE.contains(folder.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().matches(".*\\.(java|md|xml|yaml|jte|js|css|sh|sql|py)")) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
