package org.heralddata.serve.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Test;

class RestDocumentationTest {

    private static String page(String name) throws IOException {
        return Files.readString(ProjectRoot.path().resolve("docs/reference").resolve(name));
    }

    @Test
    void namesEveryAddressWithItsParameters() throws IOException {
        for (Api api : Api.values()) {
            String path = api.path().replace("{*", "{");
            String line = page("rest.md")
                    .lines()
                    .filter(l -> l.startsWith("| `")
                            && l.substring(0, l.indexOf(" | ")).contains("`" + path + "`"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("rest.md does not name " + path));
            for (Parameter parameter : api.parameters()) {
                assertThat(line).contains("`" + parameter.key() + "`");
            }
        }
    }

    @Test
    void hasALineForEveryCodeWithItsStatus() throws IOException {
        for (RestCode code : RestCode.values()) {
            assertThat(page("diagnostics/rest.md"))
                    .contains("| %s | %d | %s |"
                            .formatted(code.id(), Problems.status(code).value(), code.title()));
        }
    }
}
