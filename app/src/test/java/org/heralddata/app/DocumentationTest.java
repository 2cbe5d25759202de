package org.heralddata.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heralddata.app.console.Console;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.WriteOption;
import org.heralddata.spi.WriteOptions;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The reference leaves nothing out: no diagnostic, no format, no command, no option. */
class DocumentationTest {
    private static final Path DOCS = ProjectRoot.path().resolve("docs");

    @Test
    void everyDiagnosticHasAnEntryWithItsTitle() throws IOException {
        String pages = read(DOCS.resolve("reference/diagnostics"));
        for (DiagnosticCode code : codes()) {
            assertThat(pages).as("entry of %s", code.id()).contains(code.id());
        }
    }

    @Test
    void everyDiagnosticOfThePagesExists() throws IOException {
        Set<String> known = codes().stream().map(DiagnosticCode::id).collect(Collectors.toSet());
        Set<String> told = Pattern.compile("(?m)^(?:\\| `?|#+ `?)([ADFIJMQRSUV]\\d{3})\\b")
                .matcher(read(DOCS.resolve("reference/diagnostics")))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        told.removeAll(known);
        assertThat(told).isEmpty();
    }

    @Test
    void everyDiagnosticIdStandsForOneMistake() {
        Set<String> seen = new HashSet<>();
        List<String> twice = codes().stream()
                .map(DiagnosticCode::id)
                .filter(id -> !seen.add(id))
                .toList();
        assertThat(twice).isEmpty();
    }

    @Test
    void everyFormatHasAPage() {
        Formats formats = Formats.installed();
        Stream.concat(
                        formats.readers().stream().map(r -> r.format().value()),
                        formats.writers().stream().map(w -> w.format().value()))
                .distinct()
                .forEach(name ->
                        assertThat(pageNaming(name)).as("page of %s", name).isTrue());
    }

    @Test
    void everyOptionOfAWriterIsOnThePageOfItsFormat() throws IOException {
        for (TableWriter writer : Formats.installed().writers()) {
            Path pages = DOCS.resolve("reference/formats");
            String told = markdown(pages).stream()
                    .filter(page -> contains(page, "`" + writer.format() + "`"))
                    .map(DocumentationTest::content)
                    .collect(Collectors.joining("\n"));
            String rest = content(DOCS.resolve("reference/rest.md"));
            for (WriteOption option : WriteOptions.of(writer)) {
                assertThat(rest).contains("| `%s` |".formatted(option.name()));
                assertThat(told).as("options of %s", writer.format()).contains("| `%s` |".formatted(option.name()));
                option.values().stream()
                        .filter(value -> !value.name().matches("\\d+"))
                        .forEach(value -> assertThat(told).contains("`%s`".formatted(value.name())));
            }
        }
    }

    @Test
    void everyCommandAndOptionIsInTheReference() throws IOException {
        String page = Files.readString(DOCS.resolve("reference/commands.md"));
        CommandLine herald = Main.commandLine(Console.system());
        herald.getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                assertThat(page).contains("`herald " + name);
            }
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.usageHelp()
                        && !option.versionHelp()
                        && !command.getCommandSpec().usageMessage().hidden()) {
                    assertThat(page).as("option of %s", name).contains("`" + option.longestName());
                }
            }
        });
    }

    @Test
    void everyLinkWithinTheDocumentationLeadsSomewhere() throws IOException {
        var broken = new ArrayList<String>();
        var pages = new ArrayList<>(markdown(DOCS));
        pages.add(ProjectRoot.path().resolve("README.md"));
        pages.add(ProjectRoot.path().resolve("CONTRIBUTING.md"));
        for (Path page : pages) {
            Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)")
                    .matcher(Files.readString(page))
                    .results()
                    .map(m -> m.group(1))
                    .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                    .filter(link -> !Files.exists(page.resolveSibling(link)))
                    .forEach(link -> broken.add(page.getFileName() + " -> " + link));
        }
        assertThat(broken).isEmpty();
    }

    private static List<DiagnosticCode> codes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages("org.heralddata")
                        .stream()
                        .filter(c -> c.isEnum() && c.isAssignableTo(DiagnosticCode.class))
                        .map(JavaClass::reflect)
                        .flatMap(c -> Stream.of(c.getEnumConstants()))
                        .map(DiagnosticCode.class::cast)
                        .toList();
    }

    private static boolean pageNaming(String format) {
        try {
            return markdown(DOCS.resolve("reference/formats")).stream()
                    .anyMatch(page -> contains(page, "`" + format + "`"));
        } catch (IOException missing) {
            return false;
        }
    }

    private static boolean contains(Path page, String words) {
        return content(page).contains(words);
    }

    private static String content(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String read(Path folder) throws IOException {
        var all = new StringBuilder();
        for (Path page : markdown(folder)) {
            all.append(Files.readString(page)).append('\n');
        }
        return all.toString();
    }

    private static List<Path> markdown(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
        }
    }
}
