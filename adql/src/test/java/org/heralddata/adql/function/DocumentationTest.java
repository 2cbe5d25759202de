package org.heralddata.adql.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.heralddata.adql.AdqlCode;
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
    void hasALineForEveryCode() throws IOException {
        String page = page("diagnostics/adql.md");
        for (AdqlCode code : AdqlCode.values()) {
            assertThat(page).contains("| " + code.id() + " | " + code.title() + " |");
        }
    }
}
