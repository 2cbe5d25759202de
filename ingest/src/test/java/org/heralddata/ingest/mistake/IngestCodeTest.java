package org.heralddata.ingest.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.heralddata.model.diagnostic.Refusal;
import org.junit.jupiter.api.Test;

class IngestCodeTest {

    @Test
    void everyCodeIsOnThePage() throws IOException {
        String page = Files.readString(Path.of(
                Objects.requireNonNull(System.getProperty("herald.root")), "docs/reference/diagnostics/ingest.md"));
        for (IngestCode code : IngestCode.values()) {
            assertThat(page).contains("| " + code.id() + " | " + code.title() + " |");
        }
        assertThat(Arrays.stream(IngestCode.values()).map(IngestCode::id).distinct())
                .hasSize(IngestCode.values().length);
    }

    @Test
    void theSameMistakeInManyFilesIsToldOnce() {
        var problems = new Problems();
        for (int i = 0; i < 100; i++) {
            problems.add(IngestCode.NO_COLUMN, "no column `x`", "file" + i, null);
            problems.add(IngestCode.UNIT, "mistake " + i, "file", null);
        }
        Refusal refusal = Objects.requireNonNull(catchThrowableOfType(Refusal.class, problems::refuseIfAny));
        assertThat(refusal.diagnostics()).hasSize(50);
        assertThat(refusal.diagnostics().stream().filter(d -> d.code() == IngestCode.NO_COLUMN))
                .hasSize(1);
    }
}
