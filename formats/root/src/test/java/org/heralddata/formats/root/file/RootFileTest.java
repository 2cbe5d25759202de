package org.heralddata.formats.root.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RootFileTest {

    @Test
    void listsObjectsOfNestedDirectories() throws IOException {
        try (RootFile file = open("root-variety/uproot-nesteddirs.root")) {
            assertThat(file.header().release()).isEqualTo("6.08/04");
            assertThat(file.entries())
                    .extracting(Entry::path)
                    .containsExactly("one", "one/two", "one/two/tree", "one/tree", "three", "three/tree");
        }
    }

    @Test
    void takesTheNewestCycle() throws IOException {
        try (RootFile file = open("root-variety/uproot-issue31.root")) {
            Entry tree = file.entries().getFirst();
            assertThat(tree.path()).isEqualTo("T");
            assertThat(tree.cycles()).isEqualTo(2);
            assertThat(tree.key().cycle()).isEqualTo(2);
        }
    }

    @Test
    void opensWhatAllVersionsWrote() throws IOException {
        for (Path path : SharedData.files("root-variety", p -> p.endsWith(".root"))) {
            try (RootFile file = RootFile.open(path)) {
                assertThat(file.entries()).as(path.toString()).isNotEmpty();
            }
        }
    }

    @Test
    void givesTheBytesOfAnObject() throws IOException {
        try (RootFile file = open("root-variety/uproot-Zmumu-zlib.root")) {
            Key key = file.entries().getFirst().key();
            RootBuffer bytes = file.payload(key);
            assertThat(bytes.remaining()).isEqualTo(key.objectLength());
            assertThat(file.keyAt(key.seek()).name()).isEqualTo("events");
        }
    }

    @Test
    void refusesAFileCutShort(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.file("root-variety/uproot-simple.root"));
        Path cut = Files.write(folder.resolve("cut.root"), Arrays.copyOf(whole, 5000));
        assertThatThrownBy(() -> RootFile.open(cut)).isInstanceOfSatisfying(RootFormatException.class, e -> {
            assertThat(e.kind()).isEqualTo(RootFormatException.Kind.TRUNCATED);
            assertThat(e.offset()).isEqualTo(5000);
        });
    }

    private static RootFile open(String name) throws IOException {
        return RootFile.open(SharedData.file(name));
    }
}
