package org.heralddata.formats.root.ntuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.formats.root.RootTableReader;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.TableReaderContract;

/** The contract, held on vectors, strings, variants and records. */
final class NTupleReaderTest extends TableReaderContract {

    @Override
    protected TableReader reader() {
        return new RootTableReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return Files.copy(
                SharedData.file("root-variety/test_stl_containers_rntuple_v1-0-0-0.root"),
                folder.resolve("events.root"));
    }

    @Override
    protected int changedCopies() {
        return 200;
    }
}
