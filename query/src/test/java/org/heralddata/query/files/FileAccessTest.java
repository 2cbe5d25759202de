package org.heralddata.query.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.heralddata.model.access.Group;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.NoReleases;
import org.heralddata.query.QueryCode;
import org.heralddata.query.RunFiles;
import org.heralddata.spi.Formats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogued files of a collection for the group {@code members}, among open ones. */
class FileAccessTest {
    private static final FilesRequest CLOSED = FilesRequest.of(RunFiles.CLOSED);
    private static final Viewer MEMBER = new Viewer("ada", Set.of(new Group("members")), false);
    private static final Viewer BELOW = new Viewer("bo", Set.of(new Group("members/analysis")), false);
    private static final Viewer OTHER = new Viewer("cy", Set.of(new Group("others")), false);

    @TempDir
    Path folder;

    private FileService files;

    @BeforeEach
    void open() throws Exception {
        files = new CatalogueFileService(
                RunFiles.in(folder), new NoReleases(), new Formats(List.of(), List.of()), "test");
    }

    @Test
    void membersAndOperatorsMayHaveTheFiles() {
        for (Viewer viewer : List.of(MEMBER, BELOW, Viewer.OPERATOR)) {
            FileService seen = files.as(viewer);
            assertThat(seen.isOpen(seen.collection(RunFiles.CLOSED))).isTrue();
            assertThat(seen.count(CLOSED).skipped()).isEmpty();
        }
    }

    @Test
    void othersAreRefusedWithWhomToAsk() {
        for (Viewer viewer : List.of(Viewer.ANYONE, OTHER)) {
            FileService seen = files.as(viewer);
            assertThat(seen.isOpen(seen.collection(RunFiles.CLOSED))).isFalse();
            assertThatThrownBy(() -> seen.count(CLOSED)).isInstanceOfSatisfying(Refusal.class, refused -> {
                assertThat(refused.diagnostics().getFirst().code()).isEqualTo(QueryCode.RESTRICTED);
                assertThat(refused).hasMessageContaining("members");
            });
            assertThatThrownBy(() -> seen.original(RunFiles.CLOSED, "any.fits")).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aSearchInAllLeavesTheClosedOnesOutAndSaysSo() {
        assertThat(files.count(FilesRequest.of()).skipped()).containsExactly(RunFiles.CLOSED);
        assertThat(files.as(MEMBER).count(FilesRequest.of()).skipped()).isEmpty();
    }
}
