package org.heralddata.app.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the program does nowhere, so that nobody can make it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the classes are read once
class CodeRulesTest {
    private static final String HERALD = "org.heralddata..";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/testkit/")
                    && !location.contains("/fuzz/")
                    && !location.contains("/bench/")
                    && !location.contains("-tests.jar"))
            .importPackages("org.heralddata");

    @Test
    void runsNoCodeOfVisitors() {
        noClasses()
                .that()
                .resideInAPackage(HERALD)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.script..", "javax.tools..", "org.springframework.expression..")
                .check(classes);
    }

    @Test
    void readsNoObjectsOfJavaFromOutside() {
        noClasses()
                .that()
                .resideInAPackage(HERALD)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.beans.XMLDecoder")
                .check(classes);
    }

    @Test
    void asksNoDirectoryAndNoXpath() {
        noClasses()
                .that()
                .resideInAPackage(HERALD)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.naming.directory..", "javax.naming.ldap..", "javax.xml.xpath..")
                .check(classes);
    }

    @Test
    void startsNoProgramsButThoseOfItsDatabase() {
        noClasses()
                .that()
                .resideInAPackage(HERALD)
                .and()
                .resideOutsideOfPackages(
                        "org.heralddata.store.database..",
                        "org.heralddata.testkit..",
                        "org.heralddata.fuzz..",
                        "org.heralddata.bench..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(classes);
    }

    @Test
    void scriptsOfPagesEvaluateNoText() throws IOException {
        Path scripts = ProjectRoot.path().resolve("serve/src/main/resources/static/js");
        try (Stream<Path> files = Files.walk(scripts)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".js")).toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                assertThat(Files.readString(file))
                        .as("%s", file)
                        .doesNotContainPattern(
                                "\\beval\\(|new Function\\(|\\.innerHTML\\s*=|document\\.write\\(|insertAdjacentHTML");
            }
        }
    }
}
