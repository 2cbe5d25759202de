package org.heralddata.adql.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.typed.SkyFrame;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Test;

/** The reference leaves out no function and no mistake. */
class DocumentationTest {

    private static String page(String name) throws IOException {
        return Files.readString(ProjectRoot.path().resolve("docs/reference").resolve(name));
    }

    @Test
    void hasALineForEveryFormOfEveryFunction() throws IOException {
        String page = page("adql.md");
        for (AdqlFunction function : AdqlFunction.values()) {
            for (Signature signature : function.signatures()) {
                assertThat(page).contains("| `" + signature.form() + "` | " + function.description() + " |");
            }
        }
    }

    @Test
    void hasNoFunctionThatThereIsNot() throws IOException {
        List<String> forms = Arrays.stream(AdqlFunction.values())
                .flatMap(f -> f.signatures().stream())
                .map(Signature::form)
                .toList();
        Matcher line = Pattern.compile("^\\| `([^`]+ -> [^`]+)` \\|", Pattern.MULTILINE)
                .matcher(page("adql.md"));
        assertThat(line.results().map(m -> m.group(1)).toList())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(forms);
    }

    @Test
    void hasALineForEveryFrameAndDialect() throws IOException {
        String page = page("adql.md");
        for (SkyFrame frame : SkyFrame.values()) {
            assertThat(page).containsPattern("(?m)^\\| `" + frame + "`");
        }
        assertThat(page).contains("PostgreSQL (14 and newer", "for Trino (as of 479)");
    }

    @Test
    void hasALineForEveryCode() throws IOException {
        String page = page("diagnostics/adql.md");
        for (AdqlCode code : AdqlCode.values()) {
            assertThat(page).contains("| " + code.id() + " | " + code.title() + " |");
        }
    }
}
