package org.heralddata.formats.hdf5.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {

    @Test
    void copiesWhatWasWrittenInAnyOrder(@TempDir Path folder) throws IOException {
        try (var spool = new Spool(Files.createFile(folder.resolve("spool")))) {
            long first = spool.reserve(2);
            assertThat(spool.append(new byte[] {3, 4})).isEqualTo(2);
            spool.write(first, new byte[] {1, 2});
            var out = new ByteArrayOutputStream();
            spool.copyTo(out);
            assertThat(out.toByteArray()).containsExactly(1, 2, 3, 4);
            assertThat(spool.end()).isEqualTo(4);
        }
    }

    @Test
    void leavesNoFileBehind(@TempDir Path folder) throws IOException {
        var spool = new Spool(Files.createFile(folder.resolve("spool")));
        spool.close();
        spool.close();
        assertThat(folder).isEmptyDirectory();
    }
}
