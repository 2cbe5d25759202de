package org.heralddata.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.testkit.Golden;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptorDiagnosticsTest {
    private static final String GOLDEN = "descriptor/src/test/golden";
    private static final Set<String> FORMATS = Set.of("csv", "fits", "hdf5");

    /** Those that no text alone can have; they fire below, in {@code DescriptorDraftTest} and in
     * {@code DescribedBinaryIT}. */
    private static final Set<DescriptorCode> OF_FILES = Set.of(
            DescriptorCode.UNREADABLE,
            DescriptorCode.NOT_RECOGNISED,
            DescriptorCode.NO_TABLE,
            DescriptorCode.NO_COMPANION);

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(ProjectRoot.path().resolve(GOLDEN))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsAllMistakesWithPlaceAndAdvice(String folder) throws IOException {
        String text = Files.readString(
                ProjectRoot.path().resolve(GOLDEN).resolve(folder).resolve("input.yaml"));
        ParsedDescriptor parsed = DescriptorParser.parse("collection.yaml", text, FORMATS);
        String rendered = DiagnosticText.render(parsed.diagnostics());
        Golden.check(GOLDEN + "/" + folder + "/expected.txt", rendered);
        if (folder.startsWith("D")) {
            assertThat(rendered).contains("[" + folder.substring(0, 4) + "]");
        } else {
            assertThat(rendered).isEmpty();
        }
    }

    @Test
    void everyCodeFires() throws IOException {
        var shown = new StringBuilder();
        for (String folder : cases()) {
            shown.append(folder, 0, 4).append(' ');
        }
        assertThat(Arrays.stream(DescriptorCode.values())
                        .filter(code -> !OF_FILES.contains(code))
                        .map(DescriptorCode::id))
                .allSatisfy(id -> assertThat(shown.toString()).contains(id));
    }

    @Test
    void everyCodeHasItsLineInTheReference() throws IOException {
        String page = Files.readString(ProjectRoot.path().resolve("docs/reference/diagnostics/descriptor.md"));
        assertThat(DescriptorCode.values())
                .allSatisfy(code -> assertThat(page).contains("| %s | %s |".formatted(code.id(), code.title())));
    }

    @Test
    void refusesWhatCannotBeRead(@TempDir Path folder) throws IOException {
        assertUnreadable(folder, "the folder holds no collection.yaml");
        assertUnreadable(folder.resolve("absent.yaml"), "there is no such file");
        Path latin1 = Files.write(folder.resolve("latin1.yaml"), new byte[] {'a', (byte) 0xe9, '\n'});
        assertUnreadable(latin1, "the file is not UTF-8 text");
        Path huge = Files.write(folder.resolve("huge.yaml"), new byte[4_000_001]);
        assertUnreadable(huge, "the file is too large for a descriptor");
    }

    private static void assertUnreadable(Path file, String reason) {
        assertThatThrownBy(() -> Descriptors.load(file))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics())
                                .singleElement()
                                .satisfies(d -> {
                                    assertThat(d.code()).isEqualTo(DescriptorCode.UNREADABLE);
                                    assertThat(d.message()).isEqualTo(reason);
                                }));
    }
}
