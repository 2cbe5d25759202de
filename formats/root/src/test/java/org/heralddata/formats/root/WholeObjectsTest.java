package org.heralddata.formats.root;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.TableReaderContract;

/** The contract, held on whole objects with references, enumerations and what is left out. */
final class WholeObjectsTest extends TableReaderContract {

    @Override
    protected TableReader reader() {
        return new RootTableReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        Path file = folder.resolve("events.root");
        try (InputStream in = Objects.requireNonNull(
                WholeObjectsTest.class.getResourceAsStream("wrote/event-split0.root"), "event-split0.root")) {
            Files.copy(in, file);
        }
        return file;
    }

    @Override
    protected int changedCopies() {
        return 200;
    }
}
